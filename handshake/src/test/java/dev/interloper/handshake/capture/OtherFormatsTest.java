package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.NetMon;
import dev.interloper.handshake.fixture.Outer;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same conversation in the formats besides pcap and pcapng. */
class OtherFormatsTest {

    private static final List<Packet> PACKETS = TcpScript.tls12().packets();

    private static byte[] netMon(int major, int minor) {
        NetMon file = new NetMon(major, minor, 1);
        PACKETS.forEach(packet -> file.add(packet.nanos(), 1, Link.ETHERNET.frame(packet, false)));
        return file.bytes();
    }

    private static void assertSame(Reading reading, String format, long nanosPerTick) {
        Handshake handshake = reading.only();
        assertThat(reading.summary().format()).isEqualTo(format);
        assertThat(reading.summary().problem()).isEmpty();
        assertThat(reading.summary().packets()).isEqualTo(PACKETS.size());
        assertThat(Reading.types(handshake)).isEqualTo(Reading.FULL);
        for (Segment segment : handshake.segments(Direction.SERVER_TO_CLIENT)) {
            Packet sent = PACKETS.get((int) segment.packet().number() - 1);
            assertThat(segment.packet().arrivalNanos()).isEqualTo(sent.nanos() / nanosPerTick * nanosPerTick);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1000000", "2,0,1000", "2,1,1000", "2,2,1000", "2,3,100"})
    void networkMonitor_everyVersion_givesTheSameHandshake(int major, int minor, long nanosPerTick) {
        assertSame(Reading.of(netMon(major, minor)), "netmon" + major, nanosPerTick);
    }

    @Test
    void networkMonitor_framesOfSeveralMedia_takesEachOnesOwn() {
        NetMon file = new NetMon(2, 3, 1);
        for (int i = 0; i < PACKETS.size(); i++) {
            Packet packet = PACKETS.get(i);
            byte[] ip = Link.ip(packet, false);
            switch (i % 4) {
                case 0 -> file.add(packet.nanos(), 9, ip);
                case 1 -> file.add(packet.nanos(), 0xe000 + 113, Link.SLL.frame(packet, false));
                case 2 ->
                    file.add(
                            packet.nanos(),
                            6,
                            Wire.concat(new byte[] {2, 32, 0}, new byte[29], Outer.wlan(0x0800, ip, false)));
                default -> file.add(packet.nanos(), 1, Link.ETHERNET.frame(packet, false));
            }
        }
        assertSame(Reading.of(file.bytes()), "netmon2", 100);
    }

    @Test
    void networkMonitor_eventsBetweenFrames_areOtherPackets() {
        NetMon file = new NetMon(2, 1, 1);
        for (Packet packet : PACKETS) {
            file.add(packet.nanos(), 0xffe0, Link.ETHERNET.frame(packet, false));
        }
        Reading reading = Reading.of(file.bytes());

        assertThat(reading.handshakes()).isEmpty();
        assertThat(reading.summary().otherPackets()).isEqualTo(PACKETS.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 140, 1000})
    void networkMonitorCutShort_whatCameBeforeIsThere(int length) {
        Reading reading = Reading.of(Arrays.copyOf(netMon(2, 3), length));

        assertThat(reading.summary().problem().orElseThrow().kind()).isEqualTo(CaptureProblem.Kind.CUT_SHORT);
    }

    @Test
    void networkMonitor_frameThatReachesIntoTheTable_isMalformed() {
        byte[] file = netMon(2, 0);
        file[128 + 14] = 1;
        CaptureProblem problem = Reading.of(file).summary().problem().orElseThrow();

        assertThat(problem.kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
        assertThat(problem.offset()).isEqualTo(128 + 12);
    }

    @Test
    void networkMonitor_noSuchDate_isReadAllTheSame() {
        byte[] file = netMon(2, 0);
        file[10] = 13;

        assertThat(Reading.of(file).types()).isEqualTo(Reading.FULL);
    }

    @Test
    void snoop_ethernet_givesTheSameHandshake() {
        assertSame(Reading.of(snoop()), "snoop", 1000);
    }

    private static byte[] snoop() {
        return Wire.of(file -> {
            file.raw(Wire.ascii("snoop")).u24(0).u32(2).u32(4);
            for (Packet packet : PACKETS) {
                byte[] frame = Link.ETHERNET.frame(packet, false);
                file.u32(frame.length)
                        .u32(frame.length)
                        .u32(24 + frame.length + 3)
                        .u32(0);
                file.u32(packet.nanos() / 1_000_000_000L).u32(packet.nanos() / 1000 % 1_000_000);
                file.raw(frame).raw(new byte[3]);
            }
        });
    }

    @Test
    void snoop_recordShorterThanItsPacket_isMalformed() {
        byte[] file = snoop();
        file[16 + 11] = 1;

        assertThat(Reading.of(file).summary().problem().orElseThrow().kind()).isEqualTo(CaptureProblem.Kind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(longs = {0xa1b2cd34L, 0x1c0001abL, 0x1c0001acL})
    void relativesOfPcap_giveTheSameHandshake(long magic) {
        boolean patched = magic == 0xa1b2cd34L;
        boolean nanos = magic == 0x1c0001acL;
        byte[] file = Wire.of(out -> {
            out.u32(magic).u16(2).u16(4).u64(0).u32(65_535).u32(1);
            if (!patched) {
                out.u32(0);
            }
            for (Packet packet : PACKETS) {
                byte[] frame = Link.ETHERNET.frame(packet, false);
                long fraction = packet.nanos() % 1_000_000_000L;
                out.u32(packet.nanos() / 1_000_000_000L).u32(nanos ? fraction : fraction / 1000);
                out.u32(frame.length).u32(frame.length);
                if (patched) {
                    out.u64(0x0000_0002_0800_0000L);
                }
                out.raw(frame);
            }
        });

        assertSame(Reading.of(file), "pcap", nanos ? 1 : 1000);
    }
}
