package dev.interloper.boards.accuracy;

import dev.interloper.core.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The figures over all cases, each a fraction from 0 to 1. */
public final class Figures {

    private final List<Judged> all;
    private final Set<String> printed;

    Figures(List<Judged> all, Set<String> printed) {
        this.all = List.copyOf(all);
        this.printed = Set.copyOf(printed);
    }

    /** Which cases count for recall: those that an expert would call intercepted, or else those that are. */
    private static boolean shouldBeFound(Judged judged) {
        return judged.of()
                .expected()
                .map("intercepted"::equals)
                .orElse(judged.of().intercepted());
    }

    /**
     * The share of the interceptions that were called so.
     *
     * @return 0 to 1; 1 if there is none to find
     */
    public double recall() {
        return share(Figures::shouldBeFound, Judged::calledIntercepted);
    }

    /**
     * The share of the direct cases that were called intercepted.
     *
     * @return 0 to 1; 0 if there is no direct case
     */
    public double falsePositives() {
        return all.stream().noneMatch(judged -> !judged.of().intercepted())
                ? 0
                : share(judged -> !judged.of().intercepted(), Judged::calledIntercepted);
    }

    private double share(Predicate<Judged> among, Predicate<Judged> right) {
        List<Judged> counted = all.stream().filter(among).toList();
        return counted.isEmpty() ? 1 : counted.stream().filter(right).count() / (double) counted.size();
    }

    private double brier() {
        return all.stream()
                .mapToDouble(
                        judged -> Math.pow(judged.probability() - (judged.of().intercepted() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /** The summary, on one line. */
    @Override
    public String toString() {
        String line = String.format(
                Locale.ROOT,
                "accuracy: cases=%d recall=%.4f fpr=%.4f inconclusive=%.4f engine_top1=%.4f brier=%.4f",
                all.size(),
                recall(),
                falsePositives(),
                share(judged -> true, judged -> judged.outcome() == Outcome.INCONCLUSIVE),
                share(
                        Figures::shouldBeFound,
                        judged -> judged.engine()
                                .equals(EngineFamily.of(judged.of().interceptor(), printed))),
                brier());
        boolean expected =
                all.stream().anyMatch(judged -> judged.of().expected().isPresent());
        return expected
                ? line + String.format(Locale.ROOT, " agree=%.4f", share(judged -> true, Figures::agrees))
                : line;
    }

    static boolean agrees(Judged judged) {
        return judged.verdict().equals(judged.of().expected().orElse(judged.of().label()));
    }
}
