package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * What ties a renegotiation to the handshake before it (RFC 5746 section 3.2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class RenegotiationInfo extends ExtensionBody {

    private Bytes renegotiatedConnection = Bytes.EMPTY;

    RenegotiationInfo(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque renegotiated_connection<0..255>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        renegotiatedConnection = data.vector8("renegotiated_connection").rest();
    }

    /**
     * The verify data of the handshake before.
     *
     * @return 0 bytes in a first handshake
     */
    public Bytes renegotiatedConnection() {
        return renegotiatedConnection;
    }
}
