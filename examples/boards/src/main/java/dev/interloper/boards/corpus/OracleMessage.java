package dev.interloper.boards.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One handshake message as tshark read it. */
public final class OracleMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> CARRIER =
            Set.of("frame", "seq", "record_length", "fragment_offset", "fragment_length");

    private final JsonNode json;

    private OracleMessage(JsonNode json) {
        this.json = json;
    }

    /**
     * The messages of an oracle's file that say something to compare with: not encrypted, not a fragment of a later one.
     *
     * @param oracle the file
     * @return in the file's order
     * @throws IOException if it cannot be read
     */
    public static List<OracleMessage> complete(Path oracle) throws IOException {
        List<OracleMessage> messages = new ArrayList<>();
        for (JsonNode node : JSON.readTree(oracle.toFile()).path("handshakes")) {
            OracleMessage message = new OracleMessage(node);
            if (!message.is("opaque") && !message.isFirstFragment() && !message.is("partial") && message.type() >= 0) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** Not every fragment of DTLS that goes on in the next one is marked as partial. */
    private boolean isFirstFragment() {
        return json.path("fragment_offset").asLong(-1) == 0
                && json.path("fragment_length").asLong() < json.path("length").asLong();
    }

    /**
     * A mark of the record, such as {@code malformed}.
     *
     * @param mark its name
     * @return whether it is there and true
     */
    public boolean is(String mark) {
        return json.path(mark).asBoolean(false);
    }

    /**
     * The message's type.
     *
     * @return its number; -1 where none is given
     */
    public int type() {
        return json.path("type").asInt(-1);
    }

    /**
     * The frame that completes it.
     *
     * @return its number, from 1
     */
    public long frame() {
        return json.path("frame").asLong();
    }

    /**
     * The way it travelled.
     *
     * @return sender and receiver
     */
    public Flow flow() {
        return Flow.of(
                json.path("src").asText(),
                json.path("sport").asInt(),
                json.path("dst").asText(),
                json.path("dport").asInt());
    }

    /**
     * A field as text.
     *
     * @param field its name
     * @return empty where it is absent
     */
    public String text(String field) {
        return json.path(field).asText("");
    }

    /**
     * A field as a number.
     *
     * @param field its name
     * @return -1 where it is absent
     */
    public long number(String field) {
        return json.path(field).asLong(-1);
    }

    /**
     * A field of objects, of which one member is wanted.
     *
     * @param field the field's name
     * @param member the member's name
     * @return in the file's order; empty where the field is absent
     */
    public List<String> texts(String field, String member) {
        List<String> values = new ArrayList<>();
        json.path(field).forEach(node -> values.add(node.path(member).asText()));
        return values;
    }

    /**
     * Every field that says something, as numbers ({@link Long}), texts, and lists of these.
     *
     * @return by name
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>();
        json.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (field.getKey().equals("certs")) {
                fields.put("certs", texts("certs", "sha256"));
            } else if (value.isArray()) {
                List<Object> values = new ArrayList<>();
                value.forEach(node -> values.add(scalar(node)));
                fields.put(field.getKey(), values);
            } else if (!value.isNull() && !value.isBoolean() && !value.asText().isEmpty()) {
                fields.put(field.getKey(), scalar(value));
            }
        });
        return fields;
    }

    private static Object scalar(JsonNode node) {
        return node.isNumber() ? node.asLong() : node.asText();
    }

    /**
     * Whether another message over datagrams says the same, but for the frame, record and fragment that it is in.
     *
     * @param other a message of the same oracle
     * @return false over streams, where nothing is listed twice
     */
    public boolean repeats(OracleMessage other) {
        return !text("proto").equals("tls") && contents().equals(other.contents());
    }

    private Map<String, Object> contents() {
        Map<String, Object> contents = fields();
        contents.keySet().removeAll(CARRIER);
        return contents;
    }

    /** Where it is, and what. */
    @Override
    public String toString() {
        return "frame " + frame() + " type " + type() + " " + flow();
    }
}
