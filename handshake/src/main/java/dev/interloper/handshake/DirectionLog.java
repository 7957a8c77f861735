package dev.interloper.handshake;

import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is kept of one direction besides its messages: its packets, its records, its first bytes and what went wrong. */
final class DirectionLog {

    private static final int FIRST_BYTES = 64;

    private final Direction direction;
    private final List<Segment> segments = new ArrayList<>(4);
    private final List<TlsRecord> records = new ArrayList<>(4);
    private final List<StreamProblem> problems = new ArrayList<>(0);
    private byte[] firstBytes = new byte[0];

    DirectionLog(Direction direction) {
        this.direction = direction;
    }

    void segment(PacketRef packet, long offset, int length, boolean outOfOrder) {
        segments.add(new Segment(packet, offset, length, outOfOrder));
    }

    void first(byte[] bytes, int at, int length) {
        int taken = Math.min(length, FIRST_BYTES - firstBytes.length);
        if (taken > 0) {
            int before = firstBytes.length;
            firstBytes = Arrays.copyOf(firstBytes, before + taken);
            System.arraycopy(bytes, at, firstBytes, before, taken);
        }
    }

    void record(TlsRecord record) {
        records.add(record);
    }

    void problem(StreamProblem.Kind kind, long offset, String description) {
        problems.add(new StreamProblem(kind, direction, offset, description));
    }

    /** Those that brought some of the bytes from one offset up to another. */
    List<Segment> covering(long offset, long end) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low;
        while (last < segments.size() && segments.get(last).offset() < end) {
            last++;
        }
        return segments.subList(low, last);
    }

    List<TlsRecord> recordsFrom(int index) {
        return records.subList(Math.min(index, records.size()), records.size());
    }

    List<Segment> segments() {
        return segments;
    }

    List<TlsRecord> records() {
        return records;
    }

    List<StreamProblem> problems() {
        return problems;
    }

    Bytes firstBytes() {
        return Bytes.copyOf(firstBytes);
    }

    /** Bytes held, roughly. */
    int footprint() {
        return 64 * records.size() + 56 * segments.size();
    }
}
