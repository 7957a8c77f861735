package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A DTLS server's wish that the client repeats its hello with a cookie (RFC 6347 section 4.2.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class HelloVerifyRequest extends HandshakeMessage {

    private TlsVersion version = new TlsVersion(0);
    private Bytes cookie = Bytes.EMPTY;

    HelloVerifyRequest(Bytes body, Provenance provenance) {
        super(HandshakeType.HELLO_VERIFY_REQUEST, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { ProtocolVersion server_version; opaque cookie<0..2^8-1>; } HelloVerifyRequest;}</pre> */
    private void read(WireReader in) throws MalformedException {
        version = new TlsVersion(in.u16("server_version"));
        cookie = in.vector8("cookie").rest();
    }

    /**
     * The version field, which need not be the version that will be negotiated.
     *
     * @return the version
     */
    public TlsVersion version() {
        return version;
    }

    /**
     * What the client is to send back.
     *
     * @return 0 to 255 bytes
     */
    public Bytes cookie() {
        return cookie;
    }
}
