package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import java.util.Optional;

/**
 * Reads a ServerHello's body in place, without allocating anything for a well-formed one (RFC 8446 section 4.1.3). What it tells is
 * good until the next reset, and as long as the array is not overwritten. Reusable, not thread-safe.
 *
 * @since 0.1
 */
public final class ServerHelloView {

    /** SHA-256 of "HelloRetryRequest": the random value that marks one (RFC 8446 section 4.1.3). */
    private static final Bytes RETRY_RANDOM =
            Bytes.ofHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    /** "DOWNGRD", before a last byte that says to what (RFC 8446 section 4.1.3). */
    private static final Bytes DOWNGRADE = Bytes.ofHex("444f574e475244");

    private static final ExtensionCursor.Paths EXTENSIONS = ExtensionCursor.Paths.of("ServerHello");

    private final BodyCursor in = new BodyCursor();
    private final Span random = new Span();
    private final Span sessionId = new Span();
    private final Span scratch = new Span();
    private final ExtensionCursor extensions = new ExtensionCursor();
    private boolean hasExtensions;
    private int legacyVersion;
    private int cipherSuite;
    private int compressionMethod;

    /** A view over nothing yet. */
    public ServerHelloView() {}

    /**
     * Reads a body.
     *
     * @param buffer an array that holds it; read as long as this view is asked
     * @param offset index of its first byte, behind the handshake header
     * @param length its number of bytes
     * @return whether it is well-formed; if not, the fields before the error are there
     * @throws IndexOutOfBoundsException if the body is not within the array
     */
    public boolean reset(byte[] buffer, int offset, int length) {
        in.reset(buffer, offset, length);
        legacyVersion = 0;
        cipherSuite = 0;
        compressionMethod = 0;
        hasExtensions = false;
        random.clear();
        sessionId.clear();
        extensions.clear();
        read(in.end());
        in.requireEnd("ServerHello.end");
        return in.malformation() == null;
    }

    /**
     * Reads a body from a copy of it, for which this view keeps the room.
     *
     * @param body the body, without the handshake header
     * @return whether it is well-formed; if not, the fields before the error are there
     */
    public boolean reset(Bytes body) {
        return reset(in.own(body), 0, body.length());
    }

    /**
     * <pre>{@code struct { ProtocolVersion legacy_version; Random random; opaque legacy_session_id_echo<0..32>;
     * CipherSuite cipher_suite; uint8 legacy_compression_method; Extension extensions<6..2^16-1>; } ServerHello;}</pre>
     *
     * <p>Drafts 18 to 21 of TLS 1.3 had neither session id nor compression method.
     */
    private void read(int end) {
        if (!in.has(2, end, "ServerHello.legacy_version")) {
            return;
        }
        legacyVersion = in.u16();
        boolean earlyDraft = legacyVersion == 0x0304 || (legacyVersion >> 8 == 0x7f && (legacyVersion & 0xff) < 22);
        if (!in.span(32, end, "ServerHello.random", random)
                || (!earlyDraft && !in.vector8(end, "ServerHello.legacy_session_id_echo", sessionId))
                || !in.has(2, end, "ServerHello.cipher_suite")) {
            return;
        }
        cipherSuite = in.u16();
        if (!earlyDraft) {
            if (!in.has(1, end, "ServerHello.legacy_compression_method")) {
                return;
            }
            compressionMethod = in.u8();
        }
        if (in.position() < end) {
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
     * The version field; 0x0303 in TLS 1.3, whose version is in {@link #selectedVersion()}.
     *
     * @return the 16-bit number; 0 if the body ends before it
     */
    public int legacyVersion() {
        return legacyVersion;
    }

    /**
     * The version that the connection will speak: from supported_versions if the server sent it, else the version field.
     *
     * @return the 16-bit number
     */
    public int selectedVersion() {
        boolean says = extensions.find(Extension.SUPPORTED_VERSIONS, scratch) && scratch.length() == 2;
        return says ? scratch.u16(0) : legacyVersion;
    }

    /**
     * The server's random value.
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
     * Whether there is a block of extensions; SSL 3.0 and old servers send none.
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
     * Whether this is a HelloRetryRequest of TLS 1.3: the client is to send another hello, and another ServerHello follows.
     *
     * @return true for the random value that RFC 8446 section 4.1.3 sets apart
     */
    public boolean isHelloRetryRequest() {
        return holds(RETRY_RANDOM, 0);
    }

    /**
     * What a server that knows a later version says of the one it chose, in the last byte of its random value (RFC 8446 section
     * 4.1.3).
     *
     * @return 1 for TLS 1.2, 0 for TLS 1.1 or below; -1 if the random value does not end so
     */
    public int downgradeSentinel() {
        boolean marked = holds(DOWNGRADE, 24) && random.u8(31) <= 1;
        return marked ? random.u8(31) : -1;
    }

    private boolean holds(Bytes pattern, int at) {
        if (random.length() < at + pattern.length()) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            if (random.u8(at + i) != pattern.at(i)) {
                return false;
            }
        }
        return true;
    }
}
