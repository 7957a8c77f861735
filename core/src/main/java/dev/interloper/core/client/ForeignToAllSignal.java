package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;

/** Where no browser is named: something that none of them ever did. */
final class ForeignToAllSignal implements ClientSignal {

    private static final String ID = "hello.no-browser";
    private static final double WEIGHT = 1;
    private static final List<BrowserFamily> FAMILIES = List.of(
            BrowserFamily.CHROMIUM,
            BrowserFamily.FIREFOX,
            BrowserFamily.SAFARI,
            BrowserFamily.INTERNET_EXPLORER,
            BrowserFamily.EDGE_LEGACY);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String rationale() {
        return "A hello that no browser sends comes from a program, and interceptors are programs.";
    }

    @Override
    public String falsePositives() {
        return "Every other program, which is why this is a hint and no more.";
    }

    @Override
    public List<Evidence> examine(ClientObservation client) {
        boolean silent = client.userAgent().isEmpty() && client.shape().isComplete();
        if (!silent || !FAMILIES.stream().allMatch(family -> isForeign(family, client.shape()))) {
            return List.of();
        }
        return List.of(Evidence.of(
                ID,
                Grade.WEAK,
                WEIGHT,
                "the hello offers what no browser ever did",
                "browsers.tsv: rows that hold for ever"));
    }

    private static boolean isForeign(BrowserFamily family, HelloShape shape) {
        return BrowserTable.rows().stream()
                .filter(row -> row.family() == family && row.from() == 0 && row.through() == BrowserRow.FOR_EVER)
                .filter(row -> !row.rule().isKnown() && !row.rule().isAlways())
                .anyMatch(row -> !row.broken(shape).isEmpty());
    }
}
