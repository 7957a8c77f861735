package dev.interloper.handshake.extension;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.List;

/** Reads vectors to their end, and fills lists as it goes, so that what comes before an error stays. */
final class Vectors {

    private Vectors() {}

    static void u16(WireReader vector, String field, List<Integer> into) throws MalformedException {
        while (vector.hasRemaining()) {
            into.add(vector.u16(field));
        }
    }

    static void opaque8(WireReader vector, String field, List<Bytes> into) throws MalformedException {
        while (vector.hasRemaining()) {
            into.add(vector.vector8(field).rest());
        }
    }

    static void opaque16(WireReader vector, String field, List<Bytes> into) throws MalformedException {
        while (vector.hasRemaining()) {
            into.add(vector.vector16(field).rest());
        }
    }
}
