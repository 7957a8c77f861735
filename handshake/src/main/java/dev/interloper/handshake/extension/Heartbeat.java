package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * Whether the other side may send heartbeats (RFC 6520 section 2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Heartbeat extends ExtensionBody {

    private int mode = -1;

    Heartbeat(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { HeartbeatMode mode; } HeartbeatExtension;}</pre> */
    private void read(WireReader data) throws MalformedException {
        mode = data.u8("mode");
    }

    /**
     * The mode: 1 allows it, 2 does not.
     *
     * @return the number; -1 where it is missing
     */
    public int mode() {
        return mode;
    }
}
