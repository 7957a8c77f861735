package dev.interloper.handshake.capture;

import dev.interloper.handshake.DatagramReader;
import dev.interloper.handshake.openvpn.Opening;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation of datagrams that is being watched, because one of them started a handshake. */
final class DatagramFlow extends Flow {

    private static final int OVERHEAD = 400;
    private static final int HANDSHAKE_RECORD = 22;
    private static final int DTLS_MESSAGE_TYPE = 13;
    private static final int CAPWAP_PREAMBLE = 4;

    private @Nullable DatagramReader reader;
    private int footprint;
    /** Of OpenVPN; its ends may begin another from the same ports. */
    private long session;

    private DatagramFlow(FlowKey key, boolean clientIsLow, long startNanos, Observers observers, Protocol protocol) {
        super(key, clientIsLow, startNanos, observers);
        reader = observers.listener() != null
                ? observers.readers().listening(protocol, this)
                : observers.readers().recording(protocol);
    }

    /** A conversation that a datagram starts; null if it does not. */
    static @Nullable DatagramFlow startingWith(PacketView packet, FlowKey key, Observers observers) {
        Optional<Protocol> protocol = DatagramReader.startedBy(packet.buffer, packet.payload, packet.payloadCaptured);
        if (protocol.isEmpty()) {
            return null;
        }
        boolean sentByClient = switch (protocol.get()) {
            case QUIC -> true;
            case DTLS -> isClients(packet);
            case TLS ->
                Opening.sender(packet.buffer, packet.payload, packet.payloadCaptured) == Direction.CLIENT_TO_SERVER;
        };
        DatagramFlow flow = new DatagramFlow(
                key, key.sourceIsLow() == sentByClient, packet.arrivalNanos, observers, protocol.get());
        if (protocol.get() == Protocol.TLS) {
            flow.session = Opening.session(packet.buffer, packet.payload);
        }
        return flow;
    }

    /** A hello tells who sent it; what else a handshake may be joined at says too little. */
    private static boolean isClients(PacketView packet) {
        return switch (dtlsMessageType(packet)) {
            case 1, 16 -> true;
            case 2, 3, 11, 12, 13, 14 -> false;
            default -> packet.sourcePort > packet.destinationPort;
        };
    }

    private static int dtlsMessageType(PacketView packet) {
        int record = packet.payload + (packet.buffer[packet.payload] == HANDSHAKE_RECORD ? 0 : CAPWAP_PREAMBLE);
        return packet.buffer[record + DTLS_MESSAGE_TYPE];
    }

    @Override
    void receive(PacketView packet, FlowKey key) {
        lastSeenNanos = packet.arrivalNanos;
        if (reader != null) {
            Direction direction = isFromClient(key) ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
            reader.receive(
                    direction,
                    packet.number,
                    packet.arrivalNanos,
                    packet.buffer,
                    packet.payload,
                    packet.payloadCaptured);
            footprint = OVERHEAD + reader.footprint();
        }
    }

    @Override
    boolean isReplacedBy(PacketView packet, FlowKey key) {
        if (session != 0) {
            return Opening.isAnotherClients(packet.buffer, packet.payload, packet.payloadCaptured, session);
        }
        return reader == null
                && DatagramReader.startedBy(packet.buffer, packet.payload, packet.payloadCaptured)
                        .isPresent()
                && (packet.buffer[packet.payload] < 0 || dtlsMessageType(packet) == 1);
    }

    @Override
    boolean isReadable() {
        return reader != null && reader.isFinished();
    }

    @Override
    boolean isClosed() {
        return false;
    }

    @Override
    boolean end() {
        DatagramReader watching = reader;
        if (watching == null) {
            return false;
        }
        reader = null;
        footprint = 0;
        boolean sawHandshake = watching.sawHandshake();
        if (sawHandshake) {
            tell(() ->
                    watching.handshake(Conversation.between(client(), server()).build()));
        }
        watching.release();
        return sawHandshake;
    }

    @Override
    int footprint() {
        return footprint;
    }
}
