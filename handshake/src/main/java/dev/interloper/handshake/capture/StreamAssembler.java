package dev.interloper.handshake.capture;

import dev.interloper.handshake.stream.Direction;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts one direction's TCP payload in order (RFC 9293 section 3.4) and hands it on, each byte with the packet that brought it
 * first. Positions are 64-bit offsets from the stream's first byte, so that sequence numbers may wrap around.
 */
final class StreamAssembler {

    /** A jump beyond any window is another connection or nonsense, not a hole. */
    private static final long MAX_JUMP = 1L << 30;

    /** No first flight is in the air so far ahead of its own start. */
    private static final long MAX_FIRST_JUMP = 1L << 20;

    /** How much may wait for the start of a stream whose opening was not seen. */
    private static final int MAX_UNSETTLED = 1 << 16;

    /** What an Ethernet frame with nothing but IPv4 and TCP headers lacks to the 60 bytes that it must have. */
    private static final int MAX_PADDING = 6;

    /** What a waiting segment costs besides its bytes. */
    private static final int PENDING_OVERHEAD = 96;

    /** Bytes that wait for earlier ones. */
    private static final class Pending {

        final long packet;
        final long arrivalNanos;
        final int packetLength;
        final byte[] bytes;

        Pending(PacketView packet, byte[] bytes) {
            this.packet = packet.number;
            this.arrivalNanos = packet.arrivalNanos;
            this.packetLength = packet.payloadLength;
            this.bytes = bytes;
        }

        int cost() {
            return bytes.length + PENDING_OVERHEAD;
        }
    }

    private final Connection owner;
    private final Direction direction;
    private boolean anchored;
    private boolean opened;
    private boolean confirmed;
    private boolean begun;
    private boolean unsettled;
    private int firstSequence;
    private long next;
    private long acknowledged;
    private @Nullable TreeMap<Long, Pending> pending;
    private int pendingBytes;
    private @Nullable Pending doubtful;

    StreamAssembler(Connection owner, Direction direction) {
        this.owner = owner;
        this.direction = direction;
    }

    /** The stream's opening was seen, and with it the sequence number of its first byte. */
    void open(int sequence) {
        if (confirmed || hasDelivered()) {
            return; // a stray one: what was agreed on stands
        }
        anchor(sequence);
        opened = true;
        unsettled = false;
    }

    /** Sets the sequence number of the stream's first byte; nothing has been delivered yet. */
    private void anchor(int sequence) {
        if (anchored && pending != null) {
            shiftPending(firstSequence - sequence);
        }
        anchored = true;
        firstSequence = sequence;
        acknowledged = 0;
    }

    private void shiftPending(long shift) {
        TreeMap<Long, Pending> shifted = new TreeMap<>();
        if (pending != null) {
            pending.forEach((offset, held) -> shifted.put(offset + shift, held));
        }
        pending = shifted;
    }

    boolean isAnchoredAt(int sequence) {
        return anchored && firstSequence == sequence;
    }

    private boolean hasDelivered() {
        return next > 0;
    }

    int pendingBytes() {
        return pendingBytes;
    }

    private long offsetOf(int sequence) {
        return next + (sequence - (int) (firstSequence + next));
    }

    /** Takes a segment's payload. */
    void receive(PacketView tcp) {
        if (tcp.payloadCaptured < tcp.payloadLength) {
            owner.noteTruncatedPacket();
        }
        if (!anchored || isAnchoredElsewhere(tcp.sequence)) {
            anchor(tcp.sequence);
            opened = false;
        }
        if (!begun) {
            begin(tcp);
        }
        long offset = offsetOf(tcp.sequence);
        if (unsettled && looksLikePadding(tcp)) {
            return;
        }
        if (unsettled && !mayStart(tcp)) {
            hold(offset, tcp, owner.maxPendingBytes());
            skipHole(owner.maxPendingBytes());
            return;
        }
        if (unsettled) {
            settle(offset);
            offset = 0;
        }
        settleDoubt(offset, tcp.payloadLength);
        if (offset == next && looksLikePadding(tcp)) {
            doubtful = new Pending(tcp, new byte[tcp.payloadCaptured]);
            return;
        }
        if (offset + tcp.payloadLength <= next || offset > next + MAX_JUMP) {
            owner.noteRetransmission(direction);
        } else if (offset > next) {
            hold(offset, tcp, owner.maxPendingBytes());
            skipHole(owner.maxPendingBytes());
        } else {
            inOrder(offset, tcp);
        }
    }

    /**
     * A bare acknowledgement, or a SYN, with a few zeros behind it: some machines count the padding of a short Ethernet frame as payload.
     * Whether it was shows when the next bytes come.
     */
    private static boolean looksLikePadding(PacketView tcp) {
        if (tcp.payloadCaptured > MAX_PADDING
                || tcp.payloadCaptured < tcp.payloadLength
                || tcp.has(PacketView.PSH | PacketView.FIN)) {
            return false;
        }
        for (int i = 0; i < tcp.payloadCaptured; i++) {
            if (tcp.buffer[tcp.payload + i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** A sender that goes on behind the zeros has sent them. */
    private void settleDoubt(long offset, int length) {
        Pending zeros = doubtful;
        if (zeros == null || offset + length <= next) {
            return;
        }
        doubtful = null;
        if (offset == next + zeros.bytes.length) {
            deliver(zeros.packet, zeros.arrivalNanos, zeros.packetLength, false, zeros.bytes, 0, zeros.bytes.length);
        }
    }

    /** Nothing was delivered, and these bytes are nowhere near: what set the anchor was not of this connection. */
    private boolean isAnchoredElsewhere(int sequence) {
        return next == 0 && pendingBytes == 0 && !confirmed && Math.abs(offsetOf(sequence)) > MAX_FIRST_JUMP;
    }

    /** The capture began later than the connection: bytes that start nothing may have overtaken those that do. */
    private void begin(PacketView tcp) {
        begun = true;
        if (!opened) {
            owner.startsInTheMiddle(direction);
            unsettled = !mayStart(tcp);
        }
    }

    private static boolean mayStart(PacketView tcp) {
        if (tcp.payloadCaptured == 0) {
            return false;
        }
        int first = tcp.buffer[tcp.payload];
        int second = tcp.payloadCaptured > 1 ? tcp.buffer[tcp.payload + 1] : 3;
        return (first >= 20 && first <= 23 && second == 3) || first == 'C' || first == 'H';
    }

    /** From here on, the stream starts at an offset that was counted from some later byte. */
    private void settle(long offset) {
        unsettled = false;
        anchor((int) (firstSequence + offset));
        TreeMap<Long, Pending> waiting = pending;
        while (waiting != null && !waiting.isEmpty() && waiting.firstKey() < 0) {
            pendingBytes -= waiting.pollFirstEntry().getValue().cost();
        }
    }

    private void inOrder(long offset, PacketView tcp) {
        int seen = (int) (next - offset);
        if (seen < tcp.payloadCaptured) {
            // behind a later segment that waits, or overlapping bytes that came before: either way not as the sender
            // sent it
            boolean outOfOrder = pendingBytes > 0 || seen > 0;
            if (outOfOrder) {
                owner.noteOutOfOrder(direction);
            }
            if (overlapsPending(offset + tcp.payloadCaptured)) {
                hold(offset, tcp, Integer.MAX_VALUE);
            } else {
                deliver(
                        tcp.number,
                        tcp.arrivalNanos,
                        tcp.payloadLength,
                        outOfOrder,
                        tcp.buffer,
                        tcp.payload + seen,
                        tcp.payloadCaptured - seen);
            }
        }
        drain();
        if (tcp.payloadCaptured < tcp.payloadLength) {
            truncatedTail(offset + tcp.payloadLength);
            drain();
        }
    }

    private boolean overlapsPending(long end) {
        return pending != null && !pending.isEmpty() && pending.firstKey() < end;
    }

    /** The capture kept only the start of a packet: what it cut off will not come again. */
    private void truncatedTail(long end) {
        long hole = end - next;
        if (hole > 0) {
            owner.missing(direction, hole);
            next = end;
        }
    }

    private void deliver(
            long packet, long arrivalNanos, int packetLength, boolean outOfOrder, byte[] bytes, int at, int length) {
        if (length > 0) {
            owner.deliver(direction, packet, arrivalNanos, packetLength, outOfOrder, bytes, at, length);
            next += length;
        }
    }

    /** Keeps what is new of a segment: of bytes that come twice, the first ones count. */
    private void hold(long offset, PacketView tcp, int maxPending) {
        if (pendingBytes + tcp.payloadCaptured > maxPending * 2L) {
            return;
        }
        TreeMap<Long, Pending> waiting = pending == null ? new TreeMap<>() : pending;
        pending = waiting;
        long at = offset;
        long end = offset + tcp.payloadCaptured;
        boolean isNew = false;
        Map.Entry<Long, Pending> before = waiting.floorEntry(offset);
        if (before != null) {
            at = Math.max(at, before.getKey() + before.getValue().bytes.length);
        }
        while (at < end) {
            Map.Entry<Long, Pending> known = waiting.ceilingEntry(at);
            long gapEnd = known == null ? end : Math.min(end, known.getKey());
            if (gapEnd > at) {
                int from = tcp.payload + (int) (at - offset);
                Pending held = new Pending(tcp, Arrays.copyOfRange(tcp.buffer, from, from + (int) (gapEnd - at)));
                waiting.put(at, held);
                pendingBytes += held.cost();
                isNew = true;
            }
            at = known == null ? end : known.getKey() + known.getValue().bytes.length;
        }
        if (!isNew && tcp.payloadCaptured > 0) {
            owner.noteRetransmission(direction);
        }
    }

    private void drain() {
        TreeMap<Long, Pending> waiting = pending;
        while (waiting != null && !waiting.isEmpty() && waiting.firstKey() <= next && !unsettled) {
            Map.Entry<Long, Pending> first = waiting.pollFirstEntry();
            Pending held = first.getValue();
            pendingBytes -= held.cost();
            int seen = (int) Math.min(next - first.getKey(), held.bytes.length);
            deliver(
                    held.packet,
                    held.arrivalNanos,
                    held.packetLength,
                    true,
                    held.bytes,
                    seen,
                    held.bytes.length - seen);
        }
    }

    /** The other end has acknowledged bytes: what the capture lacks before that point, it will never have. */
    void acknowledged(int sequence) {
        if (!anchored || isAnchoredElsewhere(sequence)) {
            anchor(sequence);
            opened = false;
            return;
        }
        long offset = offsetOf(sequence);
        confirmed |= opened && offset == 0;
        if (offset > acknowledged && offset <= next + MAX_JUMP) {
            acknowledged = offset;
            skipHole(owner.maxPendingBytes());
        }
    }

    /** How far the other end has acknowledged, as an offset in the stream. */
    long acknowledgedOffset() {
        return acknowledged;
    }

    private void skipHole(int maxPending) {
        while (pending != null && !pending.isEmpty()) {
            long first = pending.firstKey();
            boolean acknowledgedBeyond = unsettled ? first < acknowledged : first <= acknowledged;
            int limit = unsettled ? Math.min(maxPending, MAX_UNSETTLED) : maxPending;
            boolean neverComes = acknowledgedBeyond || pendingBytes > limit;
            if (!neverComes) {
                return;
            }
            if (unsettled) {
                settle(first);
                first = 0;
            }
            if (first > next) {
                owner.missing(direction, first - next);
                next = first;
            }
            drain();
        }
    }

    /** No more packets will come: hands on what waited behind holes. */
    void flush() {
        acknowledged = Long.MAX_VALUE;
        skipHole(Integer.MAX_VALUE);
    }
}
