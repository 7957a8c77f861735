package dev.interloper.core.report;

import dev.interloper.core.compare.ComparedAspect;
import dev.interloper.core.compare.ComparedAspect.Likeness;
import dev.interloper.core.compare.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison in two columns: what differs or matters line by line, what is the same in one sentence. */
final class SideBySide {

    private static final int COLUMN = 41;
    private static final int LABEL = 18;
    private static final String FORMAT = "  %s %-" + LABEL + "s  %-" + COLUMN + "s  %s";

    private SideBySide() {}

    static List<String> draw(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(row(' ', "", "this connection", "the reference"));
        for (ComparedAspect aspect : comparison.aspects()) {
            if (aspect.matters() || aspect.likeness() != Likeness.SAME) {
                add(lines, aspect);
            }
        }
        if (lines.size() == 1) {
            lines.clear();
        }
        return lines;
    }

    static String alike(Comparison comparison) {
        return comparison.aspects().stream()
                .filter(aspect -> !aspect.matters() && aspect.likeness() == Likeness.SAME)
                .map(aspect -> aspect.aspect().label())
                .collect(Collectors.joining(", "));
    }

    private static char mark(ComparedAspect aspect) {
        if (aspect.matters()) {
            return '!';
        }
        return aspect.likeness() == Likeness.DIFFERENT ? '~' : '?';
    }

    private static void add(List<String> lines, ComparedAspect aspect) {
        List<String> left = broken(aspect.seen().orElse("(not seen)"));
        List<String> right = broken(aspect.reference().orElse("(not seen)"));
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            lines.add(row(
                    i == 0 ? mark(aspect) : ' ',
                    i == 0 ? aspect.aspect().label() : "",
                    i < left.size() ? left.get(i) : "",
                    i < right.size() ? right.get(i) : ""));
        }
    }

    private static String row(char mark, String label, String left, String right) {
        return String.format(Locale.ROOT, FORMAT, mark, label, left, right).stripTrailing();
    }

    /** Lines no wider than a column, cut at blanks where there are any. */
    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > COLUMN) {
            int blank = rest.lastIndexOf(' ', COLUMN);
            int cut = blank > 0 ? blank : COLUMN;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
