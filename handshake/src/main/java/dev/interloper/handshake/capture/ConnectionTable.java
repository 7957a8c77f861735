package dev.interloper.handshake.capture;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Limits;
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

    private final Limits limits;
    private final Consumer<Handshake> sink;
    private final LinkedHashMap<FlowKey, Connection> connections = new LinkedHashMap<>(256, LOAD_FACTOR, true);
    private final FlowKey probe = new FlowKey();
    private long now = Long.MIN_VALUE;
    private long buffered;
    private long opened;
    private long handshakes;

    ConnectionTable(Limits limits, Consumer<Handshake> sink) {
        this.limits = limits;
        this.sink = sink;
    }

    void receive(TcpView tcp) {
        now = Math.max(now, tcp.arrivalNanos);
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
    private @Nullable Connection open(TcpView tcp) {
        if (!tcp.has(TcpView.SYN) && (tcp.payloadLength == 0 || tcp.has(TcpView.RST))) {
            return null;
        }
        Connection connection = Connection.startingWith(tcp, probe, limits);
        connections.put(probe.copy(), connection);
        opened++;
        return connection;
    }

    private void deliver(TcpView tcp, Connection connection) {
        int before = connection.footprint();
        connection.receive(tcp, probe);
        buffered += connection.footprint() - before;
        if (connection.isClosed()) {
            remove(probe, connection);
        } else if (connection.isReadable()) {
            end(connection);
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
        while (!connections.isEmpty()) {
            Iterator<Connection> oldest = connections.values().iterator();
            Connection connection = oldest.next();
            boolean idle = now - connection.lastSeenNanos() > limits.idleSeconds() * 1_000_000_000L;
            boolean tooMany = connections.size() > limits.maxConnections() || buffered > limits.maxBufferedBytes();
            if (!idle && !tooMany) {
                return;
            }
            end(connection);
            oldest.remove();
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
