package dev.interloper.handshake.quic;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What one side of a connection has sent so far. */
final class Side {

    private static final class Space {

        final CryptoStream stream;
        long largest = -1;

        Space(Budget budget) {
            stream = new CryptoStream(budget);
        }
    }

    private final Budget budget;
    private final Map<QuicLevel, Space> spaces = new EnumMap<>(QuicLevel.class);
    /** The connection id that it chose, to which the other side sends. */
    byte[] id = new byte[0];

    boolean hasId;
    /** Of its last packet with a long header. */
    int version;

    Side(Budget budget) {
        this.budget = budget;
    }

    void reset() {
        spaces.values().forEach(space -> space.stream.release());
        spaces.clear();
    }

    private Space space(QuicLevel level) {
        return spaces.computeIfAbsent(level, any -> new Space(budget));
    }

    CryptoStream stream(QuicLevel level) {
        return space(level).stream;
    }

    /** The largest packet number that was opened; -1 if none was. */
    long largest(QuicLevel level) {
        return space(level).largest;
    }

    void opened(QuicLevel level, long number) {
        Space space = space(level);
        space.largest = Math.max(space.largest, number);
    }

    void longHeader(LongHeader header, byte[] bytes) {
        version = header.version;
        hasId = true;
        if (!hasId(bytes, header.source, header.sourceLength)) {
            id = Arrays.copyOfRange(bytes, header.source, header.source + header.sourceLength);
        }
    }

    boolean hasId(byte[] bytes, int at, int length) {
        return hasId && Arrays.equals(id, 0, id.length, bytes, at, at + length);
    }
}
