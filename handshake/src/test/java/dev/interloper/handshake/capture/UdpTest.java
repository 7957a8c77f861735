package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Outer;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UdpTest {

    private static final byte[] PAYLOAD = TlsBytes.noise(100, 3);

    private final PacketDecoder decoder = new PacketDecoder();
    private final PacketView view = new PacketView();

    private boolean decode(int linkType, byte[] frame, int captured) {
        RawPacket packet = new RawPacket();
        packet.buffer = Arrays.copyOf(frame, captured);
        packet.capturedLength = captured;
        packet.originalLength = frame.length;
        packet.linkType = linkType;
        return decoder.decode(packet, view);
    }

    private void assertDelivered(byte[] payload, int source, int destination) {
        assertThat(view.protocol).isEqualTo(17);
        assertThat(view.flags).isZero();
        assertThat(view.sourcePort).isEqualTo(source);
        assertThat(view.destinationPort).isEqualTo(destination);
        assertThat(view.payloadLength).isEqualTo(payload.length);
        assertThat(Arrays.copyOfRange(view.buffer, view.payload, view.payload + view.payloadCaptured))
                .isEqualTo(payload);
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void everyLinkLayer_deliversTheInnermostDatagram(Link link) {
        byte[] frame = link.wrap(0x0800, Outer.ipv4(17, Outer.udp(5000, 443, PAYLOAD)));

        assertThat(decode(link.number(), frame, frame.length)).isTrue();
        assertDelivered(PAYLOAD, 5000, 443);
    }

    @Test
    void lengthShorterThanThePacket_leavesThePaddingOut() {
        byte[] datagram = Wire.concat(Outer.udp(5000, 443, PAYLOAD), new byte[30]);

        assertThat(decode(101, Outer.ipv4(17, datagram), 20 + datagram.length)).isTrue();
        assertDelivered(PAYLOAD, 5000, 443);
    }

    @Test
    void lengthLongerThanThePacket_deliversWhatIsThere() {
        byte[] datagram = Outer.udp(5000, 443, PAYLOAD);
        datagram[4] = 1;

        assertThat(decode(101, Outer.ipv4(17, datagram), 20 + datagram.length)).isTrue();
        assertDelivered(PAYLOAD, 5000, 443);
    }

    @Test
    void lengthZero_deliversThePacketsRest() {
        byte[] datagram = Outer.udp(5000, 443, PAYLOAD);
        datagram[5] = 0;

        assertThat(decode(101, Outer.ipv4(17, datagram), 20 + datagram.length)).isTrue();
        assertDelivered(PAYLOAD, 5000, 443);
    }

    @Test
    void lengthShorterThanItsHeader_isNotRead() {
        byte[] datagram = Outer.udp(5000, 443, PAYLOAD);
        datagram[5] = 7;

        assertThat(decode(101, Outer.ipv4(17, datagram), 20 + datagram.length)).isFalse();
    }

    @Test
    void truncatedByTheCapture_knowsBothLengths() {
        byte[] ip = Outer.ipv4(17, Outer.udp(5000, 443, PAYLOAD));

        assertThat(decode(101, ip, 20 + 8 + 10)).isTrue();
        assertThat(view.payloadLength).isEqualTo(100);
        assertThat(view.payloadCaptured).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1701, 2152, 3544, 4341, 4754, 4789, 4790, 5247, 6081, 6635, 8472})
    void tunnelPortWithoutTunnel_deliversTheOuterDatagram(int port) {
        byte[] frame = Outer.overUdp(port, PAYLOAD);

        assertThat(decode(1, frame, frame.length)).isTrue();
        assertDelivered(PAYLOAD, 50_123, port);
        assertThat(view.sourceAddress).isEqualTo(14 + 12);
    }

    @Test
    void tunnelWhoseInnerPacketIsTooLong_deliversTheOuterDatagram() {
        byte[] inner = Outer.ipv4(17, Outer.udp(1, 2, PAYLOAD));
        inner[2] = 1;
        byte[] payload = Wire.of(wire -> wire.u16(0).u16(0x0800).u32(0x2a00).raw(inner));
        byte[] frame = Outer.overUdp(6081, payload);

        assertThat(decode(1, frame, frame.length)).isTrue();
        assertDelivered(payload, 50_123, 6081);
    }

    @Test
    void tunnelOfAnotherProtocol_isNotDeliveredAsUdp() {
        byte[] inner = Outer.ipv4(1, new byte[20]);
        byte[] frame = Outer.overUdp(
                6081, Wire.of(wire -> wire.u16(0).u16(0x0800).u32(0x2a00).raw(inner)));

        assertThat(decode(1, frame, frame.length)).isFalse();
    }

    @Test
    void answerOfATunnel_isATunnelByItsSourcePort() {
        byte[] inner = Outer.ipv4(17, Outer.udp(1, 2, PAYLOAD));
        byte[] gtp = Wire.of(wire -> wire.u16(0x30ff).u16(inner.length).u32(5).raw(inner));
        byte[] frame = Outer.ethernet(0x0800, Outer.ipv4(17, Outer.udp(2152, 30_000, gtp)));

        assertThat(decode(1, frame, frame.length)).isTrue();
        assertDelivered(PAYLOAD, 1, 2);
    }

    @Test
    void endlessTunnels_areGivenUp() {
        byte[] ip = Outer.ipv4(17, Outer.udp(1, 2, PAYLOAD));
        for (int i = 0; i < 100; i++) {
            ip = Outer.ipv4(4, ip);
        }
        assertThat(decode(101, ip, ip.length)).isFalse();
    }

    @Property(tries = 2000)
    void anyBytesBehindAnyLinkType_areNoException(
            @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(min = -10, max = 300) int linkType) {
        boolean found = decode(linkType, bytes, bytes.length);

        assertThat(!found || view.payloadCaptured >= 0).isTrue();
    }

    @Property(tries = 3000)
    void mutatedAndCutTunnels_areNoException(
            @ForAll Link link, @ForAll boolean v6, @ForAll long seed, @ForAll @IntRange(max = 8) int changes) {
        Random random = new Random(seed);
        byte[] udp = Outer.udp(5000, 4789, PAYLOAD);
        byte[] frame = link.wrap(v6 ? 0x86dd : 0x0800, v6 ? Outer.ipv6(17, udp) : Outer.ipv4(17, udp));
        for (int i = 0; i < changes; i++) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
        }
        if (decode(link.number(), frame, random.nextInt(frame.length + 1))) {
            assertThat(view.payloadCaptured).isBetween(0, view.payloadLength);
            assertThat(view.payload + view.payloadCaptured).isLessThanOrEqualTo(view.buffer.length);
        }
    }
}
