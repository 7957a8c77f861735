package dev.interloper.handshake.secrets;

import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of connections, as browsers, curl and others write them down where {@code SSLKEYLOGFILE} says: lines of a label, the
 * client's random and a secret (draft-ietf-tls-keylogfile), and the older ones that start with {@code RSA}. Where two lines say
 * different things the later one counts; a line of no such form is passed over and counted. Secrets are never printed. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class KeyLog {

    private static final KeyLog EMPTY = new KeyLog(Map.of(), 0);

    static final int RSA_PREFIX_LENGTH = 8;

    /** The label of what an RSA key exchange encrypted. */
    static final String RSA = "RSA";

    /** Our label of a master secret that a session's id finds. */
    static final String SESSION = "RSA Session-ID";

    /** A secret's label and what it belongs to: a client random, a session id, or the start of an encrypted premaster secret. */
    record Key(String label, Bytes of) {}

    private final Map<Key, Bytes> secrets;
    private final int unreadableLines;

    KeyLog(Map<Key, Bytes> secrets, int unreadableLines) {
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
     * Reads a key log file, line by line: memory depends on how many secrets it holds.
     *
     * @param path the file
     * @return its secrets
     * @throws IOException if it cannot be read
     */
    public static KeyLog file(Path path) throws IOException {
        try (Reader lines = new InputStreamReader(Files.newInputStream(path), StandardCharsets.ISO_8859_1)) {
            return new KeyLogReader().read(lines);
        }
    }

    /**
     * Reads a key log's text.
     *
     * @param text lines, separated by any of the usual line ends; those that are empty or start with {@code #} say nothing
     * @return its secrets
     */
    public static KeyLog parse(String text) {
        try (Reader lines = new StringReader(text)) {
            return new KeyLogReader().read(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text in memory has none
        }
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
     * The master secret of a session before TLS 1.3, from a line {@code RSA Session-ID:… Master-Key:…}.
     *
     * @param sessionId the session id of the ServerHello
     * @return the secret; empty if the log does not hold it
     */
    public Optional<Bytes> masterSecret(Bytes sessionId) {
        return Optional.ofNullable(secrets.get(new Key(SESSION, sessionId)));
    }

    /**
     * The premaster secret of an RSA key exchange, from a line {@code RSA}, the first 8 bytes of what the client encrypted, and what
     * it encrypted.
     *
     * @param encrypted the encrypted premaster secret, without a length before it
     * @return the secret; empty if the log does not hold it
     */
    public Optional<Bytes> premasterSecret(Bytes encrypted) {
        return encrypted.length() < RSA_PREFIX_LENGTH
                ? Optional.empty()
                : Optional.ofNullable(secrets.get(new Key(RSA, encrypted.slice(0, RSA_PREFIX_LENGTH))));
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
     * Lines that were of none of the forms.
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
