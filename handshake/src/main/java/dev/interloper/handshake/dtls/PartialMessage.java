package dev.interloper.handshake.dtls;

import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message of which fragments are missing. Holds the bytes that came and nothing for those that did not. */
final class PartialMessage {

    /** What a piece costs besides its bytes, and what a record costs, roughly. */
    private static final int PIECE_OVERHEAD = 96;

    private final int epoch;
    private final FragmentHeader header;
    private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
    private final List<DtlsRecord> records = new ArrayList<>(2);
    private int received;

    PartialMessage(int epoch, FragmentHeader header) {
        this.epoch = epoch;
        this.header = header;
    }

    /** Whether a fragment can be one of this message: the same message by its header, and the same bytes where they overlap. */
    boolean accepts(int epochOfFragment, FragmentHeader fragment, byte[] bytes, int at) {
        return epoch == epochOfFragment
                && header.sequence() == fragment.sequence()
                && header.type() == fragment.type()
                && header.length() == fragment.length()
                && agrees(fragment.offset(), fragment.fragmentLength(), bytes, at);
    }

    private boolean agrees(int offset, int length, byte[] bytes, int at) {
        int end = offset + length;
        Integer from = pieces.floorKey(offset);
        for (Map.Entry<Integer, byte[]> piece :
                pieces.subMap(from == null ? offset : from, end).entrySet()) {
            int start = piece.getKey();
            byte[] held = piece.getValue();
            int low = Math.max(start, offset);
            int high = Math.min(start + held.length, end);
            if (low < high
                    && !Arrays.equals(held, low - start, high - start, bytes, at + low - offset, at + high - offset)) {
                return false;
            }
        }
        return true;
    }

    /** Takes what is new of a fragment. */
    void add(FragmentHeader fragment, byte[] bytes, int at, DtlsRecord record) {
        int before = received;
        int end = fragment.offset() + fragment.fragmentLength();
        int next = fragment.offset();
        while (next < end) {
            Map.Entry<Integer, byte[]> held = pieces.floorEntry(next);
            if (held != null && held.getKey() + held.getValue().length > next) {
                next = held.getKey() + held.getValue().length;
                continue;
            }
            Integer following = pieces.higherKey(next);
            int to = following == null ? end : Math.min(end, following);
            int from = at + next - fragment.offset();
            pieces.put(next, Arrays.copyOfRange(bytes, from, from + to - next));
            received += to - next;
            next = to;
        }
        if (received > before
                && (records.isEmpty() || !records.get(records.size() - 1).equals(record))) {
            records.add(record);
        }
    }

    int epoch() {
        return epoch;
    }

    /** Of its first fragment. */
    FragmentHeader header() {
        return header;
    }

    boolean isComplete() {
        return received == header.length();
    }

    Bytes body() {
        byte[] body = new byte[received];
        pieces.forEach((offset, piece) -> System.arraycopy(piece, 0, body, offset, piece.length));
        return Bytes.copyOf(body);
    }

    List<DtlsRecord> records() {
        return records;
    }

    int footprint() {
        return PIECE_OVERHEAD * (1 + pieces.size() + records.size()) + received;
    }

    @Override
    public String toString() {
        return "handshake type " + header.type() + " of " + header.length() + " bytes, number " + header.sequence()
                + ", after " + received + " bytes";
    }
}
