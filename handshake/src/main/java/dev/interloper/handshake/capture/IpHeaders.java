package dev.interloper.handshake.capture;

/** IPv4 (RFC 791) and IPv6 (RFC 8200). The view keeps the innermost packet's addresses. */
final class IpHeaders {

    private static final int MAX_EXTENSION_HEADERS = 8;
    private static final int FRAGMENT = 44;

    private IpHeaders() {}

    static Outcome decode(Frame frame, int at) {
        if (!frame.has(at, 20) || !frame.enter()) {
            return Outcome.UNREADABLE;
        }
        return switch (frame.u8(at) >> 4) {
            case 4 -> ipv4(frame, at);
            case 6 -> ipv6(frame, at);
            default -> Outcome.UNREADABLE;
        };
    }

    private static Outcome ipv4(Frame frame, int at) {
        int header = (frame.u8(at) & 0xf) * 4;
        int total = frame.u16(at + 2);
        if (header < 20) {
            return Outcome.UNREADABLE;
        }
        if (total != 0) {
            if (total < header || (frame.doubtful && total > frame.wireEnd - at)) {
                return Outcome.UNREADABLE;
            }
            frame.narrow(at + total);
        } else if (frame.doubtful) {
            return Outcome.UNREADABLE;
        } // else the network card was to cut a larger packet up and to fill the length in (segmentation offload)
        addresses(frame.view, at + 12, 4);
        frame.view.hopLimit = frame.u8(at + 8);
        int protocol = frame.u8(at + 9);
        int fragment = frame.u16(at + 6) & 0x3fff; // more fragments follow, or an offset
        if (fragment != 0) {
            boolean more = (fragment & 0x2000) != 0;
            return Fragment.ipv4(frame.u16(at + 4), protocol, (fragment & 0x1fff) * 8, more)
                    .decode(frame, at + header);
        }
        return IpProtocols.decode(frame, protocol, at + header);
    }

    private static Outcome ipv6(Frame frame, int at) {
        if (!frame.has(at, 40)) {
            return Outcome.UNREADABLE;
        }
        int length = frame.u16(at + 4); // 0: a jumbogram, or segmentation offload
        if (length != 0) {
            if (frame.doubtful && 40 + length > frame.wireEnd - at) {
                return Outcome.UNREADABLE;
            }
            frame.narrow(at + 40 + length);
        } else if (frame.doubtful) {
            return Outcome.UNREADABLE;
        }
        addresses(frame.view, at + 8, 16);
        frame.view.hopLimit = frame.u8(at + 7);
        return extensions(frame, frame.u8(at + 6), at + 40);
    }

    private static void addresses(PacketView view, int at, int length) {
        view.sourceAddress = at;
        view.destinationAddress = at + length;
        view.addressLength = length;
    }

    /** Passes over extension headers. */
    static Outcome extensions(Frame frame, int first, int start) {
        int next = first;
        int at = start;
        for (int i = 0; i < MAX_EXTENSION_HEADERS && isExtension(next); i++) {
            if (!frame.has(at, 8)) {
                return Outcome.OTHER;
            }
            if (next == FRAGMENT && (frame.u16(at + 2) & 0xfff9) != 0) {
                return Fragment.ipv6(frame.i32(at + 4), frame.u8(at), frame.u16(at + 2))
                        .decode(frame, at + 8);
            }
            int length = next == FRAGMENT ? 8 : (frame.u8(at + 1) + 1) * 8;
            next = frame.u8(at);
            at += length;
        }
        return IpProtocols.decode(frame, next, at);
    }

    /** Hop-by-hop, routing, fragment, destination options, mobility, HIP, Shim6; authentication is {@link IpProtocols}'. */
    private static boolean isExtension(int next) {
        return next == 0 || next == 43 || next == FRAGMENT || next == 60 || next == 135 || next == 139 || next == 140;
    }
}
