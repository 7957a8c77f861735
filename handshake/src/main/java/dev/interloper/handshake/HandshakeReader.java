package dev.interloper.handshake;

import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
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

    private final Limits limits;
    private final DirectionReader client;
    private final DirectionReader server;
    private final List<HandshakeMessage> messages = new ArrayList<>(8);
    private final List<Alert> alerts = new ArrayList<>(0);
    private @Nullable TlsVersion version;
    private boolean serverEncrypts;
    private boolean finished;
    private int messageBytes;

    private HandshakeReader(Limits limits) {
        this.limits = limits;
        client = new DirectionReader(Direction.CLIENT_TO_SERVER, this, limits);
        server = new DirectionReader(Direction.SERVER_TO_CLIENT, this, limits);
    }

    /**
     * A reader for one connection.
     *
     * @param limits how much of it is kept
     * @return a fresh reader
     */
    public static HandshakeReader create(Limits limits) {
        return new HandshakeReader(limits);
    }

    /**
     * Takes the next bytes of one direction.
     *
     * @param direction which way they travelled
     * @param segment the packet that brought them, and their place; its length is the number of bytes
     * @param bytes an array that holds them; not kept
     * @param offset index of the first
     * @param length how many
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public void receive(Direction direction, Segment segment, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (!finished) {
            side(direction).receive(segment, bytes, offset, length);
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
        return !messages.isEmpty() || !alerts.isEmpty();
    }

    /**
     * Bytes of memory that the reader holds, roughly.
     *
     * @return bytes
     */
    public int footprint() {
        return client.footprint() + server.footprint() + messageBytes + 256 * (messages.size() + alerts.size());
    }

    /**
     * Everything that was seen so far.
     *
     * @param conversation what TCP showed
     * @return an immutable observation
     */
    public Handshake handshake(Conversation conversation) {
        List<StreamProblem> problems = client.problems(finished);
        problems.addAll(server.problems(finished));
        boolean foreignReply = server.phase() == DirectionReader.Phase.FOREIGN;
        return new Handshake(
                conversation,
                messages,
                alerts,
                client.records(),
                server.records(),
                client.segments(),
                server.segments(),
                problems,
                HttpPreamble.tunnel(client.preamble(), server.preamble()),
                foreignReply ? server.firstBytes() : Bytes.EMPTY);
    }

    private DirectionReader side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    boolean sawTunnelRequest() {
        return client.preamble().messages() > 0;
    }

    boolean isTls13() {
        return version != null && version.isTls13();
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
    void recordBegins(TlsRecord record) {
        if (record.type().code() != ContentType.APPLICATION_DATA.code()) {
            return;
        }
        if (isTls13()) {
            boolean fromClient = record.direction() == Direction.CLIENT_TO_SERVER;
            finished |= fromClient && serverEncrypts;
            serverEncrypts |= !fromClient;
        } else if (version != null) {
            // a client may send data before the server's last messages have come (False Start, RFC 7918)
            finished |= record.direction() == Direction.SERVER_TO_CLIENT || server.isCipherSpecChanged();
        } else {
            finished |= messages.isEmpty();
        }
    }

    void message(HandshakeType type, Bytes body, Provenance place) {
        if (isFull(place)) {
            return;
        }
        HandshakeMessage message = version == null
                ? MessageParser.parse(type, body, place)
                : MessageParser.parse(type, body, place, version);
        messages.add(message);
        messageBytes += body.length();
        if (message instanceof ServerHello hello) {
            version = hello.selectedVersion();
        }
    }

    void alert(Alert alert) {
        if (!isFull(alert.provenance())) {
            alerts.add(alert);
        }
    }

    private boolean isFull(Provenance place) {
        boolean full = messages.size() + alerts.size() >= limits.maxMessages();
        if (full) {
            side(place.direction())
                    .stop(
                            StreamProblem.Kind.LIMIT,
                            place.offset(),
                            "more than " + limits.maxMessages() + " handshake messages and alerts");
        }
        return full;
    }
}
