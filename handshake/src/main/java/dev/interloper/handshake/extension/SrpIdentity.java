package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The user's name for a password exchange (RFC 5054 section 2.8.1). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SrpIdentity extends ExtensionBody {

    private Bytes identity = Bytes.EMPTY;

    SrpIdentity(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque srp_I<1..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        identity = data.vector8("srp_I").rest();
    }

    /**
     * The name, in UTF-8.
     *
     * @return 1 to 255 bytes
     */
    public Bytes identity() {
        return identity;
    }
}
