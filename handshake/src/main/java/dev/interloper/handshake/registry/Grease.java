package dev.interloper.handshake.registry;

/**
 * The numbers that clients send to see whether servers ignore what they do not know (RFC 8701). They mean nothing, and change
 * from one connection to the next. Thread-safe.
 *
 * @since 0.1
 */
public final class Grease {

    private Grease() {}

    /**
     * Whether a 16-bit number (a cipher suite, extension, group, signature scheme or version) is one of the 16 that RFC 8701
     * section 2 sets apart: 0x0a0a, 0x1a1a and so on to 0xfafa.
     *
     * @param number the number
     * @return true for exactly those 16
     */
    public static boolean is(int number) {
        return (number & 0xffff0f0f) == 0x0a0a && number >> 8 == (number & 0xff);
    }

    /**
     * Whether an 8-bit number is one of those that RFC 8701 section 2 sets apart for pre-shared key exchange modes: 0x0b, 0x2a,
     * 0x49, 0x68, 0x87, 0xa6, 0xc5 and 0xe4.
     *
     * @param mode the number
     * @return true for exactly those 8
     */
    public static boolean isPskMode(int mode) {
        return mode >= 0x0b && mode <= 0xe4 && (mode - 0x0b) % 0x1f == 0;
    }

    /**
     * Whether the identifier of a QUIC transport parameter is reserved for the same purpose (RFC 9000 section 18.1).
     *
     * @param parameter the identifier, not negative
     * @return true for every number of the form 31 * N + 27
     */
    public static boolean isTransportParameter(long parameter) {
        return parameter >= 27 && (parameter - 27) % 31 == 0;
    }
}
