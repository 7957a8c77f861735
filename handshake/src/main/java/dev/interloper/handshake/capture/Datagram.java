package dev.interloper.handshake.capture;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An IP packet of which fragments have come. Of bytes that come twice the first ones count, in IPv6 the packet is void (RFC 5722). */
final class Datagram {

    /** What a piece costs besides its bytes, roughly. */
    private static final int PIECE = 80;

    private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();
    private final long firstNanos;
    private int protocol = -1;
    private int length = -1;
    private int received;
    private int cost = PIECE;
    private boolean isVoid;

    Datagram(long firstNanos) {
        this.firstNanos = firstNanos;
    }

    void add(Fragment fragment, byte[] bytes, int from, int fragmentLength) {
        if (isVoid) {
            return;
        }
        int start = fragment.offset();
        int end = start + fragmentLength;
        boolean otherEnd = !fragment.more() && length >= 0 && length != end;
        if (otherEnd || (length >= 0 && end > length) || (!fragment.more() && reach() > end)) {
            giveUp(); // two fragments contradict each other
            return;
        }
        byte[] same = pieces.get(start);
        if (same != null && Arrays.equals(same, 0, same.length, bytes, from, from + fragmentLength)) {
            return; // the same again
        }
        if (fill(start, end, bytes, from - start) && fragment.isIpv6()) {
            giveUp();
            return;
        }
        if (start == 0 && protocol < 0) {
            protocol = fragment.protocol();
        }
        if (!fragment.more()) {
            length = end;
        }
    }

    /** Keeps what is new; whether there was anything that is not. */
    private boolean fill(int start, int end, byte[] bytes, int shift) {
        Map.Entry<Integer, byte[]> before = pieces.floorEntry(start);
        int at = before == null ? start : Math.max(start, before.getKey() + before.getValue().length);
        boolean overlaps = at > start;
        while (at < end) {
            Map.Entry<Integer, byte[]> known = pieces.ceilingEntry(at);
            int gapEnd = known == null ? end : Math.min(end, known.getKey());
            if (gapEnd > at) {
                pieces.put(at, Arrays.copyOfRange(bytes, at + shift, gapEnd + shift));
                received += gapEnd - at;
                cost += PIECE + gapEnd - at;
            }
            overlaps |= gapEnd < end;
            at = known == null ? end : known.getKey() + known.getValue().length;
        }
        return overlaps;
    }

    private int reach() {
        Map.Entry<Integer, byte[]> last = pieces.lastEntry();
        return last == null ? 0 : last.getKey() + last.getValue().length;
    }

    /** Remembered as void until its time is over, so that fragments to come make no new packet. */
    private void giveUp() {
        isVoid = true;
        pieces.clear();
        cost = PIECE;
        length = -1;
    }

    boolean isWhole() {
        return length >= 0 && received == length;
    }

    int length() {
        return length;
    }

    int protocol() {
        return protocol;
    }

    int cost() {
        return cost;
    }

    long firstNanos() {
        return firstNanos;
    }

    void copyTo(byte[] bytes, int at) {
        pieces.forEach((offset, piece) -> System.arraycopy(piece, 0, bytes, at + offset, piece.length));
    }
}
