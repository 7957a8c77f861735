package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A server's choice (RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3), or, in TLS 1.3, its request for another hello
 * ({@link #isHelloRetryRequest()}). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ServerHello extends HandshakeMessage {

    private final TlsVersion legacyVersion;
    private final TlsVersion selectedVersion;
    private final Bytes random;
    private final Bytes sessionId;
    private final int cipherSuite;
    private final int compressionMethod;
    private final boolean extensionsPresent;
    private final List<Extension> extensions;
    private final boolean helloRetryRequest;
    private final int downgradeSentinel;

    ServerHello(Bytes body, Provenance provenance) {
        super(HandshakeType.SERVER_HELLO, body, provenance);
        ServerHelloView view = new ServerHelloView();
        view.reset(body);
        malformed(view.malformation().orElse(null));
        legacyVersion = new TlsVersion(view.legacyVersion());
        selectedVersion = new TlsVersion(view.selectedVersion());
        random = view.random().toBytes();
        sessionId = view.sessionId().toBytes();
        cipherSuite = view.cipherSuite();
        compressionMethod = view.compressionMethod();
        extensionsPresent = view.hasExtensions();
        extensions = view.extensions().copies();
        helloRetryRequest = view.isHelloRetryRequest();
        downgradeSentinel = view.downgradeSentinel();
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
        return selectedVersion;
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
     * @return in the order of the wire; empty both for an empty block and for none
     */
    public List<Extension> extensions() {
        return extensions;
    }

    /**
     * Whether there is a block of extensions; SSL 3.0 and old servers send none.
     *
     * @return true if there is one
     */
    public boolean hasExtensions() {
        return extensionsPresent;
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
        return helloRetryRequest;
    }

    /**
     * Whether the server says, in its random value, that it would have spoken a later version than the one it chose (RFC 8446
     * section 4.1.3). A client that offered the later one has been tampered with, or talks to somebody in the middle.
     *
     * @return empty without the mark, else the highest version that the mark admits: TLS 1.2 or TLS 1.1
     */
    public Optional<TlsVersion> downgradeSentinel() {
        return switch (downgradeSentinel) {
            case 1 -> Optional.of(TlsVersion.TLS_1_2);
            case 0 -> Optional.of(TlsVersion.TLS_1_1);
            default -> Optional.empty();
        };
    }
}
