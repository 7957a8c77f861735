package dev.interloper.handshake.issues;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Nanoseconds of a time in the far future do not fit into 64 bits (a capture whose seconds are milliseconds): every connection
 * was taken for idle and cut into pieces.
 */
class HugeTimestampTest {

    @Test
    void timesThatOverflow_cutNoConnectionUp() {
        Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 6, 0);
        List<Packet> packets = TcpScript.tls12().packets();
        for (Packet packet : TcpScript.between(60_000, 1, 1).open(1).reset(true).packets()) {
            file.packet(0, packet.nanos() / 1000, Link.ETHERNET.frame(packet, false));
        }
        long ticks = 10_000_000_000L * 1_000_000; // in nanoseconds this is more than 2^63
        for (Packet packet : packets) {
            file.packet(0, ticks, Link.ETHERNET.frame(packet, false));
            ticks += 30_000_000;
        }

        assertThat(Reading.of(file.bytes()).types()).isEqualTo(Reading.FULL);
    }

    @Test
    void onePacketOfTheFuture_cutsNoLaterConnectionUp() {
        List<Packet> packets =
                TcpScript.between(60_000, 1, 1).open(1).reset(true).packets();
        packets.replaceAll(packet -> packet.atNanos(packet.nanos() + 1_000_000_000_000_000L));
        packets.addAll(TcpScript.tls12().packets());

        assertThat(Reading.of(packets).types()).isEqualTo(Reading.FULL);
    }
}
