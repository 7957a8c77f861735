package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The application protocols that a server offers, before ALPN (draft-agl-tls-nextprotoneg); a client's is empty. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class NextProtocolNegotiation extends ExtensionBody {

    private final List<Bytes> names = new ArrayList<>();

    NextProtocolNegotiation(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque ProtocolName<1..2^8-1>; // one after the other}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isFromClient()) {
            Vectors.opaque8(data, "protocol_name", names);
        }
    }

    /**
     * The protocols' names.
     *
     * @return in the order of the wire; empty in a ClientHello
     */
    public List<Bytes> names() {
        return Collections.unmodifiableList(names);
    }
}
