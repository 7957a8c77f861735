package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * The longest record that a client wants to get (RFC 6066 section 4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class MaxFragmentLength extends ExtensionBody {

    private int code = -1;

    MaxFragmentLength(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code enum { 2^9(1), 2^10(2), 2^11(3), 2^12(4), (255) } MaxFragmentLength;}</pre> */
    private void read(WireReader data) throws MalformedException {
        code = data.u8("max_fragment_length");
    }

    /**
     * The number on the wire: 1 to 4.
     *
     * @return the number; -1 where it is missing
     */
    public int code() {
        return code;
    }

    /**
     * The length that the number stands for.
     *
     * @return 512, 1024, 2048 or 4096; empty for other numbers
     */
    public OptionalInt bytes() {
        return code >= 1 && code <= 4 ? OptionalInt.of(256 << code) : OptionalInt.empty();
    }
}
