package dev.interloper.handshake.secrets;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of connections, as browsers, curl and others write them down where {@code SSLKEYLOGFILE} says: lines of a label, the
 * client's random and a secret (draft-ietf-tls-keylogfile). A line that is not of that form is passed over and counted. Secrets
 * are never printed. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class KeyLog {

    private static final KeyLog EMPTY = new KeyLog(Map.of(), 0);

    private record Key(String label, Bytes clientRandom) {}

    private final Map<Key, Bytes> secrets;
    private final int unreadableLines;

    private KeyLog(Map<Key, Bytes> secrets, int unreadableLines) {
        this.secrets = secrets;
        this.unreadableLines = unreadableLines;
    }

    /**
     * A key log that knows no secret.
     *
     * @return the empty key log
     */
    public static KeyLog empty() {
        return EMPTY;
    }

    /**
     * Reads a key log file.
     *
     * @param path the file
     * @return its secrets
     * @throws IOException if it cannot be read
     */
    public static KeyLog file(Path path) throws IOException {
        return parse(Files.readString(path, StandardCharsets.ISO_8859_1));
    }

    /**
     * Reads a key log's text.
     *
     * @param text lines, separated by any of the usual line ends; those that are empty or start with {@code #} say nothing
     * @return its secrets
     */
    public static KeyLog parse(String text) {
        Map<Key, Bytes> secrets = new HashMap<>();
        int unreadable = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#") && !read(line, secrets)) {
                unreadable++;
            }
        }
        return new KeyLog(secrets, unreadable);
    }

    private static boolean read(String line, Map<Key, Bytes> into) {
        String[] fields = line.split("\\s+", -1);
        if (fields.length != 3) {
            return false;
        }
        try {
            Bytes random = bytes(fields[1]);
            into.put(new Key(fields[0], random), bytes(fields[2]));
            return true;
        } catch (IllegalArgumentException e) {
            return false; // not hexadecimal
        }
    }

    private static Bytes bytes(String hex) {
        return Bytes.copyOf(HexFormat.of().parseHex(hex));
    }

    /**
     * A secret.
     *
     * @param label which one, such as {@code CLIENT_RANDOM} or {@code SERVER_HANDSHAKE_TRAFFIC_SECRET}
     * @param clientRandom the 32 bytes of the connection's first ClientHello
     * @return the secret; empty if the log does not hold it
     */
    public Optional<Bytes> secret(String label, Bytes clientRandom) {
        return Optional.ofNullable(secrets.get(new Key(label, clientRandom)));
    }

    /**
     * These secrets and others; where both know one, the other's counts.
     *
     * @param other more secrets
     * @return both
     */
    public KeyLog and(KeyLog other) {
        Map<Key, Bytes> both = new HashMap<>(secrets);
        both.putAll(other.secrets);
        return new KeyLog(both, unreadableLines + other.unreadableLines);
    }

    /**
     * Whether no secret is known.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /**
     * Lines that were not of the form.
     *
     * @return their number
     */
    public int unreadableLines() {
        return unreadableLines;
    }

    /** How many secrets there are, none of them. */
    @Override
    public String toString() {
        return secrets.size() + " secrets";
    }
}
