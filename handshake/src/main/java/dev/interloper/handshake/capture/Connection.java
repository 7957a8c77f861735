package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeListener;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.MessageView;
import dev.interloper.handshake.stream.Acknowledgement;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One TCP connection that is being watched: who is the client, both streams, and the handshake that they carry. */
final class Connection extends Flow implements ConnectionView, HandshakeListener {

    private static final int MAX_ACKNOWLEDGEMENTS = 512;
    private static final int OVERHEAD = 600;

    private final Limits limits;
    private final Observers observers;
    private final boolean clientIsLow;
    private final long startNanos;
    /** Only where somebody wants an object of the handshake. */
    private final Conversation.@Nullable Builder facts;

    private final StreamAssembler fromClient = new StreamAssembler(this, Direction.CLIENT_TO_SERVER);
    private final StreamAssembler fromServer = new StreamAssembler(this, Direction.SERVER_TO_CLIENT);
    private @Nullable HandshakeReader reader;
    private @Nullable Object attachment;
    private int footprint;
    private int acknowledgements;
    private boolean clientFinished;
    private boolean serverFinished;
    private boolean reset;
    private boolean lingering;

    private Connection(FlowKey key, boolean clientIsLow, long startNanos, Limits limits, Observers observers) {
        super(key);
        this.limits = limits;
        this.observers = observers;
        this.clientIsLow = clientIsLow;
        this.startNanos = startNanos;
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
        if (reader != null) {
            observe(tcp, isClient, reader);
        }
        noteEnd(tcp, isClient);
    }

    private void observe(PacketView tcp, boolean isClient, HandshakeReader watching) {
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

    @Override
    int footprint() {
        return footprint;
    }

    /** Ends the observation and lets its buffers go; false if there was no TLS, or it has been ended already. */
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
            tell(watching);
        }
        watching.release();
        return sawTls;
    }

    private void tell(HandshakeReader watching) {
        Consumer<Handshake> sink = observers.sink();
        CaptureListener listener = observers.listener();
        if (sink != null && facts != null) {
            sink.accept(watching.handshake(facts.build()));
        } else if (listener != null) {
            listener.ended(this);
        }
    }

    @Override
    public void message(MessageView message) {
        CaptureListener listener = observers.listener();
        if (listener != null) {
            listener.message(this, message);
        }
    }

    @Override
    public void alert(MessageView message) {
        CaptureListener listener = observers.listener();
        if (listener != null) {
            listener.alert(this, message);
        }
    }

    @Override
    public Endpoint client() {
        return clientIsLow ? low() : high();
    }

    @Override
    public Endpoint server() {
        return clientIsLow ? high() : low();
    }

    @Override
    public long startNanos() {
        return startNanos;
    }

    @Override
    public void attach(Object object) {
        attachment = object;
    }

    @Override
    public Optional<Object> attachment() {
        return Optional.ofNullable(attachment);
    }
}
