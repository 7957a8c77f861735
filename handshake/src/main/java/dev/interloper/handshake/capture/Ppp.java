package dev.interloper.handshake.capture;

/** The Point-to-Point Protocol (RFC 1661), its framing (RFC 1662) and PPPoE (RFC 2516). */
final class Ppp {

    private Ppp() {}

    /** A protocol number of one byte if that is odd, of two otherwise, behind an address and a control byte or not. */
    static Outcome decode(Frame frame, int at) {
        int next = frame.has(at, 2) && frame.u16(at) == 0xff03 ? at + 2 : at;
        if (!frame.has(next, 2) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        boolean isShort = (frame.u8(next) & 1) != 0;
        int protocol = isShort ? frame.u8(next) : frame.u16(next);
        next += isShort ? 1 : 2;
        return switch (protocol) {
            case 0x0021, 0x0057 -> IpHeaders.decode(frame, next);
            case 0x0281, 0x0283 -> Mpls.decode(frame, next);
            default -> Outcome.UNREADABLE;
        };
    }

    /** PPP in HDLC-like framing, or, by other addresses, Cisco's, where an EtherType follows. */
    static Outcome hdlc(Frame frame, int at) {
        if (!frame.has(at, 4)) {
            return Outcome.UNREADABLE;
        }
        boolean cisco = frame.u8(at) == 0x0f || frame.u8(at) == 0x8f;
        return cisco ? EtherTypes.decode(frame, frame.u16(at + 2), at + 4) : decode(frame, at);
    }

    /** A session's data: version and type 1, code 0. */
    static Outcome overEthernet(Frame frame, int at) {
        return frame.has(at, 6) && frame.u16(at) == 0x1100 ? decode(frame, at + 6) : Outcome.UNREADABLE;
    }
}
