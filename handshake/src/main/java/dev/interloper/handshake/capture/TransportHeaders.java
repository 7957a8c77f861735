package dev.interloper.handshake.capture;

/** TCP (RFC 9293) and UDP (RFC 768). */
final class TransportHeaders {

    private TransportHeaders() {}

    static Outcome tcp(Frame frame, int at) {
        int length = frame.wireEnd - at;
        if (length < 20 || !frame.has(at, 20)) {
            return Outcome.OTHER;
        }
        int header = (frame.u8(at + 12) >> 4) * 4;
        if (header < 20 || header > length) {
            return Outcome.OTHER;
        }
        PacketView view = frame.view;
        view.protocol = IpProtocols.TCP;
        view.sequence = frame.i32(at + 4);
        view.acknowledgement = frame.i32(at + 8);
        view.flags = frame.u8(at + 13);
        view.mss = view.has(PacketView.SYN) ? mss(frame, at + 20, Math.min(at + header, frame.end)) : 0;
        return payload(frame, at, header, length);
    }

    static Outcome udp(Frame frame, int at) {
        if (!frame.has(at, 8)) {
            return Outcome.OTHER;
        }
        int length = frame.u16(at + 4);
        if (length != 0) { // else a jumbogram (RFC 2675) or segmentation offload
            if (length < 8) {
                return Outcome.OTHER;
            }
            frame.narrow(Math.min(frame.wireEnd, at + length));
        }
        Outcome tunnelled = UdpTunnels.decode(frame, at);
        if (tunnelled != Outcome.UNREADABLE) {
            return tunnelled;
        }
        PacketView view = frame.view;
        view.protocol = IpProtocols.UDP;
        view.sequence = 0;
        view.acknowledgement = 0;
        view.flags = 0;
        view.mss = 0;
        return payload(frame, at, 8, frame.wireEnd - at);
    }

    private static Outcome payload(Frame frame, int at, int header, int length) {
        PacketView view = frame.view;
        view.buffer = frame.bytes;
        view.sourcePort = frame.u16(at);
        view.destinationPort = frame.u16(at + 2);
        view.payload = Math.min(at + header, frame.end);
        view.payloadLength = length - header;
        view.payloadCaptured = Math.min(view.payloadLength, frame.end - view.payload);
        return Outcome.FOUND;
    }

    private static int mss(Frame frame, int from, int to) {
        int at = from;
        while (at < to) {
            int kind = frame.u8(at);
            if (kind == 0) {
                return 0;
            }
            if (kind == 1) {
                at++;
                continue;
            }
            if (at + 1 >= to || frame.u8(at + 1) < 2) {
                return 0;
            }
            if (kind == 2 && frame.u8(at + 1) == 4 && at + 4 <= to) {
                return frame.u16(at + 2);
            }
            at += frame.u8(at + 1);
        }
        return 0;
    }
}
