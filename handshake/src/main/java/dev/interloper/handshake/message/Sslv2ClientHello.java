package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A client's offer in the form of SSL 2, in which old clients sent their first hello (RFC 5246 appendix E.2). Its record has a
 * header of two bytes, and its body starts behind the type byte. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Sslv2ClientHello extends HandshakeMessage {

    private static final int RANDOM_LENGTH = 32;

    private TlsVersion version = new TlsVersion(0);
    private final List<Integer> cipherSpecs = new ArrayList<>();
    private Bytes sessionId = Bytes.EMPTY;
    private Bytes challenge = Bytes.EMPTY;

    private Sslv2ClientHello(Bytes body, Provenance provenance) {
        super(HandshakeType.CLIENT_HELLO, body, provenance);
        readFields(this::read);
    }

    /**
     * Reads a hello.
     *
     * @param record the record's contents behind its two-byte header, from the type byte on
     * @param provenance where it came from
     * @return the message; see {@link #malformation()}
     */
    public static Sslv2ClientHello parse(Bytes record, Provenance provenance) {
        return new Sslv2ClientHello(record.isEmpty() ? record : record.slice(1, record.length() - 1), provenance);
    }

    /**
     * <pre>{@code struct { uint8 msg_type; Version version; uint16 cipher_spec_length; uint16 session_id_length;
     * uint16 challenge_length; V2CipherSpec cipher_specs[V2ClientHello.cipher_spec_length];
     * opaque session_id[V2ClientHello.session_id_length]; opaque challenge[V2ClientHello.challenge_length];
     * } V2ClientHello;}</pre>
     */
    private void read(WireReader in) throws MalformedException {
        version = new TlsVersion(in.u16("version"));
        int specsLength = in.u16("cipher_spec_length");
        int sessionIdLength = in.u16("session_id_length");
        int challengeLength = in.u16("challenge_length");
        WireReader specs = in.bytes(specsLength, "cipher_specs").reader().named("Sslv2ClientHello.cipher_specs");
        while (specs.hasRemaining()) {
            cipherSpecs.add(specs.u24("cipher_spec"));
        }
        sessionId = in.bytes(sessionIdLength, "session_id");
        challenge = in.bytes(challengeLength, "challenge");
    }

    /**
     * The highest version that the client offers.
     *
     * @return 0x0002 for SSL 2 itself
     */
    public TlsVersion version() {
        return version;
    }

    /**
     * The cipher specs offered, by their 24-bit numbers.
     *
     * @return in the order of the wire
     */
    public List<Integer> cipherSpecs() {
        return Collections.unmodifiableList(cipherSpecs);
    }

    /**
     * Those of the cipher specs that are cipher suites of SSL 3 and TLS: their first byte is zero.
     *
     * @return 16-bit numbers in the order of the wire
     */
    public List<Integer> cipherSuites() {
        return cipherSpecs.stream().filter(spec -> spec <= 0xffff).toList();
    }

    /**
     * The session id; always empty where the client offers more than SSL 2.
     *
     * @return 0 or 16 bytes
     */
    public Bytes sessionId() {
        return sessionId;
    }

    /**
     * The challenge.
     *
     * @return 16 to 32 bytes
     */
    public Bytes challenge() {
        return challenge;
    }

    /**
     * The challenge as the random value that a handshake of SSL 3 or TLS takes it for: with zeros before it.
     *
     * @return 32 bytes
     */
    public Bytes random() {
        int length = Math.min(challenge.length(), RANDOM_LENGTH);
        byte[] random = new byte[RANDOM_LENGTH];
        System.arraycopy(challenge.toByteArray(), challenge.length() - length, random, RANDOM_LENGTH - length, length);
        return Bytes.copyOf(random);
    }
}
