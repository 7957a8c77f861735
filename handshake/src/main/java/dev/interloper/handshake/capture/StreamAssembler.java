package dev.interloper.handshake.capture;

import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.TcpConversation;
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

    /** Bytes that wait for earlier ones. */
    private static final class Pending {

        final PacketRef packet;
        final byte[] bytes;

        Pending(PacketRef packet, byte[] bytes) {
            this.packet = packet;
            this.bytes = bytes;
        }
    }

    private boolean anchored;
    private int firstSequence;
    private long next;
    private long acknowledged;
    private @Nullable TreeMap<Long, Pending> pending;
    private int pendingBytes;

    boolean isAnchored() {
        return anchored;
    }

    /** Sets the sequence number of the stream's first byte. */
    void anchor(int sequence) {
        anchored = true;
        firstSequence = sequence;
        next = 0;
    }

    boolean isAnchoredAt(int sequence) {
        return anchored && firstSequence == sequence;
    }

    boolean hasDelivered() {
        return next > 0;
    }

    int pendingBytes() {
        return pendingBytes;
    }

    private long offsetOf(int sequence) {
        return next + (sequence - (int) (firstSequence + next));
    }

    /** Takes a segment's payload. */
    void receive(
            TcpView tcp, Direction direction, HandshakeReader reader, TcpConversation.Builder facts, int maxPending) {
        if (!anchored) {
            anchor(tcp.sequence);
        }
        long offset = offsetOf(tcp.sequence);
        long end = offset + tcp.payloadCaptured;
        if (tcp.payloadCaptured < tcp.payloadLength) {
            facts.truncatedPacket();
        }
        if (offset + tcp.payloadLength <= next || offset > next + MAX_JUMP) {
            facts.retransmission(direction);
            return;
        }
        if (offset > next) {
            hold(offset, tcp, maxPending, facts, direction);
            skipHole(direction, reader, facts, maxPending);
            return;
        }
        int seen = (int) (next - offset);
        if (end > next) {
            // behind a later segment that waits, or overlapping bytes that came before: either way not as the sender
            // sent it
            boolean outOfOrder = pendingBytes > 0 || seen > 0;
            if (outOfOrder) {
                facts.outOfOrder(direction);
            }
            deliver(
                    tcp.packet(),
                    tcp.buffer,
                    tcp.payload + seen,
                    tcp.payloadCaptured - seen,
                    outOfOrder,
                    direction,
                    reader);
        }
        if (tcp.payloadCaptured < tcp.payloadLength) {
            truncatedTail(offset + tcp.payloadLength, direction, reader, facts);
        }
        drain(direction, reader);
    }

    /** The capture kept only the start of a packet: what it cut off will not come again. */
    private void truncatedTail(long end, Direction direction, HandshakeReader reader, TcpConversation.Builder facts) {
        long hole = end - next;
        if (hole > 0) {
            facts.missing(direction, hole);
            reader.missing(direction, hole);
            next = end;
        }
    }

    private void deliver(
            PacketRef packet,
            byte[] bytes,
            int at,
            int length,
            boolean outOfOrder,
            Direction direction,
            HandshakeReader reader) {
        if (length > 0) {
            reader.receive(direction, new Segment(packet, next, length, outOfOrder), bytes, at, length);
            next += length;
        }
    }

    private void hold(long offset, TcpView tcp, int maxPending, TcpConversation.Builder facts, Direction direction) {
        if (tcp.payloadCaptured == 0 || pendingBytes + tcp.payloadCaptured > maxPending * 2L) {
            return;
        }
        TreeMap<Long, Pending> waiting = pending == null ? new TreeMap<>() : pending;
        pending = waiting;
        Pending known = waiting.get(offset);
        if (known != null && known.bytes.length >= tcp.payloadCaptured) {
            facts.retransmission(direction);
            return;
        }
        byte[] copy = Arrays.copyOfRange(tcp.buffer, tcp.payload, tcp.payload + tcp.payloadCaptured);
        pendingBytes += copy.length - (known == null ? 0 : known.bytes.length);
        waiting.put(offset, new Pending(tcp.packet(), copy));
    }

    private void drain(Direction direction, HandshakeReader reader) {
        TreeMap<Long, Pending> waiting = pending;
        while (waiting != null && !waiting.isEmpty() && waiting.firstKey() <= next) {
            Map.Entry<Long, Pending> first = waiting.pollFirstEntry();
            Pending held = first.getValue();
            pendingBytes -= held.bytes.length;
            int seen = (int) Math.min(next - first.getKey(), held.bytes.length);
            deliver(held.packet, held.bytes, seen, held.bytes.length - seen, true, direction, reader);
        }
    }

    /** The other end has acknowledged bytes: what the capture lacks before that point, it will never have. */
    void acknowledged(
            int sequence, Direction direction, HandshakeReader reader, TcpConversation.Builder facts, int maxPending) {
        if (!anchored) {
            anchor(sequence);
            return;
        }
        long offset = offsetOf(sequence);
        if (offset > acknowledged && offset <= next + MAX_JUMP) {
            acknowledged = offset;
            skipHole(direction, reader, facts, maxPending);
        }
    }

    /** How far the other end has acknowledged, as an offset in the stream. */
    long acknowledgedOffset() {
        return acknowledged;
    }

    private void skipHole(Direction direction, HandshakeReader reader, TcpConversation.Builder facts, int maxPending) {
        while (pending != null && !pending.isEmpty()) {
            long first = pending.firstKey();
            boolean neverComes = first <= acknowledged || pendingBytes > maxPending;
            if (!neverComes) {
                return;
            }
            if (first > next) {
                facts.missing(direction, first - next);
                reader.missing(direction, first - next);
                next = first;
            }
            drain(direction, reader);
        }
    }

    /** No more packets will come: hands on what waited behind holes. */
    void flush(Direction direction, HandshakeReader reader, TcpConversation.Builder facts) {
        acknowledged = Long.MAX_VALUE;
        skipHole(direction, reader, facts, Integer.MAX_VALUE);
    }
}
