package dev.interloper.boards.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether probabilities mean what they say: of the cases that were given about such a one, how many are intercepted. */
final class Calibration {

    private static final double[] BOUNDS = {0, 0.05, 0.2, 0.5, 0.8, 0.95, 1};

    private Calibration() {}

    static List<String> of(List<Judged> all) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-24s %7s %7s %12s", "probability", "cases", "mean", "intercepted"));
        for (int i = 0; i + 1 < BOUNDS.length; i++) {
            double from = BOUNDS[i];
            double to = BOUNDS[i + 1];
            List<Judged> bin = all.stream()
                    .filter(judged -> judged.probability() >= from && (judged.probability() < to || to == 1))
                    .toList();
            if (!bin.isEmpty()) {
                lines.add(line(from, to, bin));
            }
        }
        return lines;
    }

    private static String line(double from, double to, List<Judged> bin) {
        double mean = bin.stream().mapToDouble(Judged::probability).average().orElse(0);
        double intercepted = bin.stream()
                .mapToDouble(judged -> judged.of().intercepted() ? 1 : 0)
                .average()
                .orElse(0);
        return String.format(Locale.ROOT, "%.2f to %.2f %19d %7.4f %12.4f", from, to, bin.size(), mean, intercepted);
    }
}
