package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The kinds of user mapping that are understood (RFC 4681 section 2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class UserMapping extends ExtensionBody {

    private Bytes types = Bytes.EMPTY;

    UserMapping(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code UserMappingType user_mapping_types<1..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        types = data.vector8("user_mapping_types").rest();
    }

    /**
     * The kinds, a byte each.
     *
     * @return numbers in the IANA "TLS UserMappingType Values" registry
     */
    public Bytes types() {
        return types;
    }
}
