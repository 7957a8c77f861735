package dev.interloper.core.report;

import java.util.List;

/** Breaks texts into lines. */
final class Wrapping {

    private static final int WIDTH = 112;

    private Wrapping() {}

    /** Breaks a text at blanks; continuation lines stand under its start. */
    static void add(List<String> lines, String prefix, String text) {
        String lead = prefix;
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && prefix.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(lead + line);
                lead = " ".repeat(prefix.length());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(lead + line);
    }

    /** A statement as a sentence. */
    static String sentence(String text) {
        String capitalised = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return capitalised.endsWith(".") ? capitalised : capitalised + ".";
    }
}
