package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Limits;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open at one moment of a capture. A handshake is handed on as soon as it is over; what never ends is
 * let go after a silence, or when there is too much of it, the longest silent first.
 */
final class ConnectionTable {

    private static final float LOAD_FACTOR = 0.75f;
    /** After a FIN from both ends, or a reset, packets that were under way still arrive. */
    private static final long LINGER_NANOS = 2_000_000_000L;

    private static final int MAX_LINGERING = 1024;

    /** A connection that its ends have closed. */
    private record Closed(FlowKey key, Connection connection) {}

    private final Limits limits;
    private final Consumer<Handshake> sink;
    private final LinkedHashMap<FlowKey, Connection> connections = new LinkedHashMap<>(256, LOAD_FACTOR, true);
    private final FlowKey probe = new FlowKey();
    private final ArrayDeque<Closed> closed = new ArrayDeque<>();
    private long now;
    private long buffered;
    private long opened;
    private long handshakes;

    ConnectionTable(Limits limits, Consumer<Handshake> sink) {
        this.limits = limits;
        this.sink = sink;
    }

    void receive(PacketView tcp) {
        now = tcp.arrivalNanos; // not the latest so far: clocks are set back, and captures are joined in any order
        probe.set(tcp);
        Connection connection = connections.get(probe);
        if (connection != null && connection.isReplacedBy(tcp, probe)) {
            remove(probe, connection);
            connection = null;
        }
        if (connection == null) {
            connection = open(tcp);
        }
        if (connection != null) {
            deliver(tcp, connection);
        }
        letGo();
    }

    /** A packet without payload, in the middle of something, starts nothing worth watching. */
    private @Nullable Connection open(PacketView tcp) {
        if (!tcp.has(PacketView.SYN) && (tcp.payloadLength == 0 || tcp.has(PacketView.RST))) {
            return null;
        }
        Connection connection = Connection.startingWith(tcp, probe, limits);
        connections.put(probe.copy(), connection);
        opened++;
        return connection;
    }

    private void deliver(PacketView tcp, Connection connection) {
        int before = connection.footprint();
        connection.receive(tcp, probe);
        buffered += connection.footprint() - before;
        if (connection.isReadable()) {
            end(connection);
        }
        if (connection.isClosed() && !connection.isLingering()) {
            connection.linger();
            closed.add(new Closed(probe.copy(), connection));
        }
    }

    private void remove(FlowKey key, Connection connection) {
        end(connection);
        connections.remove(key);
    }

    private void end(Connection connection) {
        buffered -= connection.footprint();
        Handshake handshake = connection.end();
        if (handshake != null) {
            handshakes++;
            sink.accept(handshake);
        }
    }

    private void letGo() {
        for (Closed first = closed.peek();
                first != null
                        && (closed.size() > MAX_LINGERING
                                || now - first.connection().lastSeenNanos() > LINGER_NANOS);
                first = closed.peek()) {
            closed.remove();
            if (connections.get(first.key()) == first.connection()) {
                remove(first.key(), first.connection());
            }
        }
        while (!connections.isEmpty()) {
            Iterator<Connection> oldest = connections.values().iterator();
            Connection connection = oldest.next();
            boolean idle = now - connection.lastSeenNanos() > limits.idleSeconds() * 1_000_000_000L;
            boolean tooMany = connections.size() > limits.maxConnections() || buffered > limits.maxBufferedBytes();
            if (!idle && !tooMany) {
                return;
            }
            oldest.remove();
            end(connection);
        }
    }

    /** The capture is over. */
    void endAll() {
        for (Connection connection : connections.values()) {
            end(connection);
        }
        connections.clear();
    }

    long opened() {
        return opened;
    }

    long handshakes() {
        return handshakes;
    }
}
