package dev.interloper.handshake;

import dev.interloper.handshake.openvpn.DatagramOrder;
import dev.interloper.handshake.openvpn.Session;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handshake in OpenVPN's control channel over UDP: TLS records, of which each packet carries a part. Places are those in the
 * stream of records.
 */
final class OpenVpnHandshake extends DatagramReader {

    /** The tunnel's own packets after which no more of the handshake is awaited. */
    private static final int ENOUGH_DATA = 32;

    private final HandshakeReader tls;
    private @Nullable DatagramOrder client;
    private @Nullable DatagramOrder server;

    OpenVpnHandshake(HandshakeReaders shared, HandshakeReader tls) {
        super(shared, Protocol.TLS, tls.messages());
        this.tls = tls;
    }

    @Override
    void read(Direction direction, long packet, long arrivalNanos, byte[] bytes, int offset, int length) {
        if (client == null) {
            Session.openedBy(direction, bytes, offset, length, length).ifPresent(this::open);
        }
        DatagramOrder order = direction == Direction.CLIENT_TO_SERVER ? client : server;
        if (order != null) {
            order.receive(packet, arrivalNanos, bytes, offset, length);
        }
    }

    private void open(Session session) {
        int most = shared.limits().maxPendingBytes();
        tls.carriedBy(session);
        client = new DatagramOrder(session, Direction.CLIENT_TO_SERVER, this::next, most);
        server = new DatagramOrder(session, Direction.SERVER_TO_CLIENT, this::next, most);
    }

    private void next(
            Direction direction, long packet, long arrivalNanos, boolean overtaken, byte[] bytes, int at, int length) {
        tls.receive(direction, packet, arrivalNanos, length, overtaken, bytes, at, length);
    }

    @Override
    List<StreamProblem> unfinished() {
        List<StreamProblem> problems = new ArrayList<>(0);
        lacking(client, Direction.CLIENT_TO_SERVER, problems);
        lacking(server, Direction.SERVER_TO_CLIENT, problems);
        return problems;
    }

    private void lacking(@Nullable DatagramOrder order, Direction direction, List<StreamProblem> into) {
        if (order != null && order.lacking() > 0 && !tls.isFinished()) {
            into.add(new StreamProblem(
                    StreamProblem.Kind.MISSING_BYTES,
                    direction,
                    tls.position(direction),
                    "message " + order.lacking() + " of OpenVPN's control channel is missing in the capture"));
        }
    }

    @Override
    Handshake handshake(
            Conversation conversation, DirectionLog clientLog, DirectionLog serverLog, List<StreamProblem> problems) {
        return tls.handshake(conversation, problems);
    }

    @Override
    boolean isOver() {
        return tls.isFinished()
                || (client != null && client.dataPackets() >= ENOUGH_DATA)
                || (server != null && server.dataPackets() >= ENOUGH_DATA);
    }

    @Override
    int footprintOfReading() {
        return tls.footprint()
                - messages.footprint()
                + (client == null ? 0 : client.footprint())
                + (server == null ? 0 : server.footprint());
    }

    @Override
    public void release() {
        tls.release();
    }
}
