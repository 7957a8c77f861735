package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A client's choice of an application protocol, before ALPN (draft-agl-tls-nextprotoneg). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class NextProtocol extends HandshakeMessage {

    private Bytes selectedProtocol = Bytes.EMPTY;
    private Bytes padding = Bytes.EMPTY;

    NextProtocol(Bytes body, Provenance provenance) {
        super(HandshakeType.NEXT_PROTOCOL, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { opaque selected_protocol<0..255>; opaque padding<0..255>; } NextProtocol;}</pre> */
    private void read(WireReader in) throws MalformedException {
        selectedProtocol = in.vector8("selected_protocol").rest();
        padding = in.vector8("padding").rest();
    }

    /**
     * The protocol's name.
     *
     * @return 0 to 255 bytes
     */
    public Bytes selectedProtocol() {
        return selectedProtocol;
    }

    /**
     * What hides the name's length.
     *
     * @return 0 to 255 bytes
     */
    public Bytes padding() {
        return padding;
    }
}
