package dev.interloper.handshake.preamble;

import dev.interloper.handshake.stream.Direction;

/** Whether bytes start a TLS stream. */
final class TlsStart {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int MAX_RECORD = (1 << 14) + 2048;

    private TlsStart() {}

    /** Where TLS is expected: a record header of any type, or a hello in the form of SSL 2. */
    static Fit expected(Direction direction, Inbox in) {
        int first = in.u8(0);
        if (first >= 0x80) {
            return direction == Direction.CLIENT_TO_SERVER ? Sslv2.mayStart(in) : Fit.NO;
        }
        return isRecordType(first) ? header(in) : Fit.NO;
    }

    static boolean isRecordType(int first) {
        return first >= 20 && first <= 23;
    }

    private static Fit header(Inbox in) {
        boolean fits = (in.available() < 2 || in.u8(1) == 3) && (in.available() < 3 || in.u8(2) <= 4);
        return !fits ? Fit.NO : in.available() >= 3 ? Fit.YES : Fit.PERHAPS;
    }

    /** Where anything may come: a hello, or a server's alert, whose lengths agree with each other. */
    static Fit unexpected(Direction direction, Inbox in) {
        int first = in.u8(0);
        if (first == HANDSHAKE) {
            return hello(in, direction == Direction.CLIENT_TO_SERVER ? 1 : 2);
        }
        return first == ALERT && direction == Direction.SERVER_TO_CLIENT ? alert(in) : Fit.NO;
    }

    /** Record header, handshake header and version: the message may go on in further records, and others may follow it. */
    private static Fit hello(Inbox in, int type) {
        int has = in.available();
        if (header(in) == Fit.NO) {
            return Fit.NO;
        }
        if (has >= 5 && (in.u16(3) < 4 || in.u16(3) > MAX_RECORD)) {
            return Fit.NO;
        }
        if (has >= 6 && in.u8(5) != type) {
            return Fit.NO;
        }
        if (has >= 9 && (in.u24(6) < 38 || in.u24(6) > 1 << 17)) {
            return Fit.NO;
        }
        if (has >= 9 && type == 1 && in.u24(6) < in.u16(3) - 4) {
            return Fit.NO; // nothing can follow a ClientHello in its record
        }
        if (has < 11) {
            return Fit.PERHAPS;
        }
        boolean draft = in.u8(9) == 0x7f && type == 2;
        return Fit.of(draft || (in.u8(9) == 3 && in.u8(10) <= 4));
    }

    private static Fit alert(Inbox in) {
        int has = in.available();
        if (header(in) == Fit.NO || (has >= 5 && in.u16(3) != 2) || (has >= 6 && (in.u8(5) < 1 || in.u8(5) > 2))) {
            return Fit.NO;
        }
        return has >= 7 ? Fit.YES : Fit.PERHAPS;
    }
}
