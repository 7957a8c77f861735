package dev.interloper.certs.internal;

/** Makes text of unknown origin fit for a log or a terminal. */
public final class SafeText {
    private static final int MAX = 512;

    private SafeText() {}

    /**
     * Escapes control, format (bidirectional and zero-width among them), separator, private and unpaired surrogate
     * characters as <code>\\u{…}</code>, and cuts what is longer than 512 characters.
     */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), MAX) + 16);
        for (int i = 0; i < text.length(); ) {
            if (i >= MAX) {
                return out.append("… (")
                        .append(text.length())
                        .append(" characters)")
                        .toString();
            }
            int c = text.codePointAt(i);
            if (isPlain(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u{%X}", c));
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
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
