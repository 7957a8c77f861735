package dev.interloper.handshake.capture;

/** Link layers by their number in the LINKTYPE_ registry of tcpdump.org. */
final class LinkLayers {

    private LinkLayers() {}

    static Outcome decode(Frame frame, int linkType, int at) {
        if (linkType == 1) {
            return EtherTypes.ethernet(frame, at);
        }
        return switch (linkType) {
            case 0, 108 -> IpHeaders.decode(frame, at + 4); // BSD loopback: the address family, in either byte order
            case 9 -> Ppp.decode(frame, at);
            case 10 -> EtherTypes.llc(frame, at + 13); // FDDI
            case 11 -> EtherTypes.llc(frame, at); // ATM, RFC 2684
            case 12, 14, 101, 228, 229 -> IpHeaders.decode(frame, at);
            case 50 -> Ppp.hdlc(frame, at);
            case 51 -> Ppp.overEthernet(frame, at);
            case 104 -> typeAt(frame, at + 2, at + 4); // Cisco HDLC
            case 105 -> Wlan.decode(frame, at);
            case 107 -> frameRelay(frame, at);
            case 109 -> IpHeaders.decode(frame, at + 12); // OpenBSD's view into IPsec
            case 113 -> typeAt(frame, at + 14, at + 16); // Linux, "any" interface
            case 117 -> packetFilter(frame, at);
            case 127 -> Wlan.radiotap(frame, at);
            case 138 -> typeAt(frame, at + 16, at + 18); // IP over IEEE 1394
            case 166, 204 -> Ppp.decode(frame, linkType == 166 ? at + 2 : at + 1); // a direction before it
            case 192 -> perPacket(frame, at);
            case 205 -> typeAt(frame, at + 3, at + 5);
            case 206 -> frameRelay(frame, at + 1);
            case 219 -> Mpls.decode(frame, at);
            case 240 -> EtherTypes.ethernet(frame, at + 4); // netANALYZER
            case 276 -> typeAt(frame, at, at + 20); // Linux, version 2
            case NetMonSource.WLAN -> Wlan.netMon(frame, at);
            default -> Outcome.UNREADABLE;
        };
    }

    private static Outcome typeAt(Frame frame, int type, int next) {
        return frame.has(type, 2) ? EtherTypes.decode(frame, frame.u16(type), next) : Outcome.UNREADABLE;
    }

    /** RFC 2427: a Q.922 address whose last byte is odd, a control byte, and what protocol it is. */
    private static Outcome frameRelay(Frame frame, int at) {
        int next = at;
        while (frame.has(next, 1) && (frame.u8(next) & 1) == 0 && next < at + 4) {
            next++;
        }
        if (!frame.has(next, 9) || frame.u8(next + 1) != 3) {
            return Outcome.UNREADABLE;
        }
        return switch (frame.u8(next + 2)) {
            case 0xcc, 0x8e -> IpHeaders.decode(frame, next + 3);
            case 0 -> frame.u8(next + 3) == 0x80 ? EtherTypes.snap(frame, next + 4) : Outcome.UNREADABLE;
            case 0x80 -> EtherTypes.snap(frame, next + 3);
            default -> Outcome.UNREADABLE;
        };
    }

    /** The packet filter's log: its header's length, to be rounded up to a multiple of 4. */
    private static Outcome packetFilter(Frame frame, int at) {
        return frame.has(at, 1) ? IpHeaders.decode(frame, at + (frame.u8(at) + 3) / 4 * 4) : Outcome.UNREADABLE;
    }

    /** The Per-Packet Information header: its length and the link type behind it, in little-endian order. */
    private static Outcome perPacket(Frame frame, int at) {
        if (!frame.has(at, 8) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        int length = frame.u8(at + 2) | frame.u8(at + 3) << 8;
        int linkType = frame.u8(at + 4) | frame.u8(at + 5) << 8;
        return length < 8 ? Outcome.UNREADABLE : decode(frame, linkType, at + length);
    }
}
