package dev.interloper.core.page;

/**
 * A marker that was found. Immutable.
 *
 * @param product the product's name
 * @param kind what its page is for
 * @param strong whether the marker suffices by itself
 * @param place where it was found: {@code header Server}, {@code location}, {@code title}, {@code body}
 * @param marker the marker, safe to print
 * @since 0.1
 */
public record PageMatch(String product, PageKind kind, boolean strong, String place, String marker) {}
