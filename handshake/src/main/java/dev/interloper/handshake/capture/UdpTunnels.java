package dev.interloper.handshake.capture;

/**
 * Tunnels over UDP, by port. A port is only a hint: a datagram is taken for a tunnel if the tunnel's header and an IP header within
 * are free of doubt, and is delivered as it is otherwise.
 */
final class UdpTunnels {

    private UdpTunnels() {}

    static Outcome decode(Frame frame, int udp) {
        int destination = frame.u16(udp + 2);
        int source = frame.u16(udp);
        Outcome outcome = isTunnel(destination) ? attempt(frame, destination, udp + 8) : Outcome.UNREADABLE;
        if (outcome == Outcome.UNREADABLE && source != destination && isTunnel(source)) {
            outcome = attempt(frame, source, udp + 8);
        }
        return outcome;
    }

    private static boolean isTunnel(int port) {
        return switch (port) {
            case 1701, 2152, 3544, 4341, 4754, 4789, 4790, 5247, 6081, 6635, 8472 -> true;
            default -> false;
        };
    }

    /** Leaves the frame as it was unless it is a tunnel. */
    private static Outcome attempt(Frame frame, int port, int at) {
        if (!frame.has(at, 8) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        PacketView view = frame.view;
        byte[] bytes = frame.bytes;
        int end = frame.end;
        int wireEnd = frame.wireEnd;
        boolean doubtful = frame.doubtful;
        int sourceAddress = view.sourceAddress;
        int destinationAddress = view.destinationAddress;
        int addressLength = view.addressLength;
        frame.doubtful = true;
        Outcome outcome = tunnel(frame, port, at);
        if (outcome == Outcome.UNREADABLE) {
            frame.bytes = bytes;
            frame.end = end;
            frame.wireEnd = wireEnd;
            frame.doubtful = doubtful;
            view.sourceAddress = sourceAddress;
            view.destinationAddress = destinationAddress;
            view.addressLength = addressLength;
        }
        return outcome;
    }

    private static Outcome tunnel(Frame frame, int port, int at) {
        return switch (port) {
            case 1701 -> l2tp(frame, at);
            case 2152 -> gtp(frame, at);
            case 3544 -> teredo(frame, at);
            case 4341 -> IpHeaders.decode(frame, at + 8); // LISP, RFC 9300
            case 4754 -> Gre.decode(frame, at); // RFC 8086
            case 4789, 8472 -> vxlan(frame, at) ? EtherTypes.ethernet(frame, at + 8) : Outcome.UNREADABLE;
            case 4790 -> vxlan(frame, at) ? genericVxlan(frame, at) : Outcome.UNREADABLE;
            case 5247 -> capwap(frame, at);
            case 6081 -> geneve(frame, at);
            case 6635 -> Mpls.decode(frame, at); // RFC 7510
            default -> Outcome.UNREADABLE;
        };
    }

    /** RFC 7348: the flag that there is a network identifier, and a last byte of 0. */
    private static boolean vxlan(Frame frame, int at) {
        return (frame.u8(at) & 0x08) != 0 && frame.u8(at + 7) == 0;
    }

    /** draft-ietf-nvo3-vxlan-gpe: the flag that a protocol is named, and it. */
    private static Outcome genericVxlan(Frame frame, int at) {
        if ((frame.u8(at) & 0x04) == 0) {
            return EtherTypes.ethernet(frame, at + 8);
        }
        return switch (frame.u8(at + 3)) {
            case 1, 2 -> IpHeaders.decode(frame, at + 8);
            case 3 -> EtherTypes.ethernet(frame, at + 8);
            case 5 -> Mpls.decode(frame, at + 8);
            default -> Outcome.UNREADABLE;
        };
    }

    /** RFC 8926: version 0, options in units of 4 bytes, an EtherType. */
    private static Outcome geneve(Frame frame, int at) {
        boolean isGeneve = frame.u8(at) >> 6 == 0 && (frame.u8(at + 1) & 0x3f) == 0 && frame.u8(at + 7) == 0;
        return isGeneve
                ? EtherTypes.decode(frame, frame.u16(at + 2), at + 8 + 4 * (frame.u8(at) & 0x3f))
                : Outcome.UNREADABLE;
    }

    /** 3GPP TS 29.281: version 1, a user's packet; then a sequence number and extension headers, if flags say so. */
    private static Outcome gtp(Frame frame, int at) {
        int flags = frame.u8(at);
        if (flags >> 4 != 3 || frame.u8(at + 1) != 0xff || frame.u16(at + 2) > frame.wireEnd - at - 8) {
            return Outcome.UNREADABLE;
        }
        int next = at + 8;
        if ((flags & 7) != 0) {
            next += 4;
            boolean more = (flags & 4) != 0 && frame.has(next, 1) && frame.u8(next - 1) != 0;
            while (more) {
                int length = frame.has(next, 1) ? 4 * frame.u8(next) : 0;
                if (length == 0 || !frame.has(next, length)) {
                    return Outcome.UNREADABLE;
                }
                next += length;
                more = frame.u8(next - 1) != 0;
            }
        }
        return IpHeaders.decode(frame, next);
    }

    /** RFC 2661, version 2: data, with optional length, sequence numbers and offset; then PPP. */
    private static Outcome l2tp(Frame frame, int at) {
        int flags = frame.u16(at);
        if ((flags & 0x8000) != 0 || (flags & 0x0f) != 2) {
            return Outcome.UNREADABLE;
        }
        int next = at + 6 + ((flags & 0x4000) != 0 ? 2 : 0) + ((flags & 0x0800) != 0 ? 4 : 0);
        if ((flags & 0x0200) != 0) {
            if (!frame.has(next, 2)) {
                return Outcome.UNREADABLE;
            }
            next += 2 + frame.u16(next);
        }
        return Ppp.decode(frame, next);
    }

    /** RFC 5415 section 4.3: version 0, not encrypted, not a fragment; an Ethernet or, as RFC 5416 says, an 802.11 frame. */
    private static Outcome capwap(Frame frame, int at) {
        int header = frame.i32(at);
        boolean isFragment = (header & 0x80) != 0;
        if (header >>> 24 != 0 || isFragment) {
            return Outcome.UNREADABLE;
        }
        int next = at + 4 * (header >> 19 & 0x1f);
        if ((header & 0x100) == 0) {
            return EtherTypes.ethernet(frame, next);
        }
        Outcome outcome = Wlan.decode(frame, next);
        return outcome == Outcome.UNREADABLE ? Wlan.swapped(frame, next) : outcome;
    }

    /** RFC 4380 section 5.1.1: IPv6, behind an authentication header and an origin or not. */
    private static Outcome teredo(Frame frame, int at) {
        int next = at;
        if (frame.u16(next) == 1) {
            next += 13 + frame.u8(at + 2) + frame.u8(at + 3);
        }
        if (frame.has(next, 8) && frame.u16(next) == 0) {
            next += 8;
        }
        return frame.has(next, 1) && frame.u8(next) >> 4 == 6 ? IpHeaders.decode(frame, next) : Outcome.UNREADABLE;
    }
}
