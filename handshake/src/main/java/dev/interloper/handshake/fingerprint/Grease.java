package dev.interloper.handshake.fingerprint;

/** The values that mean nothing and keep peers from breaking on unknown ones (RFC 8701). */
final class Grease {

    private Grease() {}

    /** One of the 16 values 0x0a0a, 0x1a1a … 0xfafa: both bytes are the same. */
    static boolean is(int value) {
        return (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
    }
}
