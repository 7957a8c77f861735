package dev.interloper.handshake.capture;

/**
 * Link layer → IP → TCP, without copying. Lengths come from the IP header where it knows better than the frame: padding is not
 * payload. What does not parse is not TCP; nothing is thrown.
 */
final class PacketDecoder {

    private static final int ETHERTYPE_IPV4 = 0x0800;
    private static final int ETHERTYPE_IPV6 = 0x86dd;
    private static final int PROTOCOL_TCP = 6;
    private static final int MAX_VLAN_TAGS = 4;
    private static final int MAX_EXTENSION_HEADERS = 8;

    private byte[] bytes = new byte[0];
    private int end;
    private int missing;

    /** Decodes a packet; false if it holds no TCP that can be read. */
    boolean decode(RawPacket packet, PacketView tcp) {
        bytes = packet.buffer;
        end = packet.offset + packet.capturedLength;
        missing = packet.originalLength - packet.capturedLength;
        tcp.buffer = bytes;
        tcp.number = packet.number;
        tcp.arrivalNanos = packet.arrivalNanos;
        return link(packet.linkType, packet.offset, tcp);
    }

    /** Numbers of the LINKTYPE_ registry of tcpdump.org. */
    private boolean link(int linkType, int at, PacketView tcp) {
        return switch (linkType) {
            case 1 -> has(at, 14) && ethertype(u16(at + 12), at + 14, tcp);
            case 0, 108 -> has(at, 4) && ip(at + 4, tcp); // BSD loopback: the address family, in either byte order
            case 12, 14, 101, 228, 229 -> ip(at, tcp);
            case 113 -> has(at, 16) && ethertype(u16(at + 14), at + 16, tcp);
            case 276 -> has(at, 20) && ethertype(u16(at), at + 20, tcp);
            default -> false;
        };
    }

    private boolean ethertype(int type, int at, PacketView tcp) {
        int ethertype = type;
        int next = at;
        for (int tags = 0; isVlan(ethertype); tags++) {
            if (tags == MAX_VLAN_TAGS || !has(next, 4)) {
                return false;
            }
            ethertype = u16(next + 2);
            next += 4;
        }
        return (ethertype == ETHERTYPE_IPV4 || ethertype == ETHERTYPE_IPV6) && ip(next, tcp);
    }

    private static boolean isVlan(int ethertype) {
        return ethertype == 0x8100 || ethertype == 0x88a8 || ethertype == 0x9100;
    }

    private boolean ip(int at, PacketView tcp) {
        if (!has(at, 1)) {
            return false;
        }
        return switch (bytes[at] >> 4 & 0xf) {
            case 4 -> ipv4(at, tcp);
            case 6 -> ipv6(at, tcp);
            default -> false;
        };
    }

    /** RFC 791 section 3.1. */
    private boolean ipv4(int at, PacketView tcp) {
        if (!has(at, 20)) {
            return false;
        }
        int headerLength = (bytes[at] & 0xf) * 4;
        boolean fragment = (u16(at + 6) & 0x3fff) != 0; // more fragments follow, or an offset
        if (headerLength < 20 || fragment || (bytes[at + 9] & 0xff) != PROTOCOL_TCP) {
            return false;
        }
        tcp.sourceAddress = at + 12;
        tcp.destinationAddress = at + 16;
        tcp.addressLength = 4;
        int total = u16(at + 2);
        // 0: the network card was to cut a larger packet up and to fill the length in (segmentation offload)
        int payload = total == 0 ? end + missing - at - headerLength : total - headerLength;
        return tcp(at + headerLength, payload, tcp);
    }

    /** RFC 8200 sections 3 and 4. */
    private boolean ipv6(int at, PacketView tcp) {
        if (!has(at, 40)) {
            return false;
        }
        tcp.sourceAddress = at + 8;
        tcp.destinationAddress = at + 24;
        tcp.addressLength = 16;
        int declared = u16(at + 4);
        int next = bytes[at + 6] & 0xff;
        int header = at + 40;
        int left = declared == 0 ? end + missing - header : declared;
        for (int i = 0; i < MAX_EXTENSION_HEADERS && isExtensionHeader(next); i++) {
            if (!has(header, 8)) {
                return false;
            }
            int length = next == 51 ? (u8(header + 1) + 2) * 4 : (u8(header + 1) + 1) * 8;
            next = u8(header);
            header += length;
            left -= length;
        }
        return next == PROTOCOL_TCP && tcp(header, left, tcp);
    }

    /** Hop-by-hop, routing, authentication and destination options; a fragment is not read. */
    private static boolean isExtensionHeader(int next) {
        return next == 0 || next == 43 || next == 51 || next == 60;
    }

    /** RFC 9293 section 3.1. */
    private boolean tcp(int at, int length, PacketView tcp) {
        if (length < 20 || !has(at, 20)) {
            return false;
        }
        int headerLength = (u8(at + 12) >> 4) * 4;
        if (headerLength < 20 || headerLength > length) {
            return false;
        }
        tcp.protocol = PROTOCOL_TCP;
        tcp.sourcePort = u16(at);
        tcp.destinationPort = u16(at + 2);
        tcp.sequence = u16(at + 4) << 16 | u16(at + 6);
        tcp.acknowledgement = u16(at + 8) << 16 | u16(at + 10);
        tcp.flags = u8(at + 13);
        tcp.payload = Math.min(at + headerLength, end);
        tcp.payloadLength = length - headerLength;
        tcp.payloadCaptured = Math.max(0, Math.min(tcp.payloadLength, end - tcp.payload));
        tcp.mss = tcp.has(PacketView.SYN) ? mss(at + 20, Math.min(at + headerLength, end)) : 0;
        return true;
    }

    private int mss(int from, int to) {
        int at = from;
        while (at < to) {
            int kind = u8(at);
            if (kind == 0) {
                return 0;
            }
            if (kind == 1) {
                at++;
                continue;
            }
            if (at + 1 >= to || u8(at + 1) < 2) {
                return 0;
            }
            if (kind == 2 && u8(at + 1) == 4 && at + 4 <= to) {
                return u16(at + 2);
            }
            at += u8(at + 1);
        }
        return 0;
    }

    private boolean has(int at, int length) {
        return length <= end - at;
    }

    private int u8(int at) {
        return bytes[at] & 0xff;
    }

    private int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }
}
