package dev.interloper.boards.accuracy;

import dev.interloper.core.Inspection;
import dev.interloper.core.Outcome;
import dev.interloper.core.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was said of one case. */
record Judged(LabelledCase of, Outcome outcome, double probability, String engine, String product, List<String> top) {

    private static final int SIGNALS = 3;

    /** The gravest verdict on any of the case's connections. */
    static Judged of(LabelledCase labelled, List<Inspection> connections) {
        Optional<Verdict> gravest = connections.stream()
                .map(Inspection::verdict)
                .min(Comparator.comparing((Verdict verdict) -> gravity(verdict.outcome()))
                        .thenComparing(
                                Comparator.comparingDouble(Verdict::probability).reversed()));
        return gravest.map(verdict -> of(labelled, verdict))
                .orElseGet(() -> new Judged(labelled, Outcome.INCONCLUSIVE, 0.5, "-", "-", List.of("no connection")));
    }

    private static Judged of(LabelledCase labelled, Verdict verdict) {
        boolean intercepted = verdict.outcome() == Outcome.INTERCEPTED;
        return new Judged(
                labelled,
                verdict.outcome(),
                verdict.probability(),
                intercepted ? verdict.engine().orElse(EngineFamily.UNKNOWN) : "-",
                verdict.product().map(product -> product.name()).orElse("-"),
                verdict.evidence().stream()
                        .filter(item -> item.weight() != 0)
                        .limit(SIGNALS)
                        .map(item -> String.format(Locale.ROOT, "%s%+.1f", item.signal(), item.weight()))
                        .toList());
    }

    private static int gravity(Outcome outcome) {
        return switch (outcome) {
            case INTERCEPTED -> 0;
            case DIRECT -> 1;
            case INCONCLUSIVE -> 2;
        };
    }

    String verdict() {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    boolean calledIntercepted() {
        return outcome == Outcome.INTERCEPTED;
    }

    String line() {
        return String.join(
                "\t",
                of.name(),
                of.label(),
                verdict(),
                String.format(Locale.ROOT, "%.4f", probability),
                engine,
                product,
                top.isEmpty() ? "-" : String.join(",", top));
    }
}
