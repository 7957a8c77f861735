package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The connection id that the sender of this hello wants to be reached by (RFC 9146 section 3); 53 was its number in drafts. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ConnectionId extends ExtensionBody {

    private Bytes connectionId = Bytes.EMPTY;

    ConnectionId(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque cid<0..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        connectionId = data.vector8("cid").rest();
    }

    /**
     * The id.
     *
     * @return 0 to 255 bytes; none where the sender only allows the other side to use one
     */
    public Bytes connectionId() {
        return connectionId;
    }
}
