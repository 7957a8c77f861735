package dev.interloper.core.cure;

import java.util.List;
import java.util.Objects;

/**
 * A bypass list as a product takes it. Immutable.
 *
 * @param text the lines to paste, comments among them; ends in a line feed
 * @param unsupported what the format cannot express, or not exactly, a sentence each; it is in the comments, too
 * @param notes where the text is put, in which order, and what makes it take effect; they are in the comments, too
 * @param verified whether the syntax was checked against the product or its vendor's sources
 * @since 0.1
 */
public record BypassText(String text, List<String> unsupported, List<String> notes, boolean verified) {

    /**
     * Copies.
     *
     * @param text the lines to paste, comments among them; ends in a line feed
     * @param unsupported what the format cannot express, or not exactly, a sentence each; it is in the comments, too
     * @param notes where the text is put, in which order, and what makes it take effect; they are in the comments, too
     * @param verified whether the syntax was checked against the product or its vendor's sources
     * @throws NullPointerException if anything is null
     */
    public BypassText {
        Objects.requireNonNull(text, "text");
        unsupported = List.copyOf(unsupported);
        notes = List.copyOf(notes);
    }
}
