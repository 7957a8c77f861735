package dev.interloper.handshake.capture;

/** What IP carries, by protocol number: TCP, UDP, and tunnels directly over IP. */
final class IpProtocols {

    static final int TCP = 6;
    static final int UDP = 17;

    private IpProtocols() {}

    static Outcome decode(Frame frame, int protocol, int at) {
        if (protocol == TCP) {
            return TransportHeaders.tcp(frame, at);
        }
        Outcome outcome = switch (protocol) {
            case UDP -> TransportHeaders.udp(frame, at);
            case 4, 41 -> IpHeaders.decode(frame, at); // RFC 2003, RFC 4213
            case 47 -> Gre.decode(frame, at);
            case 51 -> authentication(frame, at);
            case 0, 43, 60 -> frame.enter() ? IpHeaders.extensions(frame, protocol, at) : Outcome.OTHER;
            case 97 -> EtherTypes.ethernet(frame, at + 2); // RFC 3378
            case 137 -> Mpls.decode(frame, at); // RFC 4023
            default -> Outcome.OTHER;
        };
        // the IP packet was one, whatever it carries
        return outcome == Outcome.UNREADABLE ? Outcome.OTHER : outcome;
    }

    /** RFC 4302: the next protocol, the length in units of 4 bytes less 2. */
    private static Outcome authentication(Frame frame, int at) {
        if (!frame.has(at, 12) || !frame.enter()) {
            return Outcome.OTHER;
        }
        return decode(frame, frame.u8(at), at + (frame.u8(at + 1) + 2) * 4);
    }
}
