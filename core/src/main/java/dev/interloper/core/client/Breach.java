package dev.interloper.core.client;

import java.util.List;
import java.util.stream.Collectors;

/** A row that a hello breaks, and the numbers by which it does. */
record Breach(BrowserRow row, List<Integer> numbers) {

    private static final int MAX_NAMED = 4;

    /** The numbers by name, the first few. */
    String names() {
        String named = numbers.stream()
                .limit(MAX_NAMED)
                .map(number -> String.format("%s (0x%04x)", row.rule().nameOf(number), number))
                .collect(Collectors.joining(", "));
        return numbers.size() > MAX_NAMED ? named + " and " + (numbers.size() - MAX_NAMED) + " more" : named;
    }
}
