package dev.interloper.certs.name;

import java.util.Collection;
import java.util.TreeSet;

/** Rules of one section in one text, a line each and sorted: thousands of strings would take four times the memory. */
final class SuffixRules {
    private final String lines;
    private final int size;

    private SuffixRules(String lines, int size) {
        this.lines = lines;
        this.size = size;
    }

    static SuffixRules of(Collection<String> rules) {
        TreeSet<String> sorted = new TreeSet<>(rules);
        return new SuffixRules(String.join("\n", sorted), sorted.size());
    }

    int size() {
        return size;
    }

    /** Binary search over characters; each step goes back to where its line begins. */
    boolean contains(String rule) {
        int low = 0;
        int high = lines.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int start = lines.lastIndexOf('\n', middle - 1) + 1;
            int newline = lines.indexOf('\n', start);
            int end = newline < 0 ? lines.length() : newline;
            int order = compare(rule, start, end);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                high = start;
            } else {
                low = end + 1;
            }
        }
        return false;
    }

    private int compare(String rule, int start, int end) {
        int common = Math.min(rule.length(), end - start);
        for (int i = 0; i < common; i++) {
            int order = Character.compare(rule.charAt(i), lines.charAt(start + i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(rule.length(), end - start);
    }
}
