package dev.interloper.handshake.preamble;

import java.util.Locale;
import java.util.Set;

/** What lines are made of. */
final class Words {

    private Words() {}

    /** A line's word in upper case, or nothing. */
    static String word(String line, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            int space = line.indexOf(' ', from);
            if (space < 0) {
                return "";
            }
            from = space + 1;
        }
        int end = line.indexOf(' ', from);
        return line.substring(from, end < 0 ? line.length() : end).toUpperCase(Locale.ROOT);
    }

    static boolean isOneOf(String line, Set<String> commands) {
        return commands.contains(word(line, 0));
    }

    /** The three digits that start a reply, -1 if there are none. */
    static int code(String line) {
        boolean digits = line.length() >= 3
                && isDigit(line.charAt(0))
                && isDigit(line.charAt(1))
                && isDigit(line.charAt(2))
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        return digits ? number(line.substring(0, 3), 10) : -1;
    }

    /** A reply whose lines go on. */
    static boolean goesOn(String line) {
        return line.length() > 3 && line.charAt(3) == '-';
    }

    /** A number that is not negative, 0 for anything else. */
    static int number(String text, int radix) {
        String digits = text.strip();
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), radix);
            if (digit < 0 || value > Integer.MAX_VALUE / radix - 1) {
                return 0;
            }
            value = value * radix + digit;
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
