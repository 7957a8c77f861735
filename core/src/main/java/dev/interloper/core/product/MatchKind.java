package dev.interloper.core.product;

import java.util.Locale;

/**
 * How a {@link ProductPattern} is compared with a value. All comparisons look at case, unless a regular expression itself
 * says {@code (?i)}, and none trims: a source that saw trailing blanks has a regular expression that allows them.
 *
 * @since 0.1
 */
public enum MatchKind {
    /** The value is the pattern, character by character. */
    EQUALS,

    /**
     * The pattern, a {@link java.util.regex.Pattern regular expression}, matches the whole value; a weak one may match
     * anywhere in it.
     */
    REGEX,

    /** The value begins with the pattern. */
    PREFIX,

    /** The pattern occurs anywhere in the value. */
    CONTAINS;

    /**
     * The name that this kind of match has in data files and reports.
     *
     * @return the constant's name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
