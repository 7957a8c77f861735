package dev.interloper.handshake.capture;

import dev.interloper.handshake.Limits;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The connections that are open at one moment of a capture. A handshake is handed on as soon as it is over; what never ends is
 * let go after a silence, or when there is too much of it, the longest silent first.
 */
final class ConnectionTable {

    /** After a FIN from both ends, or a reset, packets that were under way still arrive. */
    private static final long LINGER_NANOS = 2_000_000_000L;

    private static final int MAX_LINGERING = 1024;

    private final Limits limits;
    private final Observers observers;
    private final FlowTable flows = new FlowTable();
    private final FlowKey probe = new FlowKey();
    private final ArrayDeque<Flow> closed = new ArrayDeque<>();
    private long now;
    private long buffered;
    private long opened;
    private long handshakes;

    ConnectionTable(Limits limits, Observers observers) {
        this.limits = limits;
        this.observers = observers;
    }

    /** Takes a packet; false for a datagram that belongs to no handshake. */
    boolean receive(PacketView packet) {
        now = packet.arrivalNanos; // not the latest so far: clocks are set back, and captures are joined in any order
        probe.set(packet);
        int hash = probe.hash();
        Flow connection = flows.find(probe, hash);
        if (connection != null && connection.isReplacedBy(packet, probe)) {
            remove(connection);
            connection = null;
        }
        if (connection == null) {
            connection = open(packet, hash);
        }
        if (connection != null) {
            deliver(packet, connection);
        }
        letGo();
        return connection != null || packet.protocol == PacketView.TCP;
    }

    private @Nullable Flow open(PacketView packet, int hash) {
        Flow flow = packet.protocol == PacketView.UDP
                ? DatagramFlow.startingWith(packet, probe, observers)
                : openConnection(packet);
        if (flow != null) {
            flows.add(flow, hash);
        }
        return flow;
    }

    /** A packet without payload, in the middle of something, starts nothing worth watching. */
    private @Nullable Connection openConnection(PacketView tcp) {
        if (!tcp.has(PacketView.SYN) && (tcp.payloadLength == 0 || tcp.has(PacketView.RST))) {
            return null;
        }
        opened++;
        return Connection.startingWith(tcp, probe, limits, observers);
    }

    private void deliver(PacketView tcp, Flow connection) {
        int before = connection.footprint();
        connection.receive(tcp, probe);
        buffered += connection.footprint() - before;
        if (connection.isReadable()) {
            end(connection);
        }
        if (connection.isClosed() && !connection.isLingering()) {
            connection.linger();
            closed.add(connection);
        }
    }

    private void remove(Flow connection) {
        flows.remove(connection);
        end(connection);
    }

    private void end(Flow connection) {
        buffered -= connection.footprint();
        if (connection.end()) {
            handshakes++;
        }
    }

    private void letGo() {
        for (Flow first = closed.peek();
                first != null && (closed.size() > MAX_LINGERING || now - first.lastSeenNanos > LINGER_NANOS);
                first = closed.peek()) {
            closed.remove();
            if (flows.remove(first)) {
                end(first);
            }
        }
        for (Flow oldest = flows.oldest(); oldest != null; oldest = flows.oldest()) {
            boolean idle = now - oldest.lastSeenNanos > limits.idleSeconds() * 1_000_000_000L;
            boolean tooMany = flows.size() > limits.maxConnections() || buffered > limits.maxBufferedBytes();
            if (!idle && !tooMany) {
                return;
            }
            remove(oldest);
        }
    }

    /** The capture is over. */
    void endAll() {
        for (Flow oldest = flows.oldest(); oldest != null; oldest = flows.oldest()) {
            remove(oldest);
        }
    }

    long opened() {
        return opened;
    }

    long handshakes() {
        return handshakes;
    }
}
