package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The salt of the user's password (RFC 8492 section 4.5). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PasswordSalt extends ExtensionBody {

    private Bytes salt = Bytes.EMPTY;

    PasswordSalt(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque password_salt<1..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        salt = data.vector16("password_salt").rest();
    }

    /**
     * The salt.
     *
     * @return 1 to 65,535 bytes
     */
    public Bytes salt() {
        return salt;
    }
}
