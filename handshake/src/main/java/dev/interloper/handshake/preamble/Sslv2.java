package dev.interloper.handshake.preamble;

/** The record of SSL 2 in which old clients sent their first hello (RFC 5246 appendix E.2). */
public final class Sslv2 {

    /** Bytes of the record header. */
    public static final int HEADER_LENGTH = 2;

    private static final int CLIENT_HELLO = 1;
    /** Type, version, three lengths, and one cipher spec. */
    private static final int SHORTEST = 1 + 2 + 6 + 3;

    private Sslv2() {}

    /**
     * Whether bytes can be the start of such a hello, however few they are.
     *
     * @param bytes an array that holds them
     * @param offset index of the first
     * @param length how many
     * @return false if they cannot, or if there are none
     */
    public static boolean mayStart(byte[] bytes, int offset, int length) {
        Inbox in = new Inbox();
        in.add(bytes, offset, Math.min(length, 11));
        return in.available() > 0 && mayStart(in) != Fit.NO;
    }

    /**
     * The length of the record behind its header, of which two bytes are given.
     *
     * @param bytes an array that holds them
     * @param offset index of the first
     * @return bytes
     */
    public static int recordLength(byte[] bytes, int offset) {
        return (bytes[offset] & 0x7f) << 8 | (bytes[offset + 1] & 0xff);
    }

    static Fit mayStart(Inbox in) {
        int has = in.available();
        if (in.u8(0) < 0x80) {
            return Fit.NO;
        }
        if (has >= 2 && (in.u16(0) & 0x7fff) < SHORTEST) {
            return Fit.NO;
        }
        if (has >= 3 && in.u8(2) != CLIENT_HELLO) {
            return Fit.NO;
        }
        if (has >= 5 && !isVersion(in.u16(3))) {
            return Fit.NO;
        }
        if (has >= 11) {
            int ciphers = in.u16(5);
            int contents = ciphers + in.u16(7) + in.u16(9);
            return Fit.of(ciphers > 0 && ciphers % 3 == 0 && contents == (in.u16(0) & 0x7fff) - 9);
        }
        return Fit.PERHAPS;
    }

    private static boolean isVersion(int version) {
        return version == 2 || (version >= 0x0300 && version <= 0x0304);
    }
}
