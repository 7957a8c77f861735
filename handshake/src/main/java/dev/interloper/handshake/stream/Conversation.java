package dev.interloper.handshake.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What TCP showed of a conversation, below the bytes that it carried. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Conversation {

    /**
     * The first sign of a connection's end. Immutable.
     *
     * @param by whose packet it was
     * @param reset true for RST, false for FIN
     * @param packet the packet
     */
    public record Close(Direction by, boolean reset, PacketRef packet) {}

    private final Endpoint client;
    private final Endpoint server;
    private final @Nullable PacketRef syn;
    private final @Nullable PacketRef synAck;
    private final @Nullable PacketRef ack;
    private final int synCount;
    private final int clientMss;
    private final int serverMss;
    private final List<Acknowledgement> clientAcknowledgements;
    private final int[] retransmissions;
    private final int[] outOfOrder;
    private final long[] missingBytes;
    private final boolean truncatedPackets;
    private final @Nullable Close close;
    private final HopLimits serverHops;

    private Conversation(Builder from) {
        client = from.client;
        server = from.server;
        syn = from.syn;
        synAck = from.synAck;
        ack = from.ack;
        synCount = from.synCount;
        clientMss = from.clientMss;
        serverMss = from.serverMss;
        clientAcknowledgements = List.copyOf(from.clientAcknowledgements);
        retransmissions = from.retransmissions.clone();
        outOfOrder = from.outOfOrder.clone();
        missingBytes = from.missingBytes.clone();
        truncatedPackets = from.truncatedPackets;
        close = from.close;
        serverHops = from.serverHops;
    }

    private static int index(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? 0 : 1;
    }

    /**
     * A builder for a conversation.
     *
     * @param client the end that opened the connection
     * @param server the end that answered
     * @return an empty builder
     */
    public static Builder between(Endpoint client, Endpoint server) {
        return new Builder(client, server);
    }

    /**
     * The end that opened the connection; where its SYN was not seen, the end that spoke as a client does.
     *
     * @return its address and port
     */
    public Endpoint client() {
        return client;
    }

    /**
     * The end that answered.
     *
     * @return its address and port
     */
    public Endpoint server() {
        return server;
    }

    /**
     * The packet that opened the connection; the last one where the client repeated it.
     *
     * @return empty if the capture does not hold it
     */
    public Optional<PacketRef> syn() {
        return Optional.ofNullable(syn);
    }

    /**
     * The server's answer to the SYN.
     *
     * @return empty if the capture does not hold it
     */
    public Optional<PacketRef> synAck() {
        return Optional.ofNullable(synAck);
    }

    /**
     * The client's first packet after the SYN-ACK.
     *
     * @return empty if the capture does not hold it
     */
    public Optional<PacketRef> ack() {
        return Optional.ofNullable(ack);
    }

    /**
     * The round-trip time between client and server as opening the connection shows it: from SYN to SYN-ACK, and, where the
     * capturing machine is not the client, from SYN-ACK to its acknowledgement too.
     *
     * @return nanoseconds; empty without both packets, or where the SYN was repeated, so that it is not known which one was
     *     answered
     */
    public OptionalLong roundTripNanos() {
        if (syn == null || synAck == null || synCount > 1) {
            return OptionalLong.empty();
        }
        PacketRef last = ack == null ? synAck : ack;
        return OptionalLong.of(Math.max(0, last.arrivalNanos() - syn.arrivalNanos()));
    }

    /**
     * The part of {@link #roundTripNanos()} that lies between the capturing machine and the server: nearly all of it beside the
     * client, nearly nothing beside the server.
     *
     * @return nanoseconds from SYN to SYN-ACK; empty where {@link #roundTripNanos()} is
     */
    public OptionalLong serverRoundTripNanos() {
        return syn == null || synAck == null || synCount > 1
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, synAck.arrivalNanos() - syn.arrivalNanos()));
    }

    /**
     * The largest segment that a direction may send: what the other end's SYN announced (RFC 9293 section 3.7.1).
     *
     * @param direction the sender
     * @return bytes; empty if the SYN was not seen or announced nothing
     */
    public OptionalInt maximumSegmentSize(Direction direction) {
        int mss = direction == Direction.SERVER_TO_CLIENT ? clientMss : serverMss;
        return mss > 0 ? OptionalInt.of(mss) : OptionalInt.empty();
    }

    /**
     * When the client acknowledged the server's bytes, as far as it was watched.
     *
     * @return in order of arrival, each acknowledging more than the one before
     */
    public List<Acknowledgement> clientAcknowledgements() {
        return clientAcknowledgements;
    }

    /**
     * Packets that brought nothing but bytes that had been seen before.
     *
     * @param direction the sender
     * @return their number
     */
    public int retransmissions(Direction direction) {
        return retransmissions[index(direction)];
    }

    /**
     * Packets that arrived behind one with later bytes.
     *
     * @param direction the sender
     * @return their number
     */
    public int outOfOrder(Direction direction) {
        return outOfOrder[index(direction)];
    }

    /**
     * Bytes that were sent, and perhaps received, but that the capture does not hold.
     *
     * @param direction the sender
     * @return their number
     */
    public long missingBytes(Direction direction) {
        return missingBytes[index(direction)];
    }

    /**
     * Whether the capture cut packets of this conversation short (a "snap length").
     *
     * @return true if some packet's bytes are not all there
     */
    public boolean truncatedPackets() {
        return truncatedPackets;
    }

    /**
     * The first FIN or RST.
     *
     * @return empty if the connection was open when the handshake ended
     */
    public Optional<Close> close() {
        return Optional.ofNullable(close);
    }

    /**
     * How many hops the server's packets had left, and those that came in its name.
     *
     * @return without numbers where no packets were seen, as on a tapped socket
     */
    public HopLimits serverHops() {
        return serverHops;
    }

    /** The ends: {@code 192.0.2.7:50112 → 198.51.100.3:443}. */
    @Override
    public String toString() {
        return client + " → " + server;
    }

    /** Collects what TCP shows. Not thread-safe. */
    public static final class Builder {

        private final Endpoint client;
        private final Endpoint server;
        private @Nullable PacketRef syn;
        private @Nullable PacketRef synAck;
        private @Nullable PacketRef ack;
        private int synCount;
        private int clientMss;
        private int serverMss;
        private final List<Acknowledgement> clientAcknowledgements = new ArrayList<>();
        private final int[] retransmissions = new int[2];
        private final int[] outOfOrder = new int[2];
        private final long[] missingBytes = new long[2];
        private boolean truncatedPackets;
        private @Nullable Close close;
        private HopLimits serverHops = HopLimits.NONE;

        private Builder(Endpoint client, Endpoint server) {
            this.client = client;
            this.server = server;
        }

        /**
         * A SYN was seen.
         *
         * @param packet the packet
         * @param mss the maximum segment size that it announces, 0 for none
         * @return this
         */
        public Builder syn(PacketRef packet, int mss) {
            syn = packet;
            clientMss = mss;
            synCount++;
            return this;
        }

        /**
         * A SYN-ACK was seen; only the first counts.
         *
         * @param packet the packet
         * @param mss the maximum segment size that it announces, 0 for none
         * @return this
         */
        public Builder synAck(PacketRef packet, int mss) {
            if (synAck == null) {
                synAck = packet;
                serverMss = mss;
            }
            return this;
        }

        /**
         * A packet of the client was seen; the first one after the SYN-ACK counts.
         *
         * @param packet the packet
         * @return this
         */
        public Builder clientPacket(PacketRef packet) {
            if (ack == null && synAck != null) {
                ack = packet;
            }
            return this;
        }

        /**
         * Whether the client's first packet after the SYN-ACK is still awaited.
         *
         * @return true between the SYN-ACK and that packet
         */
        public boolean awaitsClientPacket() {
            return ack == null && synAck != null;
        }

        /**
         * The client acknowledged bytes for the first time.
         *
         * @param acknowledgement what and when
         * @return this
         */
        public Builder acknowledged(Acknowledgement acknowledgement) {
            clientAcknowledgements.add(acknowledgement);
            return this;
        }

        /**
         * A packet brought only bytes that had been seen before.
         *
         * @param direction its sender
         * @return this
         */
        public Builder retransmission(Direction direction) {
            retransmissions[index(direction)]++;
            return this;
        }

        /**
         * A packet arrived behind one with later bytes.
         *
         * @param direction its sender
         * @return this
         */
        public Builder outOfOrder(Direction direction) {
            outOfOrder[index(direction)]++;
            return this;
        }

        /**
         * The capture lacks bytes.
         *
         * @param direction their sender
         * @param length how many
         * @return this
         */
        public Builder missing(Direction direction, long length) {
            missingBytes[index(direction)] += length;
            return this;
        }

        /**
         * A packet is not whole in the capture.
         *
         * @return this
         */
        public Builder truncatedPacket() {
            truncatedPackets = true;
            return this;
        }

        /**
         * A FIN or RST was seen; only the first counts.
         *
         * @param seen whose, which and when
         * @return this
         */
        public Builder close(Close seen) {
            if (close == null) {
                close = seen;
            }
            return this;
        }

        /**
         * How many hops the server's packets had left, as far as it was seen.
         *
         * @return without numbers at first
         */
        public HopLimits serverHops() {
            return serverHops;
        }

        /**
         * Sets how many hops the server's packets had left.
         *
         * @param hops all that was seen
         * @return this
         */
        public Builder serverHops(HopLimits hops) {
            serverHops = hops;
            return this;
        }

        /**
         * What was collected so far.
         *
         * @return an immutable conversation
         */
        public Conversation build() {
            return new Conversation(this);
        }
    }
}
