package dev.interloper.handshake.stream;

/**
 * One packet of a capture. Immutable.
 *
 * @param number its number in the file, from 1, as Wireshark counts
 * @param arrivalNanos when the capturing machine saw it: nanoseconds since 1970-01-01T00:00:00Z
 * @param payloadLength its TCP or UDP payload in bytes, as sent (a capture may hold fewer)
 * @since 0.1
 */
public record PacketRef(long number, long arrivalNanos, int payloadLength) {}
