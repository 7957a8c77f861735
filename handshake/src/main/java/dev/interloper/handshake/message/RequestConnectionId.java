package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A DTLS 1.3 peer's wish for more connection ids (RFC 9147 section 9). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class RequestConnectionId extends HandshakeMessage {

    private int count;

    RequestConnectionId(Bytes body, Provenance provenance) {
        super(HandshakeType.REQUEST_CONNECTION_ID, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { uint8 num_cids; } RequestConnectionId;}</pre> */
    private void read(WireReader in) throws MalformedException {
        count = in.u8("num_cids");
    }

    /**
     * How many ids are wanted.
     *
     * @return 0 to 255
     */
    public int count() {
        return count;
    }
}
