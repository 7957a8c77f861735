package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The key parameters for binding tokens to the connection (RFC 8472 section 2). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class TokenBinding extends ExtensionBody {

    private int majorVersion = -1;
    private int minorVersion = -1;
    private Bytes keyParameters = Bytes.EMPTY;

    TokenBinding(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { uint8 major; uint8 minor; TokenBindingKeyParameters key_parameters_list<1..2^8-1>; } TokenBindingParameters;}</pre> */
    private void read(WireReader data) throws MalformedException {
        majorVersion = data.u8("major");
        minorVersion = data.u8("minor");
        keyParameters = data.vector8("key_parameters_list").rest();
    }

    /**
     * The protocol's major version.
     *
     * @return the number; -1 where it is missing
     */
    public int majorVersion() {
        return majorVersion;
    }

    /**
     * The protocol's minor version.
     *
     * @return the number; -1 where it is missing
     */
    public int minorVersion() {
        return minorVersion;
    }

    /**
     * The key parameters, a byte each.
     *
     * @return numbers in the IANA "Token Binding Key Parameters" registry, in the order of the wire
     */
    public Bytes keyParameters() {
        return keyParameters;
    }
}
