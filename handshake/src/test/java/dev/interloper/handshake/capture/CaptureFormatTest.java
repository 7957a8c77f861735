package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Pcapng;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One conversation through every container and link layer: the same handshake, packets, times and lengths. */
class CaptureFormatTest {

    private static final List<Packet> PACKETS = TcpScript.tls12().packets();

    private static void assertSame(Handshake handshake, long nanosPerTick) {
        assertThat(Reading.types(handshake)).isEqualTo(Reading.FULL);
        assertThat(handshake.serverName()).contains("www.example.org");
        assertThat(handshake.problems()).isEmpty();
        for (HandshakeMessage message : handshake.messages()) {
            for (Segment segment : message.provenance().segments()) {
                assertPacket(segment.packet(), nanosPerTick);
            }
        }
        assertPacket(handshake.conversation().syn().orElseThrow(), nanosPerTick);
        assertPacket(handshake.conversation().synAck().orElseThrow(), nanosPerTick);
        assertThat(packetNumbers(handshake)).containsExactly(4L, 6L, 6L, 8L, 8L, 10L);
    }

    private static List<Long> packetNumbers(Handshake handshake) {
        return handshake.messages().stream()
                .map(message -> message.provenance().firstPacket().orElseThrow().number())
                .toList();
    }

    private static void assertPacket(PacketRef seen, long nanosPerTick) {
        Packet sent = PACKETS.get((int) seen.number() - 1);
        assertThat(seen.arrivalNanos()).isEqualTo(sent.nanos() / nanosPerTick * nanosPerTick);
        assertThat(seen.payloadLength()).isEqualTo(sent.payload().length());
    }

    static Stream<Arguments> linksAndFamilies() {
        return Stream.of(Link.values()).flatMap(link -> Stream.of(Arguments.of(link, false), Arguments.of(link, true)));
    }

    @Nested
    class PcapFiles {

        @ParameterizedTest
        @MethodSource("dev.interloper.handshake.capture.CaptureFormatTest#linksAndFamilies")
        void read_everyLinkLayer_givesTheSameHandshake(Link link, boolean v6) {
            Reading reading = Reading.of(Pcap.of(PACKETS, link, v6, ByteOrder.LITTLE_ENDIAN, true));

            assertSame(reading.only(), 1);
            assertThat(reading.only().conversation().client().toString())
                    .isEqualTo(v6 ? "[2001:db8::7]:50000" : "192.0.2.7:50000");
            assertThat(reading.summary().packets()).isEqualTo(PACKETS.size());
            assertThat(reading.summary().connections()).isEqualTo(1);
            assertThat(reading.summary().problem()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
        void read_eitherByteOrder_givesTheSameTimes(String name) {
            ByteOrder order = name.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;

            assertSame(
                    Reading.of(Pcap.of(PACKETS, Link.ETHERNET, false, order, true))
                            .only(),
                    1);
            assertSame(
                    Reading.of(Pcap.of(PACKETS, Link.ETHERNET, false, order, false))
                            .only(),
                    1000);
        }

        @Test
        void read_gzipped_saysSo() {
            Reading reading = Reading.of(Pcap.gzip(Pcap.of(PACKETS)));

            assertSame(reading.only(), 1);
            assertThat(reading.summary().format()).isEqualTo("pcap (gzip)");
        }

        @Test
        void read_linkTypeWithFrameCheckSequence_isStillEthernet() {
            Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 0x4400_0001);
            PACKETS.forEach(packet -> pcap.add(packet.nanos(), Link.ETHERNET_PADDED.frame(packet, false)));

            assertSame(Reading.of(pcap.bytes()).only(), 1);
        }

        @Test
        void read_unknownLinkType_countsOtherPackets() {
            Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 147);
            PACKETS.forEach(packet -> pcap.add(packet.nanos(), Link.ETHERNET.frame(packet, false)));
            Reading reading = Reading.of(pcap.bytes());

            assertThat(reading.handshakes()).isEmpty();
            assertThat(reading.summary().otherPackets()).isEqualTo(PACKETS.size());
        }

        @Test
        void read_otherProtocolsBetween_keepsPacketNumbers() {
            Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 1);
            for (Packet packet : PACKETS) {
                pcap.add(packet.nanos(), Link.ETHERNET.frameOfProtocol(packet, 17));
                pcap.add(packet.nanos(), Link.ETHERNET.frame(packet, false));
            }
            Reading reading = Reading.of(pcap.bytes());

            assertThat(packetNumbers(reading.only())).containsExactly(8L, 12L, 12L, 16L, 16L, 20L);
            assertThat(reading.summary().otherPackets()).isEqualTo(PACKETS.size());
        }
    }

    @Nested
    class PcapngFiles {

        private static byte[] frame(Packet packet) {
            return Link.ETHERNET.frame(packet, false);
        }

        @ParameterizedTest
        @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
        void read_eitherByteOrder_givesTheSameHandshake(String name) {
            Pcapng file = new Pcapng();
            file.section(name.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                    .iface(1);
            PACKETS.forEach(packet -> file.packet(0, packet.nanos() / 1000, frame(packet)));
            Reading reading = Reading.of(file.bytes());

            assertSame(reading.only(), 1000);
            assertThat(reading.summary().format()).isEqualTo("pcapng");
        }

        @Test
        void read_nanosecondsAndOffset_givesExactTimes() {
            long offset = 1_000_000_000L;
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 9, offset);
            PACKETS.forEach(packet -> file.packet(0, packet.nanos() - offset * 1_000_000_000L, frame(packet)));

            assertSame(Reading.of(file.bytes()).only(), 1);
        }

        @Test
        void read_picoseconds_losesNoNanosecond() {
            long offset = TcpScript.START / 1_000_000_000L;
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 12, offset);
            // a fraction for which floating-point division gives one nanosecond less
            long shift = TcpScript.START + 257_475_861 - PACKETS.get(5).nanos();
            List<Packet> odd = PACKETS.stream()
                    .map(packet -> packet.atNanos(packet.nanos() + shift))
                    .toList();
            odd.forEach(packet -> file.packet(0, (packet.nanos() - TcpScript.START) * 1000, frame(packet)));
            Handshake handshake = Reading.of(file.bytes()).only();

            for (Segment segment : handshake.segments(Direction.SERVER_TO_CLIENT)) {
                assertThat(segment.packet().arrivalNanos())
                        .isEqualTo(odd.get((int) segment.packet().number() - 1).nanos());
            }
        }

        @Test
        void read_powersOfTwo_giveTheNanosecondBelow() {
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 0x80 | 34, 1_700_000_000L);
            long[] ticks = {0, 1L << 33, (1L << 34) - 1};
            List<Packet> opening = TcpScript.opened().client(new byte[] {22}).packets();
            for (int i = 0; i < ticks.length; i++) {
                file.packet(0, ticks[i], frame(opening.get(i)));
            }
            file.packet(0, 1L << 34, frame(opening.get(3).with(TlsBytes.clientFlight())));
            Handshake handshake = Reading.of(file.bytes()).only();

            assertThat(handshake.conversation().syn().orElseThrow().arrivalNanos())
                    .isEqualTo(TcpScript.START);
            assertThat(handshake.conversation().synAck().orElseThrow().arrivalNanos())
                    .isEqualTo(TcpScript.START + 500_000_000);
            assertThat(handshake.conversation().ack().orElseThrow().arrivalNanos())
                    .isEqualTo(TcpScript.START + 999_999_999);
        }

        @Test
        void read_severalInterfacesAndSections_takesEachPacketsOwn() {
            Pcapng file =
                    new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(101).iface(1, 9, 0);
            int half = PACKETS.size() / 2;
            for (Packet packet : PACKETS.subList(0, half)) {
                file.packet(1, packet.nanos(), frame(packet));
            }
            file.block(5, new byte[24]).block(0x0bad, new byte[7]);
            file.section(ByteOrder.BIG_ENDIAN).iface(276, 9, 0);
            for (Packet packet : PACKETS.subList(half, PACKETS.size())) {
                file.packet(0, packet.nanos(), Link.SLL2.frame(packet, false));
            }

            assertSame(Reading.of(file.bytes()).only(), 1);
        }

        @Test
        void read_obsoletePacketBlocks_areRead() {
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 9, 0);
            PACKETS.forEach(packet -> file.obsoletePacket(0, packet.nanos(), frame(packet)));

            assertSame(Reading.of(file.bytes()).only(), 1);
        }

        @Test
        void read_simplePackets_haveTheTimeOfThePacketBefore() {
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1, 9, 0);
            file.packet(0, PACKETS.get(0).nanos(), frame(PACKETS.get(0)));
            PACKETS.subList(1, PACKETS.size()).forEach(packet -> file.simplePacket(frame(packet)));
            Handshake handshake = Reading.of(file.bytes()).only();

            assertThat(Reading.types(handshake)).isEqualTo(Reading.FULL);
            assertThat(packetNumbers(handshake)).containsExactly(4L, 6L, 6L, 8L, 8L, 10L);
            assertThat(handshake.startNanos()).isEqualTo(TcpScript.START);
        }

        @Test
        void read_packetOfUnknownInterface_isMalformed() {
            Pcapng file = new Pcapng().section(ByteOrder.LITTLE_ENDIAN).iface(1);
            file.packet(3, 0, frame(PACKETS.get(0)));

            assertThat(Reading.of(file.bytes())
                            .summary()
                            .problem()
                            .orElseThrow()
                            .kind())
                    .isEqualTo(CaptureProblem.Kind.MALFORMED);
        }
    }
}
