package dev.interloper.certs.name;

import java.util.Objects;

/**
 * A suffix under which names are given to unrelated parties, such as {@code co.uk} or {@code github.io}.
 *
 * @param name the suffix as A-labels in lower case; never null
 * @param section who says so; never null
 * @see <a href="https://github.com/publicsuffix/list/wiki/Format">Public Suffix List, format</a>
 * @since 0.1
 */
public record PublicSuffix(String name, Section section) {
    /**
     * The part of the list that a suffix is from.
     *
     * @since 0.1
     */
    public enum Section {
        /** A registry's: names under it are registered with it. The section that public authorities have to heed. */
        ICANN,
        /** The holder of a domain asked to be listed, since customers have the names under it. */
        PRIVATE,
        /** No rule says anything about the name; its last label counts as the suffix, by the list's default rule. */
        UNLISTED
    }

    /**
     * Makes the record.
     *
     * @param name the suffix
     * @param section who says so
     * @throws NullPointerException if an argument is null
     */
    public PublicSuffix {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(section, "section");
    }
}
