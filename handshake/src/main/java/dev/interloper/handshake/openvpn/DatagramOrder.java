package dev.interloper.handshake.openvpn;

import dev.interloper.handshake.stream.Direction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts the TLS bytes of a UDP direction's packets into the order of their messages: packets overtake each other, and are sent
 * again when no answer comes. Not thread-safe.
 */
public final class DatagramOrder {

    /** Takes TLS bytes in order. */
    public interface Sink {

        /**
         * The next bytes.
         *
         * @param direction which way they travelled
         * @param packet the number of the packet that brought them
         * @param arrivalNanos when it arrived
         * @param overtaken whether a packet with later bytes arrived before
         * @param bytes an array that holds them; not to be kept
         * @param at index of the first
         * @param length how many
         */
        void next(
                Direction direction,
                long packet,
                long arrivalNanos,
                boolean overtaken,
                byte[] bytes,
                int at,
                int length);
    }

    /** No sender has more messages under way that were not acknowledged. */
    private static final int WINDOW = 16;

    /** What came before its turn. */
    private static final class Early {
        private final long message;
        private final long packet;
        private final long arrivalNanos;
        private final byte[] bytes;

        private Early(long message, long packet, long arrivalNanos, byte[] bytes) {
            this.message = message;
            this.packet = packet;
            this.arrivalNanos = arrivalNanos;
            this.bytes = bytes;
        }
    }

    private final Session session;
    private final Direction direction;
    private final Sink sink;
    private final int maxBytes;
    private final PacketHeader header = new PacketHeader();
    private final @Nullable Early[] early = new Early[WINDOW];
    private int held;
    private int data;
    private long next = 1;

    /**
     * A direction that has not begun.
     *
     * @param session the channel that it belongs to
     * @param direction which way its packets travel
     * @param sink takes the bytes
     * @param maxBytes how many bytes may wait for those before them
     */
    public DatagramOrder(Session session, Direction direction, Sink sink, int maxBytes) {
        this.session = session;
        this.direction = direction;
        this.sink = sink;
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a datagram.
     *
     * @param packet the number of the packet that brought it
     * @param arrivalNanos when it arrived
     * @param bytes an array that holds it; not kept
     * @param at index of its first byte
     * @param length its length
     */
    public void receive(long packet, long arrivalNanos, byte[] bytes, int at, int length) {
        if (length == 0) {
            return;
        }
        int opcode = Opcode.of(bytes[at]);
        if (Opcode.isData(opcode)) {
            data++;
            return;
        }
        if (!Opcode.isControl(opcode)) {
            return;
        }
        int end = header.read(bytes, at, length, session.authentication);
        if (end < 0 || end > length || session.take(direction, header, bytes, at, end) != Session.Part.MESSAGE) {
            return;
        }
        if (header.message == next) {
            next++;
            boolean overtaken = held > 0;
            sink.next(direction, packet, arrivalNanos, overtaken, bytes, at + end, length - end);
            drain();
        } else if (header.message > next && header.message < next + WINDOW) {
            hold(new Early(header.message, packet, arrivalNanos, Arrays.copyOfRange(bytes, at + end, at + length)));
        }
    }

    private void hold(Early message) {
        int slot = (int) (message.message % WINDOW);
        if (early[slot] == null && held + message.bytes.length <= maxBytes) {
            early[slot] = message;
            held += message.bytes.length;
        }
    }

    private void drain() {
        for (Early message = early[(int) (next % WINDOW)];
                message != null && message.message == next;
                message = early[(int) (next % WINDOW)]) {
            early[(int) (next % WINDOW)] = null;
            held -= message.bytes.length;
            next++;
            sink.next(direction, message.packet, message.arrivalNanos, false, message.bytes, 0, message.bytes.length);
        }
    }

    /**
     * The message that is waited for, if later ones are there.
     *
     * @return its number; 0 if nothing waits
     */
    public long lacking() {
        return held > 0 ? next : 0;
    }

    /**
     * Packets of the tunnel's data that were seen.
     *
     * @return their number
     */
    public int dataPackets() {
        return data;
    }

    /**
     * Bytes that wait for those before them.
     *
     * @return bytes of memory, roughly
     */
    public int footprint() {
        return held;
    }
}
