package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The secrets that a capture brings along: whatever they say, the messages in the clear are read. */
final class SecretsTarget {

    private static final int TLS_KEY_LOG = 0x544c534b;

    private SecretsTarget() {}

    static void accept(byte[] secrets) {
        ByteBuffer block = ByteBuffer.allocate(8 + secrets.length).order(ByteOrder.LITTLE_ENDIAN);
        block.putInt(TLS_KEY_LOG).putInt(secrets.length).put(secrets);
        Pcapng file = new Pcapng()
                .section(ByteOrder.LITTLE_ENDIAN)
                .block(10, block.array())
                .iface(1, 9, 0);
        TcpScript.tls12()
                .packets()
                .forEach(packet -> file.packet(0, packet.nanos(), Link.ETHERNET.frame(packet, false)));
        Handshake handshake = Reading.of(file.bytes()).only();

        Consistency.check(handshake);
        assertThat(Reading.types(handshake)).containsExactlyElementsOf(Reading.FULL);
    }
}
