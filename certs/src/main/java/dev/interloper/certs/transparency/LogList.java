package dev.interloper.certs.transparency;

import dev.interloper.certs.PublicKeyHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The logs that somebody knows of, and the moment at which he knew it.
 *
 * <p>Whoever's list it is decides whose signatures count, so take one only from where you trust it to come from. Since
 * 2026 the lists that Google serves to programs other than its own may have logs whose private keys are published (<a
 * href="https://groups.google.com/a/chromium.org/g/ct-policy/c/qY3aOKr5-sU">announcement</a>): a signature by such a log
 * proves nothing. Immutable and thread-safe.
 *
 * @see <a href="https://www.gstatic.com/ct/log_list/v3/log_list_schema.json">Schema of the v3 format</a>
 * @since 0.1
 */
public final class LogList {
    /** Several times the largest list there is. */
    private static final int MAX_BYTES = 8 << 20;

    private final String version;
    private final Instant date;
    private final Map<PublicKeyHash, TransparencyLog> logs;

    LogList(String version, Instant date, Map<PublicKeyHash, TransparencyLog> logs) {
        this.version = version;
        this.date = date;
        this.logs = new LinkedHashMap<>(logs);
    }

    /**
     * The list that comes with the library, whose date is {@link #date()}. More than 70 days after it, policies are not
     * evaluated with it; signatures still are.
     *
     * @return facts of the list that Google published on that date; loaded at first use
     */
    public static LogList bundled() {
        return LogListTable.bundled();
    }

    /**
     * Reads a list in the v3 format.
     *
     * @param json the text; not null
     * @return the list
     * @throws LogListException if it is not in that format, or a log's identifier is not the hash of its key
     */
    public static LogList parse(String json) throws LogListException {
        return LogListJson.parse(Objects.requireNonNull(json, "json"), Optional.empty());
    }

    /**
     * Reads a list in the v3 format that states no date, as Apple's does not.
     *
     * @param json the text; not null
     * @param date when the list was in force; not null; a date in the text goes before it
     * @return the list
     * @throws LogListException if it is not in that format, or a log's identifier is not the hash of its key
     */
    public static LogList parse(String json, Instant date) throws LogListException {
        return LogListJson.parse(Objects.requireNonNull(json, "json"), Optional.of(date));
    }

    /**
     * Reads a list in the v3 format.
     *
     * @param json a stream of UTF-8, at most 8 MiB; not null; read to its end and not closed
     * @return the list
     * @throws IOException if the stream cannot be read
     * @throws LogListException if it is not in that format, or a log's identifier is not the hash of its key
     */
    public static LogList parse(InputStream json) throws IOException {
        byte[] bytes = json.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new LogListException(MAX_BYTES, "more than " + MAX_BYTES + " bytes");
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new LogListException(0, "not UTF-8");
        }
    }

    /**
     * When the list was in force.
     *
     * @return the list's own timestamp
     */
    public Instant date() {
        return date;
    }

    /**
     * The publisher's number for it.
     *
     * @return the version; may be empty
     */
    public String version() {
        return version;
    }

    /**
     * All logs.
     *
     * @return an unmodifiable list, in the order of the source
     */
    public List<TransparencyLog> logs() {
        return List.copyOf(logs.values());
    }

    /**
     * The log with this identifier.
     *
     * @param id the hash of its key; not null
     * @return the log; empty when the list does not have it
     */
    public Optional<TransparencyLog> log(PublicKeyHash id) {
        return Optional.ofNullable(logs.get(Objects.requireNonNull(id, "id")));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogList that
                && date.equals(that.date)
                && version.equals(that.version)
                && logs.equals(that.logs);
    }

    @Override
    public int hashCode() {
        return date.hashCode() * 31 + logs.keySet().hashCode();
    }

    /** How many logs, and the date. */
    @Override
    public String toString() {
        return "list of " + logs.size() + " logs of " + date;
    }
}
