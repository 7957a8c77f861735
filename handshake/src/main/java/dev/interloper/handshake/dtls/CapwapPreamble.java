package dev.interloper.handshake.dtls;

/** The four bytes that CAPWAP, which controls Wi-Fi access points, puts before each DTLS datagram (RFC 5415 section 4.2). */
final class CapwapPreamble {

    private static final int LENGTH = 4;

    private CapwapPreamble() {}

    /** Version 0, type 1, three reserved bytes; 0 if they, or a record after them, are not there. */
    static int length(byte[] bytes, int at, int length) {
        boolean there = length > LENGTH
                && bytes[at] == 1
                && (bytes[at + 1] | bytes[at + 2] | bytes[at + 3]) == 0
                && bytes[at + LENGTH] >= 20
                && bytes[at + LENGTH] <= 23;
        return there ? LENGTH : 0;
    }
}
