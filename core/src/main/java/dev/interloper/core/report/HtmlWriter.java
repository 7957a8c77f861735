package dev.interloper.core.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes HTML that is well-formed XML too. All text and all attributes' values are escaped; nothing that runs or fetches can be
 * written.
 */
final class HtmlWriter {

    /** Longer texts, which only a peer sends, are cut. */
    static final int MAX_TEXT = 4_000;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Pattern FETCHES =
            Pattern.compile("(?i)on.*|src|srcset|style|action|formaction|data|poster|ping|background|cite|xlink");
    private static final Pattern RUNS = Pattern.compile("(?i)script|iframe|object|embed|base|link|img|image|use|form");

    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();

    HtmlWriter(StringBuilder out) {
        this.out = out;
    }

    /** The beginning of an element. */
    HtmlWriter open(String name, String... attributes) {
        tag(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** The end of the innermost element. */
    HtmlWriter close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that holds nothing. */
    HtmlWriter empty(String name, String... attributes) {
        tag(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds text only. */
    HtmlWriter element(String name, String text, String... attributes) {
        tag(name, attributes);
        out.append('>');
        text(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /** Text. What does not print, turns or hides other text is shown as its code point. */
    HtmlWriter text(String text) {
        int end = Math.min(text.length(), MAX_TEXT);
        for (int at = 0; at < end; ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            append(codePoint);
        }
        if (end < text.length()) {
            out.append('…');
        }
        return this;
    }

    /** A style sheet of our own: only a resource's text. */
    HtmlWriter styles(String css) {
        if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
            throw new IllegalArgumentException("css: holds markup");
        }
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** What another writer wrote, whole elements. */
    HtmlWriter written(CharSequence html) {
        out.append(html);
        return this;
    }

    private void tag(String name, String... attributes) {
        if (!NAME.matcher(name).matches() || RUNS.matcher(name).matches()) {
            throw new IllegalArgumentException("name: " + name);
        }
        if (attributes.length % 2 != 0) {
            throw new IllegalArgumentException("attributes: a name without a value");
        }
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    private void attribute(String name, String value) {
        boolean refers = name.toLowerCase(Locale.ROOT).endsWith("href");
        if (!NAME.matcher(name).matches() || FETCHES.matcher(name).matches() || (refers && !value.startsWith("#"))) {
            throw new IllegalArgumentException("attribute: " + name);
        }
        out.append(' ').append(name).append("=\"");
        text(value);
        out.append('"');
    }

    private void append(int codePoint) {
        switch (codePoint) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n' -> out.append('\n');
            default -> {
                if (prints(codePoint)) {
                    out.appendCodePoint(codePoint);
                } else {
                    out.append(String.format(Locale.ROOT, "\\u{%X}", codePoint));
                }
            }
        }
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
