package dev.interloper.handshake.flight;

import java.util.OptionalLong;

/**
 * How long the server took for its first byte after the ClientHello. Immutable.
 *
 * @param delayNanos from the packet with the ClientHello's last byte to the one with the ServerHello's first, in nanoseconds
 * @param roundTripNanos TCP's round trip; empty where the connection's opening was not seen
 * @since 0.1
 */
public record FirstReply(long delayNanos, OptionalLong roundTripNanos) {

    private static final long SLOW_EXCESS_NANOS = 50_000_000;
    private static final int SLOW_RATIO = 3;

    /**
     * Whether the delay is far longer than the network explains: more than three round trips and 50 ms beyond one. A proxy that
     * asks the origin first and mints a certificate looks so; a busy server and an explicit proxy do too.
     *
     * @return true if it is slow; false also where the round trip is not known
     */
    public boolean isSlow() {
        if (roundTripNanos.isEmpty()) {
            return false;
        }
        long roundTrip = roundTripNanos.getAsLong();
        return delayNanos > SLOW_RATIO * roundTrip && delayNanos - roundTrip > SLOW_EXCESS_NANOS;
    }
}
