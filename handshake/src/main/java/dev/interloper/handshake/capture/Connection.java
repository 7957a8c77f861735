package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.stream.Acknowledgement;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import org.jspecify.annotations.Nullable;

/** One TCP connection that is being watched: who is the client, both streams, and the handshake that they carry. */
final class Connection {

    private static final int MAX_ACKNOWLEDGEMENTS = 512;

    private final Limits limits;
    private final boolean clientIsLow;
    private final Conversation.Builder facts;
    private final StreamAssembler fromClient = new StreamAssembler();
    private final StreamAssembler fromServer = new StreamAssembler();
    private @Nullable HandshakeReader reader;
    private long lastSeenNanos;
    private int footprint;
    private int acknowledgements;
    private boolean clientFinished;
    private boolean serverFinished;
    private boolean reset;
    private boolean lingering;

    private Connection(FlowKey key, boolean clientIsLow, Limits limits) {
        this.limits = limits;
        this.clientIsLow = clientIsLow;
        Endpoint low = new Endpoint(key.lowAddress(), key.lowPort());
        Endpoint high = new Endpoint(key.highAddress(), key.highPort());
        facts = clientIsLow ? Conversation.between(low, high) : Conversation.between(high, low);
        reader = HandshakeReader.create(limits);
    }

    /** A connection whose first packet this is. */
    static Connection startingWith(PacketView tcp, FlowKey key, Limits limits) {
        return new Connection(key, key.sourceIsLow() == sentByClient(tcp), limits);
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

    /** Whether a packet opens another connection between the same ends. */
    boolean isReplacedBy(PacketView tcp, FlowKey key) {
        if (!tcp.has(PacketView.SYN) || tcp.has(PacketView.ACK)) {
            return false;
        }
        StreamAssembler sender = key.sourceIsLow() == clientIsLow ? fromClient : fromServer;
        return !sender.isAnchoredAt(tcp.sequence + 1);
    }

    /** Takes a packet. */
    void receive(PacketView tcp, FlowKey key) {
        lastSeenNanos = tcp.arrivalNanos;
        boolean isClient = key.sourceIsLow() == clientIsLow;
        Direction direction = isClient ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        HandshakeReader watching = reader;
        if (watching != null) {
            observe(tcp, isClient, direction, watching);
        }
        noteEnd(tcp, isClient, direction);
    }

    private void observe(PacketView tcp, boolean isClient, Direction direction, HandshakeReader watching) {
        StreamAssembler sender = isClient ? fromClient : fromServer;
        StreamAssembler receiver = isClient ? fromServer : fromClient;
        if (tcp.has(PacketView.SYN)) {
            open(tcp, isClient, sender);
            tcp.sequence++; // the SYN itself takes a number
        } else if (isClient && facts.awaitsClientPacket()) {
            facts.clientPacket(tcp.packet());
        }
        if (tcp.has(PacketView.ACK) && !tcp.has(PacketView.SYN)) {
            acknowledge(tcp, isClient, direction, receiver, watching);
        }
        if (tcp.payloadLength > 0) {
            sender.receive(tcp, direction, watching, facts, limits.maxPendingBytes());
        }
        footprint = 400
                + watching.footprint()
                + fromClient.pendingBytes()
                + fromServer.pendingBytes()
                + 48 * acknowledgements;
    }

    private void open(PacketView tcp, boolean isClient, StreamAssembler sender) {
        sender.open(tcp.sequence + 1);
        if (isClient) {
            facts.syn(tcp.packet(), tcp.mss);
        } else {
            facts.synAck(tcp.packet(), tcp.mss);
        }
    }

    private void acknowledge(
            PacketView tcp, boolean isClient, Direction direction, StreamAssembler receiver, HandshakeReader watching) {
        long before = receiver.acknowledgedOffset();
        receiver.acknowledged(tcp.acknowledgement, direction.opposite(), watching, facts, limits.maxPendingBytes());
        long after = receiver.acknowledgedOffset();
        if (isClient && after > before && acknowledgements < MAX_ACKNOWLEDGEMENTS) {
            facts.acknowledged(new Acknowledgement(tcp.packet(), after));
            acknowledgements++;
        }
    }

    private void noteEnd(PacketView tcp, boolean isClient, Direction direction) {
        boolean resets = tcp.has(PacketView.RST);
        if (!resets && !tcp.has(PacketView.FIN)) {
            return;
        }
        reset |= resets;
        clientFinished |= isClient;
        serverFinished |= !isClient;
        if (reader != null) {
            facts.close(new Conversation.Close(direction, resets, tcp.packet()));
        }
    }

    /** Whether the handshake has been seen as far as it can be. */
    boolean isReadable() {
        return reader != null && reader.isFinished();
    }

    /** Whether both ends have said that they are done, or one has reset the connection. */
    boolean isClosed() {
        return reset || (clientFinished && serverFinished);
    }

    /** Notes that the table knows of the end. */
    void linger() {
        lingering = true;
    }

    boolean isLingering() {
        return lingering;
    }

    long lastSeenNanos() {
        return lastSeenNanos;
    }

    int footprint() {
        return footprint;
    }

    /** Ends the observation and lets its buffers go; null if there was no TLS, or it has been ended already. */
    @Nullable
    Handshake end() {
        HandshakeReader watching = reader;
        if (watching == null) {
            return null;
        }
        fromClient.flush(Direction.CLIENT_TO_SERVER, watching, facts);
        fromServer.flush(Direction.SERVER_TO_CLIENT, watching, facts);
        reader = null;
        footprint = 0;
        return watching.sawTls() ? watching.handshake(facts.build()) : null;
    }
}
