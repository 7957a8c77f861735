package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.util.List;
import java.util.Optional;

/**
 * Where a message came from: its place in the byte stream, the records that held it and the segments that brought it.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Provenance {

    private final Direction direction;
    private final long offset;
    private final long end;
    private final List<TlsRecord> records;
    private final List<Segment> segments;

    /**
     * A place. The lists are copied.
     *
     * @param direction which way the message travelled
     * @param offset index of its first byte in the direction's byte stream
     * @param end index behind its last byte; more than offset + length where the message spans records, whose headers lie
     *     between
     * @param records the records that hold a part of it, in order
     * @param segments the segments that brought those bytes, in order of their bytes; empty where nothing is known of packets
     */
    public Provenance(Direction direction, long offset, long end, List<TlsRecord> records, List<Segment> segments) {
        this.direction = direction;
        this.offset = offset;
        this.end = end;
        this.records = List.copyOf(records);
        this.segments = List.copyOf(segments);
    }

    /**
     * Which way the message travelled.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Index of the message's first byte in the direction's byte stream, from 0.
     *
     * @return the offset in bytes
     */
    public long offset() {
        return offset;
    }

    /**
     * Index behind the message's last byte in the direction's byte stream.
     *
     * @return the offset in bytes
     */
    public long end() {
        return end;
    }

    /**
     * The records that hold a part of the message.
     *
     * @return one or more, in order
     */
    public List<TlsRecord> records() {
        return records;
    }

    /**
     * The segments that brought the message's bytes.
     *
     * @return in order of their bytes; empty where the bytes did not come from packets
     */
    public List<Segment> segments() {
        return segments;
    }

    /**
     * The packet with the message's first byte.
     *
     * @return empty where the bytes did not come from packets
     */
    public Optional<PacketRef> firstPacket() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.get(0).packet());
    }

    /**
     * The packet with the message's last byte. Where packets arrived out of order, the message may have been complete only
     * with an earlier byte of a later packet.
     *
     * @return empty where the bytes did not come from packets
     */
    public Optional<PacketRef> lastPacket() {
        return segments.isEmpty()
                ? Optional.empty()
                : Optional.of(segments.get(segments.size() - 1).packet());
    }

    /** The bytes and packets: {@code bytes 71–939 in packet 8}. */
    @Override
    public String toString() {
        String bytes = "bytes " + offset + "–" + (end - 1);
        if (segments.isEmpty()) {
            return bytes;
        }
        long first = segments.get(0).packet().number();
        long last = segments.get(segments.size() - 1).packet().number();
        return bytes + (first == last ? " in packet " + first : " in packets " + first + "–" + last);
    }
}
