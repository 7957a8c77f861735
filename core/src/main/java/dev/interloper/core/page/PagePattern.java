package dev.interloper.core.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A row of the table: a marker, and where it stands in a reply. */
record PagePattern(
        String product, PageKind kind, boolean strong, String place, Match match, String marker, String source) {

    private static final String HEADER = "header ";

    /** How a marker is compared; never by a regular expression: replies are hostile. */
    enum Match {
        EQUALS,
        PREFIX,
        CONTAINS
    }

    Optional<PageMatch> find(HttpReply reply) {
        return values(reply).stream().anyMatch(this::fits)
                ? Optional.of(new PageMatch(product, kind, strong, place, marker))
                : Optional.empty();
    }

    private List<String> values(HttpReply reply) {
        if (place.startsWith(HEADER)) {
            return reply.header(place.substring(HEADER.length()));
        }
        return switch (place) {
            case "status" -> List.of(String.valueOf(reply.status()));
            case "location" -> reply.location().stream().toList();
            case "title" -> reply.title().stream().toList();
            default -> List.of(reply.body());
        };
    }

    private boolean fits(String value) {
        String there = value.toLowerCase(Locale.ROOT);
        String wanted = marker.toLowerCase(Locale.ROOT);
        return switch (match) {
            case EQUALS -> there.equals(wanted);
            case PREFIX -> there.startsWith(wanted);
            case CONTAINS -> there.contains(wanted);
        };
    }
}
