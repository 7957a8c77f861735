package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A client's offer (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2). Lists keep the order of the wire, GREASE included.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ClientHello extends HandshakeMessage {

    private final TlsVersion legacyVersion;
    private final Bytes random;
    private final Bytes sessionId;
    private final Bytes cookie;
    private final List<Integer> cipherSuites;
    private final Bytes compressionMethods;
    private final boolean extensionsPresent;
    private final List<Extension> extensions;
    private final Bytes serverName;
    private final List<TlsVersion> supportedVersions;
    private final boolean datagram;

    ClientHello(Bytes body, Provenance provenance) {
        this(body, provenance, false);
    }

    ClientHello(Bytes body, Provenance provenance, boolean datagram) {
        super(HandshakeType.CLIENT_HELLO, body, provenance);
        ClientHelloView view = new ClientHelloView();
        view.reset(body, datagram);
        malformed(view.malformation().orElse(null));
        this.datagram = datagram;
        legacyVersion = new TlsVersion(view.legacyVersion());
        random = view.random().toBytes();
        sessionId = view.sessionId().toBytes();
        cookie = view.cookie().toBytes();
        List<Integer> suites = new ArrayList<>(view.cipherSuiteCount());
        for (int i = 0; i < view.cipherSuiteCount(); i++) {
            suites.add(view.cipherSuite(i));
        }
        cipherSuites = Collections.unmodifiableList(suites);
        compressionMethods = view.compressionMethods().toBytes();
        extensionsPresent = view.hasExtensions();
        extensions = view.extensions().copies();
        serverName = view.serverName().toBytes();
        List<TlsVersion> versions = new ArrayList<>(0);
        Span offered = view.supportedVersions();
        for (int i = 0; i + 1 < offered.length(); i += 2) {
            versions.add(new TlsVersion(offered.u16(i)));
        }
        supportedVersions = Collections.unmodifiableList(versions);
    }

    /**
     * Whether this hello came by DTLS, and so has room for a {@link #cookie()}.
     *
     * @return true for DTLS, false for TLS and QUIC
     */
    public boolean isDatagram() {
        return datagram;
    }

    /**
     * The version field; 0x0303 in TLS 1.3, whose true offer is in {@link #supportedVersions()}.
     *
     * @return the version
     */
    public TlsVersion legacyVersion() {
        return legacyVersion;
    }

    /**
     * The client's random value.
     *
     * @return 32 bytes; empty if the message ends before it
     */
    public Bytes random() {
        return random;
    }

    /**
     * The session id; not empty where the client asks to resume, and for compatibility in TLS 1.3.
     *
     * @return 0 to 32 bytes
     */
    public Bytes sessionId() {
        return sessionId;
    }

    /**
     * The cookie of a DTLS hello, which the server asked for in a HelloVerifyRequest (RFC 6347 section 4.2.1).
     *
     * @return 0 to 255 bytes; none outside of DTLS
     */
    public Bytes cookie() {
        return cookie;
    }

    /**
     * The cipher suites offered, by their 16-bit numbers.
     *
     * @return in the order of the wire
     */
    public List<Integer> cipherSuites() {
        return cipherSuites;
    }

    /**
     * The compression methods offered, a byte each.
     *
     * @return in the order of the wire
     */
    public Bytes compressionMethods() {
        return compressionMethods;
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
     * Whether there is a block of extensions; old clients send none, which is not the same as an empty one.
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
     * The host name asked for (SNI, RFC 6066 section 3), in printable form: bytes that are not printable ASCII appear as
     * {@code \xNN}.
     *
     * @return empty if the client named none
     */
    public Optional<String> serverName() {
        return serverName.isEmpty() ? Optional.empty() : Optional.of(serverName.printable());
    }

    /**
     * The application protocols offered (RFC 7301), in printable form.
     *
     * @return in the order of the wire; empty if none are offered
     */
    public List<String> applicationProtocols() {
        return extension(Extension.ALPN).map(Extensions::protocolNames).orElse(List.of());
    }

    /**
     * The versions offered in supported_versions (RFC 8446 section 4.2.1).
     *
     * @return in the order of the wire; empty without that extension
     */
    public List<TlsVersion> supportedVersions() {
        return supportedVersions;
    }
}
