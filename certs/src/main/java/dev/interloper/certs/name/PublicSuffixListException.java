package dev.interloper.certs.name;

import dev.interloper.certs.internal.SafeText;
import java.io.IOException;

/**
 * A text is no public suffix list.
 *
 * @since 0.1
 */
public final class PublicSuffixListException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Where it was read from. */
    private final String source;

    /** Line of the trouble, from 1; 0 for the whole. */
    private final int line;

    PublicSuffixListException(String source, int line, String problem) {
        super(SafeText.escape(source) + ", line " + line + ": " + problem);
        this.source = source;
        this.line = line;
    }

    /**
     * The list's name as given by the caller.
     *
     * @return the name
     */
    public String source() {
        return source;
    }

    /**
     * Where the text stopped being a list.
     *
     * @return the line, from 1; 0 when the list as a whole is meant
     */
    public int line() {
        return line;
    }
}
