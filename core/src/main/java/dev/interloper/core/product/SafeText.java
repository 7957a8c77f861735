package dev.interloper.core.product;

/** Makes text from a peer safe for terminals and logs: what does not print is shown as its code point. */
final class SafeText {

    static final int MAX_LENGTH = 200;

    private SafeText() {}

    static String of(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), MAX_LENGTH));
        int at = 0;
        while (at < text.length() && at < MAX_LENGTH) {
            int codePoint = text.codePointAt(at);
            if (prints(codePoint)) {
                safe.appendCodePoint(codePoint);
            } else {
                safe.append(String.format("\\u{%X}", codePoint));
            }
            at += Character.charCount(codePoint);
        }
        return at < text.length() ? safe.append('…').toString() : safe.toString();
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
