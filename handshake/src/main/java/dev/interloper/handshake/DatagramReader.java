package dev.interloper.handshake;

import dev.interloper.handshake.dtls.DtlsReader;
import dev.interloper.handshake.openvpn.Opening;
import dev.interloper.handshake.quic.QuicReader;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one conversation's datagrams as they arrive, and tells what was seen of its handshake. Never throws for any bytes. Not
 * thread-safe.
 *
 * @since 0.1
 */
public abstract class DatagramReader {

    private static final Optional<Protocol> QUIC = Optional.of(Protocol.QUIC);
    private static final Optional<Protocol> TLS = Optional.of(Protocol.TLS);
    private static final Optional<Protocol> DTLS = Optional.of(Protocol.DTLS);

    final HandshakeReaders shared;
    final MessageLog messages;
    final DatagramLog datagrams;
    private final Protocol protocol;
    private int received;
    private boolean stopped;

    DatagramReader(HandshakeReaders shared, Protocol protocol, @Nullable HandshakeListener listener) {
        this(shared, protocol, new MessageLog(shared, protocol, listener));
    }

    DatagramReader(HandshakeReaders shared, Protocol protocol, MessageLog messages) {
        this.shared = shared;
        this.protocol = protocol;
        this.messages = messages;
        datagrams = new DatagramLog(messages.keeps());
    }

    /**
     * Whether a datagram may be the first that is read of a conversation, and of which protocol: told by its contents, not by its
     * ports.
     *
     * @param bytes an array that holds its payload
     * @param offset index of the first byte
     * @param length how many bytes
     * @return TLS for OpenVPN's control channel, which carries its records; empty if it starts nothing that is read here
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public static Optional<Protocol> startedBy(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return Optional.empty();
        }
        boolean mayBeQuic = bytes[offset] < 0 && QuicReader.opensAsClients(bytes, offset, length);
        boolean mayBeDtls = bytes[offset] > 0 && DtlsReader.mayStart(bytes, offset, length);
        if (mayBeQuic || mayBeDtls) {
            return mayBeQuic ? QUIC : DTLS;
        }
        return Opening.sender(bytes, offset, length) == null ? Optional.empty() : TLS;
    }

    /**
     * Takes the next datagram.
     *
     * @param direction which way it travelled
     * @param packet the number of its packet
     * @param arrivalNanos when it arrived: nanoseconds since 1970-01-01T00:00:00Z
     * @param bytes an array that holds its payload; not kept
     * @param offset index of the first byte
     * @param length how many bytes
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public final void receive(
            Direction direction, long packet, long arrivalNanos, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (isFinished()) {
            return;
        }
        int most = shared.limits().maxSegments();
        if (received++ == most) {
            stop(direction, "more than " + most + " datagrams without an end of the handshake");
            return;
        }
        datagrams.add(direction, packet, arrivalNanos, length);
        read(direction, packet, arrivalNanos, bytes, offset, length);
    }

    abstract void read(Direction direction, long packet, long arrivalNanos, byte[] bytes, int offset, int length);

    abstract boolean isOver();

    abstract int footprintOfReading();

    final void stop(Direction direction, String why) {
        stopped = true;
        problem(StreamProblem.Kind.LIMIT, direction, why);
    }

    final void problem(StreamProblem.Kind kind, Direction direction, String reason) {
        DirectionLog log = datagrams.log(direction);
        if (log != null) {
            log.problem(kind, datagrams.end(direction), reason);
        }
    }

    /** Problems that show only at the end. */
    List<StreamProblem> unfinished() {
        return List.of();
    }

    /**
     * Whether nothing more can be learned.
     *
     * @return true if further datagrams are ignored
     */
    public final boolean isFinished() {
        return stopped || isOver();
    }

    /**
     * Whether at least one handshake message or alert was seen.
     *
     * @return true if {@link #handshake} is worth having
     */
    public final boolean sawHandshake() {
        return !messages.isEmpty();
    }

    /**
     * Bytes of memory that the reader holds, roughly.
     *
     * @return bytes
     */
    public final int footprint() {
        return messages.footprint() + datagrams.footprint() + footprintOfReading();
    }

    /** Gives the buffers back that other readers of the same factory may use. To be called when no more bytes will come. */
    public abstract void release();

    /**
     * Everything that was seen so far.
     *
     * @param conversation the two ends
     * @return an immutable observation
     * @throws IllegalStateException if this reader shows its messages to a listener and keeps nothing
     */
    public final Handshake handshake(Conversation conversation) {
        DirectionLog client = datagrams.log(Direction.CLIENT_TO_SERVER);
        DirectionLog server = datagrams.log(Direction.SERVER_TO_CLIENT);
        if (client == null || server == null) {
            throw new IllegalStateException("a reader with a listener keeps nothing");
        }
        List<StreamProblem> problems = new ArrayList<>(client.problems());
        problems.addAll(server.problems());
        problems.addAll(unfinished());
        return handshake(conversation, client, server, problems);
    }

    Handshake handshake(
            Conversation conversation, DirectionLog client, DirectionLog server, List<StreamProblem> problems) {
        return new Handshake(
                protocol,
                conversation,
                messages.messages(),
                messages.repeats(),
                messages.alerts(),
                client.records(),
                server.records(),
                client.segments(),
                server.segments(),
                problems,
                List.of(),
                Bytes.EMPTY,
                shared.decompressors());
    }
}
