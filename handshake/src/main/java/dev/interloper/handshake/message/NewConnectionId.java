package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * More connection ids that a DTLS 1.3 peer may be reached by (RFC 9147 section 9). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class NewConnectionId extends HandshakeMessage {

    private final List<Bytes> connectionIds = new ArrayList<>();
    private int usage = -1;

    NewConnectionId(Bytes body, Provenance provenance) {
        super(HandshakeType.NEW_CONNECTION_ID, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { ConnectionId cids<0..2^16-1>; ConnectionIdUsage usage; } NewConnectionId;}</pre> */
    private void read(WireReader in) throws MalformedException {
        WireReader list = in.vector16("cids");
        while (list.hasRemaining()) {
            connectionIds.add(list.vector8("cid").rest());
        }
        usage = in.u8("usage");
    }

    /**
     * The ids.
     *
     * @return in the order of the wire
     */
    public List<Bytes> connectionIds() {
        return Collections.unmodifiableList(connectionIds);
    }

    /**
     * Whether the ids are to be used at once (0) or kept as spares (1).
     *
     * @return the number; -1 if the message ends before it
     */
    public int usage() {
        return usage;
    }
}
