package dev.interloper.core.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose page a reply is. Immutable.
 *
 * @param product the product's name; empty where the status alone tells
 * @param kind what the page is for
 * @param markers what was found
 * @since 0.1
 */
public record PageFinding(String product, PageKind kind, List<PageMatch> markers) {

    /**
     * Copies.
     *
     * @param product the product's name; empty where the status alone tells
     * @param kind what the page is for
     * @param markers what was found
     * @throws NullPointerException if anything is null
     */
    public PageFinding {
        markers = List.copyOf(markers);
    }

    /** The product, the kind and the markers. */
    @Override
    public String toString() {
        String found = markers.stream()
                .map(match -> "\"" + match.marker() + "\" in " + match.place())
                .collect(Collectors.joining(", "));
        return (product.isEmpty() ? "a page" : "a page of " + product) + " (" + kind + ")"
                + (found.isEmpty() ? "" : ": " + found);
    }
}
