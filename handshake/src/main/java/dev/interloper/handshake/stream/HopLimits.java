package dev.interloper.handshake.stream;

import java.util.OptionalInt;

/**
 * How many hops one end's packets had left when they were seen: the time to live of IPv4 (RFC 791 section 3.1), the hop limit of
 * IPv6 (RFC 8200 section 3). Systems start at 64, 128 or 255 and every router takes one, so that packets of one machine, which
 * came over one route, show one number. Immutable.
 *
 * @param opening on its SYN or SYN-ACK; empty if the capture does not hold it
 * @param lowest the lowest on its packets with bytes; empty if there was none
 * @param highest the highest on its packets with bytes; empty if there was none
 * @param reset on its first RST; empty if there was none
 * @since 0.1
 */
public record HopLimits(OptionalInt opening, OptionalInt lowest, OptionalInt highest, OptionalInt reset) {

    /** Nothing was seen. */
    public static final HopLimits NONE =
            new HopLimits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /**
     * The same with what opened the connection; only the first counts.
     *
     * @param hops hops left, 0 to 255
     * @return these if there was one already
     */
    public HopLimits withOpening(int hops) {
        return opening.isPresent() ? this : new HopLimits(OptionalInt.of(hops), lowest, highest, reset);
    }

    /**
     * The same with a packet that carries bytes.
     *
     * @param hops hops left, 0 to 255
     * @return these if they hold it already
     */
    public HopLimits withData(int hops) {
        int low = Math.min(hops, lowest.orElse(hops));
        int high = Math.max(hops, highest.orElse(hops));
        boolean known = lowest.isPresent() && low == lowest.getAsInt() && high == highest.orElse(-1);
        return known ? this : new HopLimits(opening, OptionalInt.of(low), OptionalInt.of(high), reset);
    }

    /**
     * The same with a reset; only the first counts.
     *
     * @param hops hops left, 0 to 255
     * @return these if there was one already
     */
    public HopLimits withReset(int hops) {
        return reset.isPresent() ? this : new HopLimits(opening, lowest, highest, OptionalInt.of(hops));
    }
}
