package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.HopLimits;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hops left on the server's packets; indices are those of {@link TcpScript#tls12()}: 1 SYN-ACK, 5–7 server. */
class HopLimitsTest {

    private final List<Packet> packets = TcpScript.tls12().packets();

    private HopLimits read() {
        return Reading.of(packets).only().conversation().serverHops();
    }

    private void hops(int packet, int hops) {
        packets.set(packet, packets.get(packet).withHops(hops));
    }

    private static OptionalInt of(int hops) {
        return OptionalInt.of(hops);
    }

    @Test
    void serverHops_oneMachine_areOneNumber() {
        assertThat(read()).isEqualTo(new HopLimits(of(64), of(64), of(64), OptionalInt.empty()));
    }

    @Test
    void serverHops_otherPackets_keepTheExtremesAndTheFirstSynAck() {
        packets.replaceAll(packet -> packet.withHops(130));
        hops(1, 52);
        hops(5, 117);
        hops(6, 116);
        hops(7, 255);
        packets.add(8, packets.get(1).withHops(9));
        assertThat(read()).isEqualTo(new HopLimits(of(52), of(116), of(255), OptionalInt.empty()));
    }

    @Test
    void serverHops_reset_isKeptApart() {
        packets.add(7, packets.get(7).withHops(3).reset());
        assertThat(read()).isEqualTo(new HopLimits(of(64), of(64), of(64), of(3)));
    }

    @Test
    void serverHops_clientsPackets_doNotCount() {
        hops(0, 1);
        hops(3, 2);
        assertThat(read()).isEqualTo(new HopLimits(of(64), of(64), of(64), OptionalInt.empty()));
    }

    @Test
    void serverHops_startMissing_areKnownFromTheData() {
        packets.subList(0, 3).clear();
        assertThat(read()).isEqualTo(new HopLimits(OptionalInt.empty(), of(64), of(64), OptionalInt.empty()));
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void serverHops_ipv6_areItsHopLimit(Link link) {
        hops(5, 200);
        HopLimits read = Reading.of(Pcap.of(packets, link, true, ByteOrder.LITTLE_ENDIAN, true))
                .only()
                .conversation()
                .serverHops();
        assertThat(read).isEqualTo(new HopLimits(of(64), of(64), of(200), OptionalInt.empty()));
    }

    @Test
    void serverHops_noPackets_areUnknown() {
        Endpoint end = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        assertThat(Conversation.between(end, end).build().serverHops()).isEqualTo(HopLimits.NONE);
    }
}
