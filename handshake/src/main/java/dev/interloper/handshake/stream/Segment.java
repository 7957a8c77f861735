package dev.interloper.handshake.stream;

/**
 * New bytes of one direction that one packet brought. Bytes that an earlier packet brought already do not count again: each
 * byte of a stream belongs to the segment that brought it first. Immutable.
 *
 * @param packet the packet
 * @param offset index of the first new byte in the direction's byte stream, from 0
 * @param length number of new bytes
 * @param outOfOrder whether the packet arrived after one that carries later bytes, or after bytes of its own had been seen
 * @since 0.1
 */
public record Segment(PacketRef packet, long offset, int length, boolean outOfOrder) {

    /**
     * Index behind the last new byte.
     *
     * @return offset + length
     */
    public long end() {
        return offset + length;
    }
}
