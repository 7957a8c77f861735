package dev.interloper.handshake;

import dev.interloper.handshake.openvpn.PacketStream;
import dev.interloper.handshake.openvpn.Session;
import dev.interloper.handshake.preamble.Preamble;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one connection's bytes as they arrive, in any portions, and tells what was seen of its handshake. Feeding one byte at a
 * time gives the same as feeding all at once. Never throws for any bytes. Not thread-safe.
 *
 * @since 0.1
 */
public final class HandshakeReader {

    private static final int APPLICATION_DATA = 23;

    private final HandshakeReaders shared;
    private final MessageLog messages;
    private final DirectionReader client;
    private final DirectionReader server;
    private @Nullable Preamble preamble;
    private @Nullable Session openVpn;
    private boolean serverEncrypts;
    private boolean finished;

    HandshakeReader(HandshakeReaders shared, @Nullable HandshakeListener listener) {
        this.shared = shared;
        messages = new MessageLog(shared, Protocol.TLS, listener);
        client = new DirectionReader(Direction.CLIENT_TO_SERVER, this, messages.keeps());
        server = new DirectionReader(Direction.SERVER_TO_CLIENT, this, messages.keeps());
    }

    /**
     * A reader for one connection, which keeps what it sees for {@link #handshake}.
     *
     * @param limits how much of it is kept
     * @return a fresh reader
     */
    public static HandshakeReader create(Limits limits) {
        return new HandshakeReaders(limits, KeyLog.empty()).recording();
    }

    /**
     * Takes the next bytes of one direction.
     *
     * @param direction which way they travelled
     * @param segment the packet that brought them; its length is the number of bytes
     * @param bytes an array that holds them; not kept
     * @param offset index of the first
     * @param length how many
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public void receive(Direction direction, Segment segment, byte[] bytes, int offset, int length) {
        receive(
                direction,
                segment.packet().number(),
                segment.packet().arrivalNanos(),
                segment.packet().payloadLength(),
                segment.outOfOrder(),
                bytes,
                offset,
                length);
    }

    /**
     * Takes the next bytes of one direction; the same as with a segment, for those who read many packets.
     *
     * @param direction which way they travelled
     * @param packet the number of the packet that brought them
     * @param arrivalNanos when it arrived: nanoseconds since 1970-01-01T00:00:00Z
     * @param packetLength bytes of payload in the packet, those that are not new included
     * @param outOfOrder whether it arrived after a packet with later bytes
     * @param bytes an array that holds them; not kept
     * @param offset index of the first
     * @param length how many
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public void receive(
            Direction direction,
            long packet,
            long arrivalNanos,
            int packetLength,
            boolean outOfOrder,
            byte[] bytes,
            int offset,
            int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (!finished) {
            side(direction).receive(packet, arrivalNanos, packetLength, outOfOrder, bytes, offset, length);
        }
    }

    /**
     * Says that the next bytes of one direction will never come, because the capture does not hold them.
     *
     * @param direction which way they travelled
     * @param length how many
     */
    public void missing(Direction direction, long length) {
        if (!finished && length > 0) {
            side(direction).missing(length);
        }
    }

    /**
     * Says that the capture began after the connection, so that the next bytes of one direction need not be the start of
     * anything. To be called before any of that direction's bytes.
     *
     * @param direction which way they travelled
     */
    public void startsInTheMiddle(Direction direction) {
        side(direction).startsInTheMiddle();
    }

    /**
     * Whether nothing more can be learned: application data has begun, or the bytes are not TLS.
     *
     * @return true if further bytes are ignored
     */
    public boolean isFinished() {
        return finished;
    }

    /**
     * Whether at least one handshake message or alert was seen.
     *
     * @return true if {@link #handshake} is worth having
     */
    public boolean sawTls() {
        return !messages.isEmpty();
    }

    /**
     * Bytes of memory that the reader holds, roughly.
     *
     * @return bytes
     */
    public int footprint() {
        return client.footprint()
                + server.footprint()
                + messages.footprint()
                + (preamble == null ? 0 : preamble.footprint());
    }

    /** Gives the buffers back that other readers of the same factory may use. To be called when no more bytes will come. */
    public void release() {
        client.release();
        server.release();
    }

    /**
     * Everything that was seen so far.
     *
     * @param conversation what TCP showed
     * @return an immutable observation
     * @throws IllegalStateException if this reader shows its messages to a listener and keeps nothing
     */
    public Handshake handshake(Conversation conversation) {
        return handshake(conversation, List.of());
    }

    /** With what went wrong below the bytes. */
    Handshake handshake(Conversation conversation, List<StreamProblem> below) {
        DirectionLog fromClient = client.log();
        DirectionLog fromServer = server.log();
        if (fromClient == null || fromServer == null) {
            throw new IllegalStateException("a reader with a listener keeps nothing: ask HandshakeReaders.recording()");
        }
        List<StreamProblem> problems = client.problems(finished);
        problems.addAll(server.problems(finished));
        problems.addAll(below);
        boolean foreignReply = server.phase() == DirectionReader.Phase.FOREIGN;
        return new Handshake(
                Protocol.TLS,
                conversation,
                messages.messages(),
                messages.repeats(),
                messages.alerts(),
                fromClient.records(),
                fromServer.records(),
                fromClient.segments(),
                fromServer.segments(),
                problems,
                upgrades(),
                foreignReply ? fromServer.firstBytes() : Bytes.EMPTY,
                shared.decompressors());
    }

    private DirectionReader side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    long position(Direction direction) {
        return side(direction).position();
    }

    HandshakeReaders shared() {
        return shared;
    }

    MessageLog messages() {
        return messages;
    }

    private List<Upgrade> upgrades() {
        if (openVpn != null) {
            return List.of(openVpn.upgrade());
        }
        return preamble == null ? List.of() : preamble.upgrades();
    }

    /** The control channel that a direction's first packet belongs to. */
    Session openVpn(Direction direction, byte[] start) {
        Session session = openVpn;
        if (session == null) {
            session = PacketStream.session(direction, start);
            openVpn = session;
        }
        return session;
    }

    boolean isVpn() {
        return openVpn != null;
    }

    /** The bytes are those of a VPN's control channel. */
    void carriedBy(Session session) {
        openVpn = session;
    }

    boolean hasPreamble() {
        return preamble != null;
    }

    /** What is said before TLS, which both directions have a part in. */
    Preamble openPreamble() {
        Preamble opened = preamble;
        if (opened == null) {
            opened = new Preamble(shared.limits().maxPreambleBytes());
            preamble = opened;
        }
        return opened;
    }

    boolean spokeTlsAtOnce(Direction direction) {
        return preamble == null && openVpn == null && side(direction).phase() == DirectionReader.Phase.TLS;
    }

    boolean isTls13() {
        return messages.isTls13();
    }

    void foreign(Direction direction) {
        if (direction == Direction.CLIENT_TO_SERVER || client.phase() == DirectionReader.Phase.FOREIGN) {
            finished = true;
        }
    }

    void stopped() {
        if (server.phase() == DirectionReader.Phase.STOPPED && client.phase() != DirectionReader.Phase.START) {
            finished = true;
        }
    }

    /** In TLS 1.3 encrypted handshake messages look like application data: only the client's, after the server's, end it. */
    void recordBegins(Direction direction, int type) {
        if (type != APPLICATION_DATA) {
            return;
        }
        if (messages.sawMessage() && messages.mayOpenRecords()) {
            return; // tickets, key updates and renegotiations are still to come
        }
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        if (isTls13()) {
            finished |= fromClient && serverEncrypts;
            serverEncrypts |= !fromClient;
        } else if (messages.versionKnown()) {
            // a client may send data before the server's last messages have come (False Start, RFC 7918)
            finished |= !fromClient || server.isCipherSpecChanged();
        } else {
            finished |= !messages.sawMessage();
        }
    }
}
