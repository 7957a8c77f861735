package dev.interloper.handshake.stream;

/**
 * A packet that acknowledged bytes for the first time. Immutable.
 *
 * @param packet the packet
 * @param acknowledged how many bytes of the opposite direction's stream it acknowledges, counted from that stream's start
 * @since 0.1
 */
public record Acknowledgement(PacketRef packet, long acknowledged) {}
