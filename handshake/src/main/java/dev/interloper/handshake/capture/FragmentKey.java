package dev.interloper.handshake.capture;

/** What the fragments of one IP packet share (RFC 791 section 2.3, RFC 8200 section 4.5). */
record FragmentKey(
        long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int identification, int protocol) {

    static FragmentKey of(Frame frame, Fragment fragment) {
        int source = frame.view.sourceAddress;
        int destination = frame.view.destinationAddress;
        if (!fragment.isIpv6()) {
            return new FragmentKey(
                    0, frame.i32(source), 0, frame.i32(destination), fragment.identification(), fragment.keyProtocol());
        }
        return new FragmentKey(
                i64(frame, source),
                i64(frame, source + 8),
                i64(frame, destination),
                i64(frame, destination + 8),
                fragment.identification(),
                fragment.keyProtocol());
    }

    private static long i64(Frame frame, int at) {
        return (long) frame.i32(at) << 32 | (frame.i32(at + 4) & 0xffff_ffffL);
    }
}
