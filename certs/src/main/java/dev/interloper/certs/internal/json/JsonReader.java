package dev.interloper.certs.internal.json;

import dev.interloper.certs.internal.json.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON text (RFC 8259), and nothing that only resembles one: no comments, no trailing commas, no second member
 * of the same name.
 */
public final class JsonReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_VALUES = 500_000;
    private static final int MAX_NUMBER = 64;

    private final String text;
    private int position;
    private int values;

    private JsonReader(String text) {
        this.text = text;
    }

    public static JsonValue parse(String text) throws JsonException {
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        reader.space();
        if (reader.position < text.length()) {
            throw reader.problem("expected the end, found " + reader.found());
        }
        return value;
    }

    private JsonValue value(int depth) throws JsonException {
        space();
        if (depth > MAX_DEPTH) {
            throw problem("more than " + MAX_DEPTH + " levels");
        }
        if (++values > MAX_VALUES) {
            throw problem("more than " + MAX_VALUES + " values");
        }
        int at = position;
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> JsonValue.scalar(Kind.STRING, at, string());
            case 't' -> word("true", Kind.BOOLEAN);
            case 'f' -> word("false", Kind.BOOLEAN);
            case 'n' -> word("null", Kind.NULL);
            default -> number();
        };
    }

    private JsonValue object(int depth) throws JsonException {
        int at = position;
        position++;
        Map<String, JsonValue> members = new LinkedHashMap<>();
        space();
        if (take('}')) {
            return JsonValue.object(at, members);
        }
        do {
            space();
            int nameAt = position;
            String name = string();
            space();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new JsonException(nameAt, "a second member of the same name");
            }
            space();
        } while (take(','));
        expect('}');
        return JsonValue.object(at, members);
    }

    private JsonValue array(int depth) throws JsonException {
        int at = position;
        position++;
        List<JsonValue> elements = new ArrayList<>();
        space();
        if (take(']')) {
            return JsonValue.array(at, elements);
        }
        do {
            elements.add(value(depth + 1));
            space();
        } while (take(','));
        expect(']');
        return JsonValue.array(at, elements);
    }

    private String string() throws JsonException {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            int c = peek();
            if (c < 0x20) {
                throw problem("expected a character of a string, found " + found());
            }
            position++;
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : (char) c);
        }
    }

    private char escaped() throws JsonException {
        int c = peek();
        position++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new JsonException(position - 1, "not an escape sequence");
        };
    }

    private char unicode() throws JsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int c = peek();
            int digit = c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                throw problem("expected a hexadecimal digit, found " + found());
            }
            code = (code << 4) | digit;
            position++;
        }
        return (char) code;
    }

    private JsonValue word(String word, Kind kind) throws JsonException {
        int at = position;
        if (!text.startsWith(word, position)) {
            throw problem("expected " + word);
        }
        position += word.length();
        return JsonValue.scalar(kind, at, word);
    }

    private JsonValue number() throws JsonException {
        int at = position;
        take('-');
        if (!take('0')) {
            digits();
        }
        if (take('.')) {
            digits();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        if (position - at > MAX_NUMBER) {
            throw new JsonException(at, "a number of " + (position - at) + " characters");
        }
        return JsonValue.scalar(Kind.NUMBER, at, text.substring(at, position));
    }

    private void digits() throws JsonException {
        int from = position;
        while (peek() >= '0' && peek() <= '9') {
            position++;
        }
        if (position == from) {
            throw problem("expected a value, found " + found());
        }
    }

    private void space() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') {
            position++;
        }
    }

    /** The next character, -1 at the end. */
    private int peek() {
        return position < text.length() ? text.charAt(position) : -1;
    }

    private boolean take(char c) {
        if (peek() == c) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws JsonException {
        if (!take(c)) {
            throw problem("expected " + c + ", found " + found());
        }
    }

    private String found() {
        int c = peek();
        if (c < 0) {
            return "the end";
        }
        return c > 0x20 && c < 0x7f ? String.valueOf((char) c) : String.format("U+%04X", c);
    }

    private JsonException problem(String what) {
        return new JsonException(position, what);
    }
}
