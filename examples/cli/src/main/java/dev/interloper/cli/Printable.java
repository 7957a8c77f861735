package dev.interloper.cli;

/** Words of the command line, made fit to be printed back. */
final class Printable {

    private static final int MAX_LENGTH = 80;

    private Printable() {}

    /** The same in full, as for the name of a file or a message about one. */
    static String whole(Object text) {
        return text.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /** The same text with what does not print, or turns the line around, shown as question marks, and cut where it is too long. */
    static String of(String text) {
        String safe = whole(text);
        return safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "...";
    }
}
