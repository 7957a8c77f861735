package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/** Where a DER element ends: the identifier, the length octets, and so many octets of contents (X.690 8.1). */
final class DerElement {
    private static final int LONG_FORM = 0x80;
    private static final int MOST_LENGTH_OCTETS = 3; // a field of the handshake is shorter than 2^24

    private DerElement() {}

    static Bytes first(Bytes field) {
        try {
            WireReader in = field.reader();
            in.u8("identifier");
            int length = in.u8("length");
            int head = 2;
            if (length >= LONG_FORM) {
                int octets = length - LONG_FORM;
                if (octets == 0 || octets > MOST_LENGTH_OCTETS) {
                    return field;
                }
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | in.u8("length");
                }
                head += octets;
            }
            return head + length <= field.length() ? field.slice(0, head + length) : field;
        } catch (MalformedException e) {
            return field;
        }
    }
}
