package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The user's name for a password exchange, protected (29) or in the clear (30) (RFC 8492 section 4.4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PasswordName extends ExtensionBody {

    private Bytes name = Bytes.EMPTY;

    PasswordName(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque pwd_name<1..2^8-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        name = data.vector8("pwd_name").rest();
    }

    /**
     * The name, or its protected form.
     *
     * @return 1 to 255 bytes
     */
    public Bytes name() {
        return name;
    }
}
