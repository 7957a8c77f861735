package dev.interloper.handshake.tap;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLEngine;

/**
 * Hands a live connection's bytes to a {@link HandshakeReader} while they pass, unchanged. What is read or written at once counts
 * as one packet: packets are numbered from 1 over both directions, and their time is when the bytes passed here.
 *
 * <pre>{@code
 * HandshakeTap tap = HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults()));
 * SSLSocket tls = (SSLSocket) factory.createSocket(tap.socket(plainSocket), host, port, true);
 * tls.startHandshake();
 * Handshake handshake = tap.handshake(client, server);
 * }</pre>
 *
 * <p>Thread-safe: one thread may read while another writes. The reader is to be used through the tap only.
 *
 * @since 0.1
 */
public final class HandshakeTap {

    private final HandshakeReader reader;
    private final Direction written;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private byte[] copy = new byte[0];
    private long packets;

    private HandshakeTap(HandshakeReader reader, Direction written, LongSupplier clock) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.written = written;
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A tap beside the client: what is written goes to the server.
     *
     * @param reader takes the bytes
     * @return the tap, with the system's clock
     */
    public static HandshakeTap ofClient(HandshakeReader reader) {
        return new HandshakeTap(reader, Direction.CLIENT_TO_SERVER, systemClock());
    }

    /**
     * A tap beside the server: what is written goes to the client.
     *
     * @param reader takes the bytes
     * @return the tap, with the system's clock
     */
    public static HandshakeTap ofServer(HandshakeReader reader) {
        return new HandshakeTap(reader, Direction.SERVER_TO_CLIENT, systemClock());
    }

    /**
     * The same tap with another clock; to be called before any bytes have passed.
     *
     * @param nanosSinceEpoch tells nanoseconds since 1970-01-01T00:00:00Z
     * @return a tap that has seen nothing yet, for the same reader
     */
    public HandshakeTap withClock(LongSupplier nanosSinceEpoch) {
        return new HandshakeTap(reader, written, nanosSinceEpoch);
    }

    private static LongSupplier systemClock() {
        Clock clock = Clock.systemUTC();
        return () -> {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        };
    }

    /**
     * Takes bytes that travelled one way.
     *
     * @param direction which way
     * @param bytes an array that holds them; not kept
     * @param offset index of the first
     * @param length how many
     * @throws IndexOutOfBoundsException if they are not within the array
     */
    public void receive(Direction direction, byte[] bytes, int offset, int length) {
        Objects.requireNonNull(direction, "direction");
        Objects.checkFromIndexSize(offset, length, bytes.length);
        lock.lock();
        try {
            feed(direction, bytes, offset, length);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes bytes that travelled one way.
     *
     * @param direction which way
     * @param bytes what remains in it; its position and limit stay as they are
     */
    public void receive(Direction direction, ByteBuffer bytes) {
        Objects.requireNonNull(direction, "direction");
        lock.lock();
        try {
            if (bytes.hasArray()) {
                feed(direction, bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } else if (!reader.isFinished()) {
                int length = bytes.remaining();
                copy = copy.length < length ? new byte[length] : copy;
                bytes.duplicate().get(copy, 0, length);
                feed(direction, copy, 0, length);
            }
        } finally {
            lock.unlock();
        }
    }

    private void feed(Direction direction, byte[] bytes, int offset, int length) {
        if (length > 0 && !reader.isFinished()) {
            reader.receive(direction, ++packets, clock.getAsLong(), length, false, bytes, offset, length);
        }
    }

    void read(byte[] bytes, int offset, int length) {
        receive(written.opposite(), bytes, offset, length);
    }

    void written(byte[] bytes, int offset, int length) {
        receive(written, bytes, offset, length);
    }

    void read(ByteBuffer bytes) {
        receive(written.opposite(), bytes);
    }

    void written(ByteBuffer bytes) {
        receive(written, bytes);
    }

    /**
     * Listens to what is read.
     *
     * @param in gives the other end's bytes
     * @return the same bytes; closing it closes that stream
     */
    public InputStream input(InputStream in) {
        return new TappedInput(in, this);
    }

    /**
     * Listens to what is written.
     *
     * @param out takes this end's bytes
     * @return takes the same bytes; closing it closes that stream
     */
    public OutputStream output(OutputStream out) {
        return new TappedOutput(out, this);
    }

    /**
     * Listens to both streams of a connected socket, for instance to put TLS over it.
     *
     * @param socket the connection; its channel, if it has one, is not listened to
     * @return a socket over the same connection
     */
    public Socket socket(Socket socket) {
        return new TappedSocket(socket, this);
    }

    /**
     * Listens to the network's side of an engine.
     *
     * @param engine does the work
     * @return an engine that behaves as that one does
     */
    public SSLEngine engine(SSLEngine engine) {
        return new TappedEngine(engine, this);
    }

    /**
     * Whether nothing more can be learned, so that listening may end.
     *
     * @return true if further bytes are ignored
     */
    public boolean isFinished() {
        lock.lock();
        try {
            return reader.isFinished();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Everything that was seen so far.
     *
     * @param client the end that opened the connection
     * @param server the end that answered
     * @return an immutable observation
     */
    public Handshake handshake(Endpoint client, Endpoint server) {
        lock.lock();
        try {
            return reader.handshake(Conversation.between(client, server).build());
        } finally {
            lock.unlock();
        }
    }
}
