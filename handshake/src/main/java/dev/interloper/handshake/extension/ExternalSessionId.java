package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The signalling session that the handshake belongs to (RFC 8844 section 4.3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ExternalSessionId extends ExtensionBody {

    private Bytes sessionId = Bytes.EMPTY;

    ExternalSessionId(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque session_id<20..255>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        sessionId = data.vector8("session_id").rest();
    }

    /**
     * The session's id.
     *
     * @return 20 to 255 bytes
     */
    public Bytes sessionId() {
        return sessionId;
    }
}
