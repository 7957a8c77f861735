package dev.interloper.certs.internal.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One JSON value, and where it stood. Asking it for what it is not says so with that place. */
public final class JsonValue {
    /** The kinds of RFC 8259. */
    public enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    private final Kind kind;
    private final int offset;
    private final String text;
    private final List<JsonValue> elements;
    private final Map<String, JsonValue> members;

    private JsonValue(Kind kind, int offset, String text, List<JsonValue> elements, Map<String, JsonValue> members) {
        this.kind = kind;
        this.offset = offset;
        this.text = text;
        this.elements = elements;
        this.members = members;
    }

    static JsonValue scalar(Kind kind, int offset, String text) {
        return new JsonValue(kind, offset, text, List.of(), Map.of());
    }

    static JsonValue array(int offset, List<JsonValue> elements) {
        return new JsonValue(Kind.ARRAY, offset, "", List.copyOf(elements), Map.of());
    }

    static JsonValue object(int offset, Map<String, JsonValue> members) {
        Map<String, JsonValue> copy = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        return new JsonValue(Kind.OBJECT, offset, "", List.of(), copy);
    }

    public Kind kind() {
        return kind;
    }

    public int offset() {
        return offset;
    }

    /** The member of an object; empty when it is absent or null. */
    public Optional<JsonValue> member(String name) throws JsonException {
        expect(Kind.OBJECT);
        return Optional.ofNullable(members.get(name)).filter(v -> v.kind != Kind.NULL);
    }

    public JsonValue required(String name) throws JsonException {
        Optional<JsonValue> member = member(name);
        if (member.isEmpty()) {
            throw new JsonException(offset, "expected a member \"" + name + "\" in this object");
        }
        return member.get();
    }

    /** The members of an object in their order. */
    public Map<String, JsonValue> members() throws JsonException {
        expect(Kind.OBJECT);
        return members;
    }

    public List<JsonValue> elements() throws JsonException {
        expect(Kind.ARRAY);
        return elements;
    }

    public String string() throws JsonException {
        expect(Kind.STRING);
        return text;
    }

    public long integer() throws JsonException {
        expect(Kind.NUMBER);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new JsonException(offset, "expected a whole number below 2^63");
        }
    }

    public boolean bool() throws JsonException {
        expect(Kind.BOOLEAN);
        return text.equals("true");
    }

    private void expect(Kind expected) throws JsonException {
        if (kind != expected) {
            throw new JsonException(offset, "expected " + expected + ", found " + kind);
        }
    }
}
