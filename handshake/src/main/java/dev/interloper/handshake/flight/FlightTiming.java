package dev.interloper.handshake.flight;

import dev.interloper.handshake.message.HandshakeType;
import java.util.OptionalLong;

/** Tells what a pause between two segments is, from its length, the round trip and the client's acknowledgements. */
final class FlightTiming {

    private static final long MILLI = 1_000_000;
    private static final long BACK_TO_BACK = 2 * MILLI;
    private static final long RESOLVABLE_ROUND_TRIP = 5 * MILLI;
    private static final long HOLD_SLACK = 5 * MILLI;
    private static final int DEFAULT_MSS = 536;
    private static final int TCP_OPTIONS = 40;

    private FlightTiming() {}

    /**
     * The kind of a split.
     *
     * @param gap from the first segment to the second
     * @param roundTrip TCP's round trip
     * @param previousLength the first segment's TCP payload
     * @param mss the largest segment the server may send, 0 if not known
     * @param releasable whether the client's acknowledgement of the first, if one was seen, could have reached the server before
     *     it sent the second
     */
    static BoundaryKind kind(
            FlightUnit before,
            FlightUnit after,
            long gap,
            OptionalLong roundTrip,
            int previousLength,
            int mss,
            boolean releasable) {
        if (roundTrip.isEmpty()) {
            return BoundaryKind.UNRESOLVED_SPLIT;
        }
        long rtt = roundTrip.getAsLong();
        boolean resolvable = rtt >= RESOLVABLE_ROUND_TRIP;
        if (gap <= Math.max(BACK_TO_BACK, rtt / 4)) {
            return resolvable ? BoundaryKind.BACK_TO_BACK_WRITES : BoundaryKind.UNRESOLVED_SPLIT;
        }
        boolean shortSegment = previousLength < (mss > 0 ? mss : DEFAULT_MSS) - TCP_OPTIONS;
        if (shortSegment && releasable) {
            if (isHold(gap, rtt)) {
                return resolvable ? BoundaryKind.NAGLE_HOLD : BoundaryKind.UNRESOLVED_SPLIT;
            }
            if (isDelayedAck(gap - rtt)) {
                return BoundaryKind.NAGLE_DELAYED_ACK;
            }
        }
        return computeGap(before, after);
    }

    private static boolean isHold(long gap, long rtt) {
        return gap >= rtt * 8 / 10 && gap <= rtt * 13 / 10 + HOLD_SLACK;
    }

    /** Linux delays an acknowledgement by 40 ms, Windows by up to 200 ms. */
    private static boolean isDelayedAck(long beyondRoundTrip) {
        return (beyondRoundTrip >= 35 * MILLI && beyondRoundTrip <= 50 * MILLI)
                || (beyondRoundTrip >= 150 * MILLI && beyondRoundTrip <= 220 * MILLI);
    }

    private static BoundaryKind computeGap(FlightUnit before, FlightUnit after) {
        boolean afterHello = before.type() == HandshakeType.SERVER_HELLO.code()
                || (before.type() < 0 && !before.isEncrypted()); // change_cipher_spec
        if (after.type() == HandshakeType.CERTIFICATE.code() || (afterHello && after.isEncrypted())) {
            return BoundaryKind.COMPUTE_GAP_CERTIFICATE;
        }
        return after.type() == HandshakeType.SERVER_KEY_EXCHANGE.code() || after.isEncrypted()
                ? BoundaryKind.COMPUTE_GAP_KEY
                : BoundaryKind.COMPUTE_GAP_OTHER;
    }
}
