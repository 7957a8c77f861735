package dev.interloper.handshake.capture;

import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.stream.Acknowledgement;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import org.jspecify.annotations.Nullable;

/** One TCP connection that is being watched: who is the client, both streams, and the handshake that they carry. */
final class Connection extends Flow {

    private static final int MAX_ACKNOWLEDGEMENTS = 512;
    private static final int OVERHEAD = 600;

    private final Limits limits;
    /** Only where somebody wants an object of the handshake. */
    private final Conversation.@Nullable Builder facts;

    private final StreamAssembler fromClient = new StreamAssembler(this, Direction.CLIENT_TO_SERVER);
    private final StreamAssembler fromServer = new StreamAssembler(this, Direction.SERVER_TO_CLIENT);
    private @Nullable HandshakeReader reader;
    private int footprint;
    private int acknowledgements;
    private boolean clientFinished;
    private boolean serverFinished;
    private boolean reset;

    private Connection(FlowKey key, boolean clientIsLow, long startNanos, Limits limits, Observers observers) {
        super(key, clientIsLow, startNanos, observers);
        this.limits = limits;
        boolean watched = observers.listener() != null;
        facts = watched ? null : Conversation.between(client(), server());
        reader = watched
                ? observers.readers().listening(this)
                : observers.readers().recording();
    }

    /** A connection whose first packet this is. */
    static Connection startingWith(PacketView tcp, FlowKey key, Limits limits, Observers observers) {
        return new Connection(key, key.sourceIsLow() == sentByClient(tcp), tcp.arrivalNanos, limits, observers);
    }

    /** A SYN tells; without one, what the first payload looks like; without that, the higher port. */
    private static boolean sentByClient(PacketView tcp) {
        if (tcp.has(PacketView.SYN)) {
            return !tcp.has(PacketView.ACK);
        }
        if (tcp.payloadCaptured >= 6 && tcp.buffer[tcp.payload] == 22) {
            int handshakeType = tcp.buffer[tcp.payload + 5];
            if (handshakeType == 1 || handshakeType == 2) {
                return handshakeType == 1;
            }
        }
        if (tcp.payloadCaptured >= 8) {
            byte first = tcp.buffer[tcp.payload];
            byte second = tcp.buffer[tcp.payload + 1];
            if ((first == 'C' && second == 'O') || (first == 'H' && second == 'T')) {
                return first == 'C';
            }
        }
        return tcp.sourcePort > tcp.destinationPort;
    }

    @Override
    boolean isReplacedBy(PacketView tcp, FlowKey key) {
        if (!tcp.has(PacketView.SYN) || tcp.has(PacketView.ACK)) {
            return false;
        }
        StreamAssembler sender = isFromClient(key) ? fromClient : fromServer;
        return !sender.isAnchoredAt(tcp.sequence + 1);
    }

    @Override
    void receive(PacketView tcp, FlowKey key) {
        lastSeenNanos = tcp.arrivalNanos;
        boolean isClient = isFromClient(key);
        if (reader != null) {
            observe(tcp, isClient, reader);
        }
        noteEnd(tcp, isClient);
    }

    private static void noteHops(PacketView tcp, Conversation.Builder facts) {
        if (tcp.has(PacketView.SYN)) {
            facts.serverHops(facts.serverHops().withOpening(tcp.hopLimit));
        } else if (tcp.has(PacketView.RST)) {
            facts.serverHops(facts.serverHops().withReset(tcp.hopLimit));
        } else if (tcp.payloadLength > 0) {
            facts.serverHops(facts.serverHops().withData(tcp.hopLimit));
        }
    }

    private void observe(PacketView tcp, boolean isClient, HandshakeReader watching) {
        if (!isClient && facts != null) {
            noteHops(tcp, facts);
        }
        StreamAssembler sender = isClient ? fromClient : fromServer;
        if (tcp.has(PacketView.SYN)) {
            open(tcp, isClient, sender);
            tcp.sequence++; // the SYN itself takes a number
        } else if (isClient && facts != null && facts.awaitsClientPacket()) {
            facts.clientPacket(tcp.packet());
        }
        if (tcp.has(PacketView.ACK) && !tcp.has(PacketView.SYN)) {
            acknowledge(tcp, isClient, isClient ? fromServer : fromClient);
        }
        if (tcp.payloadLength > 0) {
            sender.receive(tcp);
        }
        footprint = OVERHEAD
                + watching.footprint()
                + fromClient.pendingBytes()
                + fromServer.pendingBytes()
                + 48 * acknowledgements;
    }

    private void open(PacketView tcp, boolean isClient, StreamAssembler sender) {
        sender.open(tcp.sequence + 1);
        if (facts != null && isClient) {
            facts.syn(tcp.packet(), tcp.mss);
        } else if (facts != null) {
            facts.synAck(tcp.packet(), tcp.mss);
        }
    }

    private void acknowledge(PacketView tcp, boolean isClient, StreamAssembler receiver) {
        long before = receiver.acknowledgedOffset();
        receiver.acknowledged(tcp.acknowledgement);
        long after = receiver.acknowledgedOffset();
        if (facts != null && isClient && after > before && acknowledgements < MAX_ACKNOWLEDGEMENTS) {
            facts.acknowledged(new Acknowledgement(tcp.packet(), after));
            acknowledgements++;
        }
    }

    private void noteEnd(PacketView tcp, boolean isClient) {
        boolean resets = tcp.has(PacketView.RST);
        if (!resets && !tcp.has(PacketView.FIN)) {
            return;
        }
        reset |= resets;
        clientFinished |= isClient;
        serverFinished |= !isClient;
        if (reader != null && facts != null) {
            Direction by = isClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
            facts.close(new Conversation.Close(by, resets, tcp.packet()));
        }
    }

    int maxPendingBytes() {
        return limits.maxPendingBytes();
    }

    void startsInTheMiddle(Direction direction) {
        if (reader != null) {
            reader.startsInTheMiddle(direction);
        }
    }

    void deliver(
            Direction direction,
            long packet,
            long arrivalNanos,
            int packetLength,
            boolean outOfOrder,
            byte[] bytes,
            int at,
            int length) {
        if (reader != null) {
            reader.receive(direction, packet, arrivalNanos, packetLength, outOfOrder, bytes, at, length);
        }
    }

    void missing(Direction direction, long length) {
        if (facts != null) {
            facts.missing(direction, length);
        }
        if (reader != null) {
            reader.missing(direction, length);
        }
    }

    void noteTruncatedPacket() {
        if (facts != null) {
            facts.truncatedPacket();
        }
    }

    void noteRetransmission(Direction direction) {
        if (facts != null) {
            facts.retransmission(direction);
        }
    }

    void noteOutOfOrder(Direction direction) {
        if (facts != null) {
            facts.outOfOrder(direction);
        }
    }

    @Override
    boolean isReadable() {
        return reader != null && reader.isFinished();
    }

    /** Both ends have said that they are done, or one has reset the connection. */
    @Override
    boolean isClosed() {
        return reset || (clientFinished && serverFinished);
    }

    @Override
    int footprint() {
        return footprint;
    }

    @Override
    boolean end() {
        HandshakeReader watching = reader;
        if (watching == null) {
            return false;
        }
        fromClient.flush();
        fromServer.flush();
        reader = null;
        footprint = 0;
        boolean sawTls = watching.sawTls();
        if (sawTls) {
            tell(() -> watching.handshake(
                    facts == null ? Conversation.between(client(), server()).build() : facts.build()));
        }
        watching.release();
        return sawTls;
    }
}
