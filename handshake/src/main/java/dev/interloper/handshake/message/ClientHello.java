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
 * A client's offer (RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2). Lists keep the order of the wire, GREASE included.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ClientHello extends HandshakeMessage {

    private TlsVersion legacyVersion = new TlsVersion(0);
    private Bytes random = Bytes.EMPTY;
    private Bytes sessionId = Bytes.EMPTY;
    private final List<Integer> cipherSuites = new ArrayList<>();
    private Bytes compressionMethods = Bytes.EMPTY;
    private final List<Extension> extensions = new ArrayList<>();
    private boolean extensionsPresent;

    ClientHello(Bytes body, Provenance provenance) {
        super(HandshakeType.CLIENT_HELLO, body, provenance);
        readFields(this::read);
    }

    /**
     * <pre>{@code struct { ProtocolVersion legacy_version; Random random; opaque legacy_session_id<0..32>;
     * CipherSuite cipher_suites<2..2^16-2>; opaque legacy_compression_methods<1..2^8-1>;
     * Extension extensions<8..2^16-1>; } ClientHello;}</pre>
     */
    private void read(WireReader in) throws MalformedException {
        legacyVersion = new TlsVersion(in.u16("legacy_version"));
        random = in.bytes(32, "random");
        sessionId = in.vector8("legacy_session_id").rest();
        WireReader suites = in.vector16("cipher_suites");
        while (suites.hasRemaining()) {
            cipherSuites.add(suites.u16("cipher_suite"));
        }
        compressionMethods = in.vector8("legacy_compression_methods").rest();
        if (in.hasRemaining()) {
            extensionsPresent = true;
            Extensions.read(in, extensions);
        }
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
     * The cipher suites offered, by their 16-bit numbers.
     *
     * @return in the order of the wire
     */
    public List<Integer> cipherSuites() {
        return Collections.unmodifiableList(cipherSuites);
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
        return Collections.unmodifiableList(extensions);
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
        return extension(Extension.SERVER_NAME)
                .flatMap(Extensions::hostName)
                .filter(name -> !name.isEmpty())
                .map(Bytes::printable);
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
        return extension(Extension.SUPPORTED_VERSIONS).map(Extensions::versions).orElse(List.of());
    }
}
