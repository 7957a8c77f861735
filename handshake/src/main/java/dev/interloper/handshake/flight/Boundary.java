package dev.interloper.handshake.flight;

import dev.interloper.handshake.stream.PacketRef;
import java.util.Locale;

/**
 * The place between two neighbours of a server's first flight. Immutable.
 *
 * @param before the first neighbour: a message's name, or a record's in the encrypted part of a TLS 1.3 flight
 * @param after the second neighbour
 * @param kind how they reached the client
 * @param gapNanos from the packet with the first one's last byte to the packet with the second one's first byte, in
 *     nanoseconds; 0 in one segment
 * @param lastBefore the packet with the first one's last byte
 * @param firstAfter the packet with the second one's first byte
 * @param acknowledgedBetween whether the client was seen to acknowledge the first one before the second one arrived
 * @since 0.1
 */
public record Boundary(
        String before,
        String after,
        BoundaryKind kind,
        long gapNanos,
        PacketRef lastBefore,
        PacketRef firstAfter,
        boolean acknowledgedBetween) {

    /** Both neighbours and how they came: {@code ServerHello | Certificate: held … (+41.2 ms)}. */
    @Override
    public String toString() {
        return kind.isSplit()
                ? String.format(Locale.ROOT, "%s | %s: %s (+%.1f ms)", before, after, kind, gapNanos / 1_000_000.0)
                : before + " + " + after + ": " + kind;
    }
}
