package dev.interloper.handshake.quic;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Puts the CRYPTO frames of one side and level in order (RFC 9000 section 19.6); of bytes that come twice, the first count. */
final class CryptoStream {

    /** What a waiting piece costs besides its bytes. */
    private static final int OVERHEAD = 96;

    /** Takes bytes in order. */
    interface Output {
        void bytes(long datagram, byte[] bytes, int offset, int length);
    }

    private static final class Piece {

        final long datagram;
        final byte[] bytes;

        Piece(long datagram, byte[] bytes) {
            this.datagram = datagram;
            this.bytes = bytes;
        }

        int cost() {
            return bytes.length + OVERHEAD;
        }
    }

    private final Budget budget;
    private final TreeMap<Long, Piece> waiting = new TreeMap<>();
    private long next;

    CryptoStream(Budget budget) {
        this.budget = budget;
    }

    /** Takes a frame; false if it is not kept, because it lies too far ahead or too much waits. */
    boolean receive(long offset, byte[] bytes, int at, int length, long datagram, Output output) {
        long end = offset + length;
        if (offset > next) {
            return hold(offset, bytes, at, length, datagram);
        }
        while (next < end) {
            long stop = waiting.isEmpty() ? end : Math.min(end, waiting.firstKey());
            int from = at + (int) (next - offset);
            int taken = (int) (stop - next);
            next = stop;
            output.bytes(datagram, bytes, from, taken);
            drain(output);
        }
        return true;
    }

    private void drain(Output output) {
        while (!waiting.isEmpty() && waiting.firstKey() <= next) {
            Map.Entry<Long, Piece> first = waiting.pollFirstEntry();
            Piece piece = first.getValue();
            budget.giveBack(piece.cost());
            next += piece.bytes.length;
            output.bytes(piece.datagram, piece.bytes, 0, piece.bytes.length);
        }
    }

    /** Keeps what is new of a frame. */
    private boolean hold(long offset, byte[] bytes, int at, int length, long datagram) {
        if (offset - next > budget.max()) {
            return false;
        }
        long from = offset;
        long end = offset + length;
        Map.Entry<Long, Piece> before = waiting.floorEntry(offset);
        if (before != null) {
            from = Math.max(from, before.getKey() + before.getValue().bytes.length);
        }
        while (from < end) {
            Map.Entry<Long, Piece> known = waiting.ceilingEntry(from);
            long gapEnd = known == null ? end : Math.min(end, known.getKey());
            if (gapEnd > from) {
                int start = at + (int) (from - offset);
                int size = (int) (gapEnd - from);
                if (!budget.allows(size + OVERHEAD)) {
                    return false;
                }
                budget.take(size + OVERHEAD);
                waiting.put(from, new Piece(datagram, Arrays.copyOfRange(bytes, start, start + size)));
            }
            from = known == null ? end : known.getKey() + known.getValue().bytes.length;
        }
        return true;
    }

    /** How many bytes were handed on. */
    long delivered() {
        return next;
    }

    boolean hasHole() {
        return !waiting.isEmpty();
    }

    void release() {
        waiting.values().forEach(piece -> budget.giveBack(piece.cost()));
        waiting.clear();
    }
}
