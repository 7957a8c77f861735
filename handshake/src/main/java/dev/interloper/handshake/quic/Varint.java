package dev.interloper.handshake.quic;

/** Variable-length integers (RFC 9000 section 16). */
final class Varint {

    private Varint() {}

    /** How many bytes the integer takes whose first byte is there. */
    static int size(byte first) {
        return 1 << ((first & 0xff) >> 6);
    }

    /** The integer; -1 if it does not end before the end. */
    static long read(byte[] bytes, int at, int end) {
        if (at >= end || size(bytes[at]) > end - at) {
            return -1;
        }
        long value = bytes[at] & 0x3f;
        for (int i = 1; i < size(bytes[at]); i++) {
            value = value << 8 | (bytes[at + i] & 0xff);
        }
        return value;
    }
}
