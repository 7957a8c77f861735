package dev.interloper.handshake.capture;

/** Data frames of IEEE 802.11 that are not encrypted, and the headers that receivers put before them. */
final class Wlan {

    private static final int DATA = 2;
    private static final int TO_ACCESS_POINT = 0x01;
    private static final int FROM_ACCESS_POINT = 0x02;
    private static final int MORE_FRAGMENTS = 0x04;
    private static final int PROTECTED = 0x40;
    private static final int ORDER = 0x80;

    private Wlan() {}

    /** The radiotap header: version 0, padding, its length in little-endian order. */
    static Outcome radiotap(Frame frame, int at) {
        if (!frame.has(at, 8) || frame.u8(at) != 0) {
            return Outcome.UNREADABLE;
        }
        return decode(frame, at + (frame.u8(at + 2) | frame.u8(at + 3) << 8));
    }

    /** Network Monitor's: a version, its length in little-endian order. */
    static Outcome netMon(Frame frame, int at) {
        return frame.has(at, 3) ? decode(frame, at + (frame.u8(at + 1) | frame.u8(at + 2) << 8)) : Outcome.UNREADABLE;
    }

    static Outcome decode(Frame frame, int at) {
        return frame.has(at, 24)
                ? decode(frame, at, frame.u8(at), frame.u8(at + 1), frame.u8(at + 22))
                : Outcome.UNREADABLE;
    }

    /** Some access points send the header's numbers of two bytes the other way round. */
    static Outcome swapped(Frame frame, int at) {
        return frame.has(at, 24)
                ? decode(frame, at, frame.u8(at + 1), frame.u8(at), frame.u8(at + 23))
                : Outcome.UNREADABLE;
    }

    private static Outcome decode(Frame frame, int at, int kind, int flags, int fragment) {
        boolean isData = (kind & 0x03) == 0 && (kind >> 2 & 0x03) == DATA && (kind & 0x40) == 0;
        boolean isWhole = (flags & (MORE_FRAGMENTS | PROTECTED)) == 0 && (fragment & 0x0f) == 0;
        if (!isData || !isWhole) {
            return Outcome.UNREADABLE;
        }
        boolean bridged = (flags & (TO_ACCESS_POINT | FROM_ACCESS_POINT)) == (TO_ACCESS_POINT | FROM_ACCESS_POINT);
        int next = at + (bridged ? 30 : 24);
        if ((kind & 0x80) != 0) { // quality of service
            next += (flags & ORDER) != 0 ? 6 : 2;
        }
        return EtherTypes.llc(frame, next);
    }
}
