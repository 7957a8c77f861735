package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The announcement of new keys in TLS 1.3 (RFC 8446 section 4.6.3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class KeyUpdate extends HandshakeMessage {

    private int requestUpdate = -1;

    KeyUpdate(Bytes body, Provenance provenance) {
        super(HandshakeType.KEY_UPDATE, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { KeyUpdateRequest request_update; } KeyUpdate;}</pre> */
    private void read(WireReader in) throws MalformedException {
        requestUpdate = in.u8("request_update");
    }

    /**
     * Whether the other side is to change its keys too: 0 no, 1 yes.
     *
     * @return the number; -1 for an empty message
     */
    public int requestUpdate() {
        return requestUpdate;
    }
}
