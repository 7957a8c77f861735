package dev.interloper.handshake.capture;

/** Generic routing encapsulation (RFC 2784, RFC 2890, PPTP's of RFC 2637), and port mirrors that travel in it (ERSPAN). */
final class Gre {

    private static final int CHECKSUM = 0x8000;
    private static final int ROUTING = 0x4000;
    private static final int KEY = 0x2000;
    private static final int SEQUENCE = 0x1000;
    private static final int ACKNOWLEDGEMENT = 0x0080;
    private static final int ERSPAN = 0x88be;
    private static final int ERSPAN_III = 0x22eb;
    private static final int WCCP = 0x883e;

    private Gre() {}

    static Outcome decode(Frame frame, int at) {
        if (!frame.has(at, 4) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        int flags = frame.u16(at);
        int type = frame.u16(at + 2);
        int version = flags & 7;
        if ((flags & ROUTING) != 0 || version > 1) {
            return Outcome.UNREADABLE;
        }
        boolean sequence = (flags & SEQUENCE) != 0;
        int next = at + 4 + ((flags & CHECKSUM) != 0 ? 4 : 0) + ((flags & KEY) != 0 ? 4 : 0) + (sequence ? 4 : 0);
        if (version == 1) {
            next += (flags & ACKNOWLEDGEMENT) != 0 ? 4 : 0;
            return type == EtherTypes.PPP ? Ppp.decode(frame, next) : Outcome.UNREADABLE;
        }
        return switch (type) {
            case ERSPAN -> sequence ? mirror(frame, next) : EtherTypes.ethernet(frame, next);
            case ERSPAN_III -> mirror(frame, next);
            case WCCP -> redirected(frame, next);
            default -> EtherTypes.decode(frame, type, next);
        };
    }

    /** ERSPAN types II and III tell themselves apart by the first four bits; the last bit of III says that 8 bytes more follow. */
    private static Outcome mirror(Frame frame, int at) {
        if (!frame.has(at, 12)) {
            return Outcome.UNREADABLE;
        }
        return switch (frame.u8(at) >> 4) {
            case 1 -> EtherTypes.ethernet(frame, at + 8);
            case 2 -> {
                int next = at + 12 + ((frame.u8(at + 11) & 1) != 0 ? 8 : 0);
                int kind = frame.u8(at + 10) >> 2 & 0x1f;
                yield kind == 2 ? IpHeaders.decode(frame, next) : EtherTypes.ethernet(frame, next);
            }
            default -> Outcome.UNREADABLE;
        };
    }

    /** A web cache's redirection: version 2 has a header of 4 bytes before the packet. */
    private static Outcome redirected(Frame frame, int at) {
        boolean bare = frame.has(at, 1) && frame.u8(at) >> 4 == 4;
        return IpHeaders.decode(frame, bare ? at : at + 4);
    }
}
