package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * Bytes that only make a hello longer (RFC 7685). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Padding extends ExtensionBody {

    private int length;
    private boolean zero = true;

    Padding(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque padding; // zeros}</pre> */
    private void read(WireReader data) throws MalformedException {
        Bytes padding = data.rest();
        length = padding.length();
        for (int i = 0; i < length; i++) {
            zero &= padding.at(i) == 0;
        }
    }

    /**
     * How many bytes there are.
     *
     * @return 0 to 65,535
     */
    public int length() {
        return length;
    }

    /**
     * Whether all of them are zero, as the RFC wants.
     *
     * @return false if the padding carries something
     */
    public boolean isZero() {
        return zero;
    }
}
