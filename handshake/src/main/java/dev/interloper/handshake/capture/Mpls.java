package dev.interloper.handshake.capture;

/** MPLS labels (RFC 3032), and IP or a pseudowire's Ethernet behind the last (RFC 4385, RFC 4448). */
final class Mpls {

    private static final int MAX_LABELS = 16;

    private Mpls() {}

    static Outcome decode(Frame frame, int at) {
        int next = at;
        boolean last = false;
        for (int label = 0; !last; label++) {
            if (label == MAX_LABELS || !frame.has(next, 5)) {
                return Outcome.UNREADABLE;
            }
            last = (frame.u8(next + 2) & 1) != 0;
            next += 4;
        }
        // nothing says what is behind: IP shows its version, and a control word starts with 0 so that it is none
        int nibble = frame.u8(next) >> 4;
        Outcome outcome = nibble == 4 || nibble == 6 ? IpHeaders.decode(frame, next) : Outcome.UNREADABLE;
        if (outcome == Outcome.UNREADABLE && nibble == 0) {
            outcome = pseudowire(frame, next + 4);
        }
        return outcome == Outcome.UNREADABLE ? pseudowire(frame, next) : outcome;
    }

    private static Outcome pseudowire(Frame frame, int at) {
        return frame.enter() ? EtherTypes.ethernet(frame, at) : Outcome.UNREADABLE;
    }
}
