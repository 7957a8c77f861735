package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * What a server wants to get back with the second hello, and that (RFC 8446 section 4.2.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Cookie extends ExtensionBody {

    private Bytes cookie = Bytes.EMPTY;

    Cookie(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque cookie<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        cookie = data.vector16("cookie").rest();
    }

    /**
     * The cookie.
     *
     * @return 1 to 65,535 bytes
     */
    public Bytes cookie() {
        return cookie;
    }
}
