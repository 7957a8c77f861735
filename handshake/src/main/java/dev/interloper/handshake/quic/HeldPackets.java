package dev.interloper.handshake.quic;

import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packets that came before their keys. */
final class HeldPackets {

    private static final int OVERHEAD = 96;

    /** A packet from its first byte to its last, of the datagram that brought it. */
    static final class Held {

        final Direction direction;
        final QuicLevel level;
        final long datagram;
        final int offset;
        final byte[] bytes;

        Held(Direction direction, QuicLevel level, long datagram, int offset, byte[] bytes) {
            this.direction = direction;
            this.level = level;
            this.datagram = datagram;
            this.offset = offset;
            this.bytes = bytes;
        }

        int cost() {
            return bytes.length + OVERHEAD;
        }
    }

    private final Budget budget;
    private List<Held> held = new ArrayList<>(0);

    HeldPackets(Budget budget) {
        this.budget = budget;
    }

    /** Keeps a packet; false if there is no more room. */
    boolean add(Direction direction, QuicLevel level, long datagram, int offset, byte[] bytes, int at, int end) {
        if (!budget.allows(end - at + OVERHEAD)) {
            return false;
        }
        Held packet = new Held(direction, level, datagram, offset, Arrays.copyOfRange(bytes, at, end));
        budget.take(packet.cost());
        held.add(packet);
        return true;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Hands all over, in the order in which they came. */
    List<Held> takeAll() {
        List<Held> all = held;
        held = new ArrayList<>(0);
        all.forEach(packet -> budget.giveBack(packet.cost()));
        return all;
    }
}
