package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A server's choice (RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3), or, in TLS 1.3, its request for another hello
 * ({@link #isHelloRetryRequest()}). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerHello extends HandshakeMessage {

    /** SHA-256 of "HelloRetryRequest": the random value that marks one (RFC 8446 section 4.1.3). */
    private static final Bytes RETRY_RANDOM =
            Bytes.ofHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    private TlsVersion legacyVersion = new TlsVersion(0);
    private Bytes random = Bytes.EMPTY;
    private Bytes sessionId = Bytes.EMPTY;
    private int cipherSuite;
    private int compressionMethod;
    private final List<Extension> extensions = new ArrayList<>();

    ServerHello(Bytes body, Provenance provenance) {
        super(HandshakeType.SERVER_HELLO, body, provenance);
        readFields(this::read);
    }

    /**
     * <pre>{@code struct { ProtocolVersion legacy_version; Random random; opaque legacy_session_id_echo<0..32>;
     * CipherSuite cipher_suite; uint8 legacy_compression_method; Extension extensions<6..2^16-1>; } ServerHello;}</pre>
     *
     * <p>Drafts 18 to 21 of TLS 1.3 had neither session id nor compression method.
     */
    private void read(WireReader in) throws MalformedException {
        legacyVersion = new TlsVersion(in.u16("legacy_version"));
        random = in.bytes(32, "random");
        boolean earlyDraft = legacyVersion.code() >> 8 == 0x7f && (legacyVersion.code() & 0xff) < 22;
        if (!earlyDraft) {
            sessionId = in.vector8("legacy_session_id_echo").rest();
        }
        cipherSuite = in.u16("cipher_suite");
        if (!earlyDraft) {
            compressionMethod = in.u8("legacy_compression_method");
        }
        if (in.hasRemaining()) {
            Extensions.read(in, extensions);
        }
    }

    /**
     * The version field; 0x0303 in TLS 1.3, whose version is in {@link #selectedVersion()}.
     *
     * @return the version
     */
    public TlsVersion legacyVersion() {
        return legacyVersion;
    }

    /**
     * The version that the connection will speak: from supported_versions if the server sent it, else the version field.
     *
     * @return the negotiated version
     */
    public TlsVersion selectedVersion() {
        return extension(Extension.SUPPORTED_VERSIONS)
                .filter(data -> data.length() == 2)
                .map(data -> new TlsVersion(data.at(0) << 8 | data.at(1)))
                .orElse(legacyVersion);
    }

    /**
     * The server's random value.
     *
     * @return 32 bytes; empty if the message ends before it
     */
    public Bytes random() {
        return random;
    }

    /**
     * The session id; equal to the client's where a session is resumed up to TLS 1.2, an echo in TLS 1.3.
     *
     * @return 0 to 32 bytes
     */
    public Bytes sessionId() {
        return sessionId;
    }

    /**
     * The cipher suite chosen.
     *
     * @return its 16-bit number
     */
    public int cipherSuite() {
        return cipherSuite;
    }

    /**
     * The compression method chosen.
     *
     * @return its number; 0 is none
     */
    public int compressionMethod() {
        return compressionMethod;
    }

    /**
     * The extensions.
     *
     * @return in the order of the wire
     */
    public List<Extension> extensions() {
        return Collections.unmodifiableList(extensions);
    }

    /**
     * An extension's contents.
     *
     * @param type its number
     * @return the first one of that number
     */
    public Optional<Bytes> extension(int type) {
        return Extensions.find(extensions, type);
    }

    /**
     * Whether this is a HelloRetryRequest of TLS 1.3: the client is to send another hello, and another ServerHello follows.
     *
     * @return true for the random value that RFC 8446 section 4.1.3 sets apart
     */
    public boolean isHelloRetryRequest() {
        return random.equals(RETRY_RANDOM);
    }
}
