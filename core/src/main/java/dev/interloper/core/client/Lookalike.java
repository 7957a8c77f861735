package dev.interloper.core.client;

import java.util.List;
import java.util.OptionalInt;

/**
 * Marks by which a hello is plainly that of a certain browser, whatever the user agent says: emulated devices and switched user
 * agents are common, interceptors with a browser's stack hardly known.
 */
final class Lookalike {

    private static final List<Integer> SUPPORTED_VERSIONS_AND_SHARE = List.of(43, 51);
    private static final List<Integer> OF_FIREFOX = List.of(28, 34);

    private Lookalike() {}

    static boolean marks(BrowserFamily family, HelloShape hello) {
        List<Integer> types = hello.extensions();
        if (!hello.isComplete() || !types.containsAll(SUPPORTED_VERSIONS_AND_SHARE)) {
            return false;
        }
        return switch (family) {
            case CHROMIUM, SAFARI -> hello.hasGrease();
            case FIREFOX -> types.containsAll(OF_FIREFOX);
            case INTERNET_EXPLORER, EDGE_LEGACY, OTHER -> false;
        };
    }

    /** The newest version that the data was checked for, so that all of it applies. */
    static OptionalInt newest(BrowserFamily family) {
        return BrowserTable.rows().stream()
                .filter(row -> row.family() == family && row.through() != BrowserRow.FOR_EVER)
                .mapToInt(BrowserRow::through)
                .max();
    }
}
