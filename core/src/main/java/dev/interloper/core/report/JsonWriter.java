package dev.interloper.core.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259) as it goes, two spaces a level; whatever a peer put into a text comes out escaped. */
final class JsonWriter {

    private static final String INDENT = "  ";

    private final Appendable out;
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;
    private boolean afterName;

    JsonWriter(Appendable out) {
        this.out = out;
    }

    JsonWriter beginObject() throws IOException {
        return begin('{', '}');
    }

    JsonWriter beginArray() throws IOException {
        return begin('[', ']');
    }

    private JsonWriter begin(char opening, char closing) throws IOException {
        separate();
        out.append(opening);
        open.push(closing);
        first = true;
        return this;
    }

    JsonWriter end() throws IOException {
        char closing = open.pop();
        if (!first) {
            newLine();
        }
        out.append(closing);
        first = false;
        return this;
    }

    JsonWriter name(String name) throws IOException {
        separate();
        quote(name);
        out.append(": ");
        afterName = true;
        return this;
    }

    JsonWriter value(@Nullable String text) throws IOException {
        separate();
        if (text == null) {
            out.append("null");
        } else {
            quote(text);
        }
        return this;
    }

    JsonWriter value(long number) throws IOException {
        separate();
        out.append(Long.toString(number));
        return this;
    }

    JsonWriter value(double number) throws IOException {
        separate();
        out.append(BigDecimal.valueOf(number).toPlainString());
        return this;
    }

    JsonWriter value(boolean truth) throws IOException {
        separate();
        out.append(Boolean.toString(truth));
        return this;
    }

    JsonWriter field(String name, @Nullable String text) throws IOException {
        return name(name).value(text);
    }

    JsonWriter field(String name, long number) throws IOException {
        return name(name).value(number);
    }

    JsonWriter field(String name, double number) throws IOException {
        return name(name).value(number);
    }

    JsonWriter field(String name, boolean truth) throws IOException {
        return name(name).value(truth);
    }

    JsonWriter strings(String name, Iterable<String> texts) throws IOException {
        name(name).beginArray();
        for (String text : texts) {
            value(text);
        }
        return end();
    }

    void endOfDocument() throws IOException {
        out.append(System.lineSeparator());
    }

    private void separate() throws IOException {
        if (afterName) {
            afterName = false;
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        if (!first) {
            out.append(',');
        }
        first = false;
        newLine();
    }

    private void newLine() throws IOException {
        out.append(System.lineSeparator());
        for (int i = 0; i < open.size(); i++) {
            out.append(INDENT);
        }
    }

    private void quote(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (isUnsafe(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** Controls, bidirectional and other invisible characters, and whatever lies beyond 16 bits. */
    private static boolean isUnsafe(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
