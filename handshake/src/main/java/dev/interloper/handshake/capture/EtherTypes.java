package dev.interloper.handshake.capture;

/** Ethernet and what may stand between it and IP, by EtherType. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int IPV6 = 0x86dd;
    static final int ETHERNET = 0x6558;
    static final int PPP = 0x880b;

    /** Smaller numbers are lengths (IEEE 802.3). */
    private static final int FIRST = 0x0600;

    private EtherTypes() {}

    static Outcome ethernet(Frame frame, int at) {
        return frame.has(at, 14) ? decode(frame, frame.u16(at + 12), at + 14) : Outcome.UNREADABLE;
    }

    static Outcome decode(Frame frame, int type, int at) {
        if (type == IPV4 || type == IPV6) {
            return IpHeaders.decode(frame, at);
        }
        if (!frame.enter()) {
            return Outcome.UNREADABLE;
        }
        return switch (type) {
            case 0x8100, 0x88a8, 0x9100, 0x9200 -> behind(frame, at, 2); // 802.1Q, 802.1ad and their forerunners
            case 0x8926, 0xf1c1 -> behind(frame, at, 4); // Cisco VN-Tag, 802.1CB R-TAG
            case 0x893f -> behind(frame, at, 6); // 802.1BR E-TAG
            case 0x8909 -> ciscoMetadata(frame, at);
            case 0x8847, 0x8848 -> Mpls.decode(frame, at);
            case 0x8864 -> Ppp.overEthernet(frame, at);
            case PPP -> Ppp.decode(frame, at);
            case ETHERNET -> ethernet(frame, at);
            case 0x88e7 -> ethernet(frame, at + 4); // 802.1ah
            default -> type < FIRST ? llc(frame, at) : Outcome.UNREADABLE;
        };
    }

    /** A tag, then the type of what follows. */
    private static Outcome behind(Frame frame, int at, int tag) {
        return frame.has(at, tag + 2) ? decode(frame, frame.u16(at + tag), at + tag + 2) : Outcome.UNREADABLE;
    }

    /** Security group tags: version 1, the options' length in units of 4 bytes, the options. */
    private static Outcome ciscoMetadata(Frame frame, int at) {
        boolean known = frame.has(at, 2) && frame.u8(at) == 1;
        return known ? behind(frame, at, 2 + 4 * frame.u8(at + 1)) : Outcome.UNREADABLE;
    }

    /** IEEE 802.2: IP by its own access point, or by an EtherType behind a SNAP header (RFC 1042). */
    static Outcome llc(Frame frame, int at) {
        if (!frame.has(at, 3) || frame.u8(at + 2) != 3) {
            return Outcome.UNREADABLE;
        }
        return switch (frame.u16(at)) {
            case 0xaaaa -> snap(frame, at + 3);
            case 0x0606 -> IpHeaders.decode(frame, at + 3);
            default -> Outcome.UNREADABLE;
        };
    }

    /** An organisation, and a type that is an EtherType for organisations 0 and 00-00-f8, or a bridged frame (RFC 2684). */
    static Outcome snap(Frame frame, int at) {
        if (!frame.has(at, 5) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        int organisation = frame.u16(at) << 8 | frame.u8(at + 2);
        int type = frame.u16(at + 3);
        return switch (organisation) {
            case 0, 0x0000f8 -> decode(frame, type, at + 5);
            case 0x0080c2 -> type == 1 || type == 7 ? ethernet(frame, at + 5) : Outcome.UNREADABLE;
            default -> Outcome.UNREADABLE;
        };
    }
}
