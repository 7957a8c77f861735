package dev.interloper.handshake.quic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReaders;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.net.InetAddress;
import java.util.Arrays;

/** The frames of protected packets, which no fuzzer gets to by changing what is protected. */
public final class QuicFrameTarget {

    private static final byte[] TO = QuicPackets.hex("8394c8f03e515708");
    private static final byte[] SELF = {1, 2, 3, 4};
    private static final int DATAGRAM = 1200;

    private QuicFrameTarget() {}

    /**
     * Puts frames into packets of 200 bytes of either direction, after a hello.
     *
     * @param frames the bytes
     * @return what was read of them
     */
    public static Handshake accept(byte[] frames) {
        var reader = new HandshakeReaders(Limits.defaults(), KeyLog.empty()).recording(Protocol.QUIC);
        byte[] hello = QuicPackets.crypto(0, TlsBytes.clientHello());
        receive(reader, Direction.CLIENT_TO_SERVER, 0, hello);
        long number = 1;
        for (int at = 0; at < frames.length; at += 200) {
            byte[] some = Arrays.copyOfRange(frames, at, Math.min(frames.length, at + 200));
            Direction direction = number % 2 == 0 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
            receive(reader, direction, number++, some);
        }
        Endpoint client = new Endpoint(InetAddress.getLoopbackAddress(), 50_000);
        Endpoint server = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        Handshake handshake =
                reader.handshake(Conversation.between(client, server).build());
        assertThat(handshake.clientHello()).isPresent();
        assertThat(reader.footprint()).isLessThan(2_000_000 + 1024 * frames.length);
        return handshake;
    }

    private static void receive(
            dev.interloper.handshake.DatagramReader reader, Direction direction, long number, byte[] frames) {
        byte[] packet = QuicPackets.initial(
                direction,
                QuicPackets.V1,
                QuicVersion.V1,
                TO,
                direction == Direction.CLIENT_TO_SERVER ? TO : SELF,
                direction == Direction.CLIENT_TO_SERVER ? SELF : TO,
                number,
                QuicPackets.padded(DATAGRAM, frames));
        reader.receive(direction, number + 1, number + 1, packet, 0, packet.length);
    }
}
