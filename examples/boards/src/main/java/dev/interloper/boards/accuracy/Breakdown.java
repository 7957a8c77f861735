package dev.interloper.boards.accuracy;

import dev.interloper.core.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts by engine, and by kind of direct case. */
final class Breakdown {

    private Breakdown() {}

    static List<String> of(List<Judged> all) {
        Map<String, Map<Outcome, Integer>> groups = new TreeMap<>();
        for (Judged judged : all) {
            groups.computeIfAbsent(judged.of().label() + " " + judged.of().group(), key -> new EnumMap<>(Outcome.class))
                    .merge(judged.outcome(), 1, Integer::sum);
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-58s %11s %6s %12s", "", "intercepted", "direct", "inconclusive"));
        groups.forEach((group, counts) -> lines.add(String.format(
                Locale.ROOT,
                "%-58s %11d %6d %12d",
                group,
                counts.getOrDefault(Outcome.INTERCEPTED, 0),
                counts.getOrDefault(Outcome.DIRECT, 0),
                counts.getOrDefault(Outcome.INCONCLUSIVE, 0))));
        return lines;
    }
}
