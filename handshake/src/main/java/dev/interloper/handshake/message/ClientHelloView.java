package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import java.util.Optional;

/**
 * Reads a ClientHello's body in place, without allocating anything for a well-formed one (RFC 8446 section 4.1.2, RFC 9147 section
 * 5.3). What it tells is good until the next reset, and as long as the array is not overwritten. Reusable, not thread-safe.
 *
 * @since 0.1
 */
public final class ClientHelloView {

    private static final ExtensionCursor.Paths EXTENSIONS = ExtensionCursor.Paths.of("ClientHello");

    private final BodyCursor in = new BodyCursor();
    private final Span random = new Span();
    private final Span sessionId = new Span();
    private final Span cookie = new Span();
    private final Span cipherSuites = new Span();
    private final Span compressionMethods = new Span();
    private final Span serverName = new Span();
    private final Span supportedVersions = new Span();
    private final ExtensionCursor extensions = new ExtensionCursor();
    private boolean hasExtensions;
    private int legacyVersion;

    /** A view over nothing yet. */
    public ClientHelloView() {}

    /**
     * Reads a body.
     *
     * @param buffer an array that holds it; read as long as this view is asked
     * @param offset index of its first byte, behind the handshake header
     * @param length its number of bytes
     * @param datagram whether it came by DTLS, whose hello holds a cookie
     * @return whether it is well-formed; if not, the fields before the error are there
     * @throws IndexOutOfBoundsException if the body is not within the array
     */
    public boolean reset(byte[] buffer, int offset, int length, boolean datagram) {
        in.reset(buffer, offset, length);
        legacyVersion = 0;
        hasExtensions = false;
        random.clear();
        sessionId.clear();
        cookie.clear();
        cipherSuites.clear();
        compressionMethods.clear();
        serverName.clear();
        supportedVersions.clear();
        extensions.clear();
        read(in.end(), datagram);
        in.requireEnd("ClientHello.end");
        return in.malformation() == null;
    }

    /**
     * Reads a body from a copy of it, for which this view keeps the room.
     *
     * @param body the body, without the handshake header
     * @param datagram whether it came by DTLS, whose hello holds a cookie
     * @return whether it is well-formed; if not, the fields before the error are there
     */
    public boolean reset(Bytes body, boolean datagram) {
        return reset(in.own(body), 0, body.length(), datagram);
    }

    /**
     * <pre>{@code struct { ProtocolVersion legacy_version; Random random; opaque legacy_session_id<0..32>;
     * opaque legacy_cookie<0..2^8-1>; // DTLS only
     * CipherSuite cipher_suites<2..2^16-2>; opaque legacy_compression_methods<1..2^8-1>;
     * Extension extensions<8..2^16-1>; } ClientHello;}</pre>
     */
    private void read(int end, boolean datagram) {
        if (!in.has(2, end, "ClientHello.legacy_version")) {
            return;
        }
        legacyVersion = in.u16();
        if (!in.span(32, end, "ClientHello.random", random)
                || !in.vector8(end, "ClientHello.legacy_session_id", sessionId)
                || (datagram && !in.vector8(end, "ClientHello.legacy_cookie", cookie))
                || !in.vector16(end, "ClientHello.cipher_suites", cipherSuites)) {
            return;
        }
        if (cipherSuites.length() % 2 != 0) {
            in.wrong(in.position() - 1, "ClientHello.cipher_suites.cipher_suite", 2, 1);
            return;
        }
        if (in.vector8(end, "ClientHello.legacy_compression_methods", compressionMethods) && in.position() < end) {
            hasExtensions = true;
            in.extensions(end, EXTENSIONS, extensions);
        }
    }

    /**
     * What is wrong with the body, if anything is.
     *
     * @return empty for a well-formed one; offsets count from the body's first byte
     */
    public Optional<Malformation> malformation() {
        return Optional.ofNullable(in.malformation());
    }

    /**
     * The version field; 0x0303 in TLS 1.3, whose true offer is in {@link #supportedVersions()}.
     *
     * @return the 16-bit number; 0 if the body ends before it
     */
    public int legacyVersion() {
        return legacyVersion;
    }

    /**
     * The client's random value.
     *
     * @return 32 bytes; none if the body ends before them
     */
    public Span random() {
        return random;
    }

    /**
     * The session id.
     *
     * @return its bytes
     */
    public Span sessionId() {
        return sessionId;
    }

    /**
     * The cookie that a DTLS server asked for.
     *
     * @return its bytes; none in a client's first hello and outside of DTLS
     */
    public Span cookie() {
        return cookie;
    }

    /**
     * How many cipher suites are offered, GREASE included.
     *
     * @return 0 to 32,767
     */
    public int cipherSuiteCount() {
        return cipherSuites.length() / 2;
    }

    /**
     * A cipher suite, in the order of the wire.
     *
     * @param index 0 to {@link #cipherSuiteCount()} - 1
     * @return its 16-bit number
     * @throws IndexOutOfBoundsException if there is no such suite
     */
    public int cipherSuite(int index) {
        return cipherSuites.u16(2 * index);
    }

    /**
     * The compression methods, a byte each.
     *
     * @return in the order of the wire
     */
    public Span compressionMethods() {
        return compressionMethods;
    }

    /**
     * Whether there is a block of extensions; old clients send none, which is not the same as an empty one.
     *
     * @return true if there is one
     */
    public boolean hasExtensions() {
        return hasExtensions;
    }

    /**
     * Whether there is an extension.
     *
     * @param type its 16-bit number
     * @return true if there is at least one of that number
     */
    public boolean hasExtension(int type) {
        return extensions.contains(type);
    }

    /**
     * The extensions.
     *
     * @return the same cursor each time, before the first extension
     */
    public ExtensionCursor extensions() {
        extensions.rewind();
        return extensions;
    }

    /**
     * The first host name asked for (SNI, RFC 6066 section 3), as it is on the wire.
     *
     * @return its bytes; none if the client named none
     */
    public Span serverName() {
        serverName.clear();
        if (extensions.find(Extension.SERVER_NAME, serverName)) {
            ExtensionLists.hostName(serverName);
        }
        return serverName;
    }

    /**
     * The versions offered in supported_versions (RFC 8446 section 4.2.1), two bytes each, GREASE included.
     *
     * @return in the order of the wire; none without that extension
     */
    public Span supportedVersions() {
        supportedVersions.clear();
        if (extensions.find(Extension.SUPPORTED_VERSIONS, supportedVersions)) {
            ExtensionLists.list8(supportedVersions);
        }
        return supportedVersions;
    }
}
