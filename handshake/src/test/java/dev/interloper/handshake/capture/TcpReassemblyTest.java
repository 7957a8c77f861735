package dev.interloper.handshake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fixture.Link;
import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What TCP and captures do to a conversation; indices are those of {@link TcpScript#tls12()}: 0 SYN … 3 ClientHello, 5–7 server. */
class TcpReassemblyTest {

    private static final Direction SERVER = Direction.SERVER_TO_CLIENT;

    private final List<Packet> packets = TcpScript.tls12().packets();

    private static byte[] payload(Packet packet) {
        return packet.payload().toByteArray();
    }

    private static Packet part(Packet packet, int from, int to) {
        return packet.at(packet.sequence() + from, Arrays.copyOfRange(payload(packet), from, to));
    }

    private static void assertFull(Handshake handshake) {
        assertThat(Reading.types(handshake)).isEqualTo(Reading.FULL);
        assertThat(handshake.problems()).isEmpty();
        assertThat(Reading.bodies(handshake))
                .isEqualTo(Reading.bodies(Reading.of(TcpScript.tls12()).only()));
    }

    @Nested
    class Order {

        @Test
        void retransmission_isCountedAndChangesNothing() {
            packets.add(7, packets.get(6));
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            assertThat(handshake.conversation().retransmissions(SERVER)).isEqualTo(1);
            assertThat(handshake.segments(SERVER).get(1).packet().number()).isEqualTo(7);
        }

        @Test
        void reordering_keepsEachPacketsPlace() {
            Collections.swap(packets, 5, 6);
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            assertThat(handshake.conversation().outOfOrder(SERVER)).isPositive();
            assertThat(handshake.segments(SERVER).get(0).packet().number()).isEqualTo(7);
            assertThat(handshake.segments(SERVER).get(1).packet().number()).isEqualTo(6);
        }

        @Test
        void everyOrderOfTheServersSegments_givesTheSame() {
            int[][] orders = {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
            for (int[] order : orders) {
                List<Packet> shuffled = TcpScript.tls12().packets();
                for (int i = 0; i < 3; i++) {
                    shuffled.set(5 + i, packets.get(5 + order[i]));
                }
                assertFull(Reading.of(shuffled).only());
            }
        }

        @Test
        void overlapInOrder_firstBytesWin() {
            Packet whole = packets.get(6);
            Packet overlapping = part(packets.get(5), 1000, 1448);
            byte[] both = Wire.concat(TlsBytes.noise(448, 99), payload(whole));
            packets.set(6, overlapping.with(both));
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            Segment second = handshake.segments(SERVER).get(1);
            assertThat(second.offset()).isEqualTo(1448);
            assertThat(second.length()).isEqualTo(1448);
        }

        @Test
        void overlapOfWaitingSegments_firstBytesWin() {
            Packet first = packets.get(5);
            Packet second = packets.get(6);
            byte[] forged = TlsBytes.noise(1448, 99);
            packets.set(5, part(second, 0, 700));
            packets.set(6, second.with(Wire.concat(Arrays.copyOf(forged, 700), payload(part(second, 700, 1448)))));
            packets.add(7, first);

            assertFull(Reading.of(packets).only());
        }

        @Test
        void overlapOfAWaitingSegmentByAnEarlierOne_firstBytesWin() {
            Packet first = packets.get(5);
            packets.set(5, packets.get(6));
            packets.set(6, first.with(Wire.concat(payload(first), TlsBytes.noise(500, 99))));

            assertFull(Reading.of(packets).only());
        }

        @Test
        void zeroWindowProbe_isFilledByTheRest() {
            Packet first = packets.get(5);
            packets.add(5, part(first, 0, 1));
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            assertThat(handshake.segments(SERVER).get(0).length()).isEqualTo(1);
            assertThat(handshake.segments(SERVER).get(1).length()).isEqualTo(1447);
        }

        @Test
        void keepAliveOfAnOldByte_changesNothing() {
            Packet first = packets.get(5);
            packets.add(6, first.at(first.sequence() + 1447, new byte[] {0}));

            assertFull(Reading.of(packets).only());
        }
    }

    @Nested
    class Loss {

        private static byte[] bigFlight() {
            return TlsBytes.serverFlight(6000);
        }

        private static List<Packet> lossy(boolean acknowledged) {
            TcpScript script =
                    TcpScript.opened().client(TlsBytes.clientFlight()).after(40);
            script.server(bigFlight(), 1448);
            if (acknowledged) {
                script.clientAck().after(1).client(TlsBytes.clientKeyExchangeAndFinished());
            }
            List<Packet> packets = script.packets();
            packets.remove(6); // the third of the server's, all of it inside Certificate
            return packets;
        }

        @Test
        void holeInCertificate_withLaterAck_restIsRead() {
            Handshake handshake = Reading.of(lossy(true)).only();

            assertThat(Reading.serverTypes(handshake))
                    .containsExactly("ServerHello", "ServerKeyExchange", "ServerHelloDone");
            assertThat(handshake.conversation().missingBytes(SERVER)).isEqualTo(1448);
            assertThat(handshake.problems())
                    .extracting(StreamProblem::kind)
                    .containsOnly(StreamProblem.Kind.MISSING_BYTES);
            assertThat(handshake.serverCertificate()).isEmpty();
        }

        @Test
        void holeInCertificate_withoutAck_restIsReadAtTheEnd() {
            Handshake handshake = Reading.of(lossy(false)).only();

            assertThat(Reading.serverTypes(handshake))
                    .containsExactly("ServerHello", "ServerKeyExchange", "ServerHelloDone");
        }

        @Test
        void hole_isNotTakenForResumption() {
            TcpScript script = TcpScript.opened().client(TlsBytes.clientFlight());
            script.server(TlsBytes.handshakeRecord(TlsBytes.serverHello()));
            script.server(TlsBytes.handshakeRecord(TlsBytes.certificate(TlsBytes.noise(900, 1))));
            script.server(TlsBytes.serverFinished()).clientAck();
            List<Packet> packets = script.packets();
            packets.remove(5);
            Handshake handshake = Reading.of(packets).only();

            assertThat(Reading.serverTypes(handshake)).containsExactly("ServerHello");
            assertThat(handshake.isResumed()).isFalse();
        }

        @Test
        void firstHalfOfClientHelloLost_serverFlightIsRead() {
            byte[] hello =
                    TlsBytes.handshakeRecord(TlsBytes.clientHello(TlsBytes.extension(51, TlsBytes.noise(1800, 4))));
            TcpScript script = TcpScript.opened()
                    .client(Arrays.copyOf(hello, 1448))
                    .client(Arrays.copyOfRange(hello, 1448, hello.length))
                    .after(40)
                    .server(TlsBytes.serverFlight(500));
            List<Packet> packets = script.packets();
            packets.remove(3);
            Handshake handshake = Reading.of(packets).only();

            assertThat(Reading.types(handshake))
                    .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
            assertThat(handshake.conversation().missingBytes(Direction.CLIENT_TO_SERVER))
                    .isEqualTo(1448);
        }

        @Test
        void snapLength_certificateIsLostAndTheRestIsRead() {
            Pcap pcap = new Pcap(ByteOrder.LITTLE_ENDIAN, true, 1);
            List<Packet> all = TcpScript.opened()
                    .client(TlsBytes.clientFlight())
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHello()))
                    .server(TlsBytes.handshakeRecord(TlsBytes.certificate(TlsBytes.noise(1000, 3))))
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHelloDone()))
                    .packets();
            for (Packet packet : all) {
                byte[] frame = Link.ETHERNET.frame(packet, false);
                pcap.add(packet.nanos(), frame, Math.min(frame.length, 256));
            }
            Handshake handshake = Reading.of(pcap.bytes()).only();

            assertThat(Reading.types(handshake)).containsExactly("ClientHello", "ServerHello", "ServerHelloDone");
            assertThat(handshake.conversation().truncatedPackets()).isTrue();
            assertThat(handshake.segments(SERVER).get(1).packet().payloadLength())
                    .isEqualTo(1015);
        }

        @Test
        void waitingTinySegments_areLimitedWithTheirOverhead() {
            List<Packet> packets =
                    TcpScript.opened().client(TlsBytes.clientFlight()).packets();
            Packet synAck = packets.get(1);
            for (int i = 0; i < 200; i++) { // 200 bytes, which cost more than 10,000 to keep
                packets.add(segment(synAck, 9003L + 2L * i, new byte[] {1}));
            }
            packets.add(segment(synAck, 9001, new byte[] {1, 1}));
            Handshake handshake = Reading.of(
                            Pcap.of(packets),
                            Limits.builder().maxPendingBytes(10_000).build())
                    .only();

            assertThat(handshake.conversation().retransmissions(SERVER))
                    .as("too late")
                    .isEqualTo(1);
        }

        private static Packet segment(Packet model, long sequence, byte[] payload) {
            return TcpScript.between(model.port(), 0, sequence)
                    .after(50)
                    .server(payload)
                    .packets()
                    .get(0);
        }
    }

    @Nested
    class Start {

        @Test
        void sequenceWrapsAround_inBothDirections() {
            TcpScript script =
                    TcpScript.between(50_000, 0xffff_fff0L, 0xffff_fa00L).open(40);

            assertFull(Reading.of(TcpScript.tls12(script)).only());
        }

        @Test
        void sequenceCrossesTheSign_inBothDirections() {
            TcpScript script =
                    TcpScript.between(50_000, 0x7fff_fff0L, 0x7fff_fa00L).open(40);

            assertFull(Reading.of(TcpScript.tls12(script)).only());
        }

        @Test
        void missingSyn_isReadWithoutRoundTrip() {
            Handshake handshake = Reading.of(packets.subList(3, packets.size())).only();

            assertFull(handshake);
            assertThat(handshake.conversation().syn()).isEmpty();
            assertThat(handshake.conversation().roundTripNanos()).isEmpty();
            assertThat(handshake.conversation().client().port()).isEqualTo(50_000);
        }

        @Test
        void missingSyn_reorderedServerSegments_areReadInOrder() {
            Collections.swap(packets, 5, 6);

            assertFull(Reading.of(packets.subList(3, packets.size())).only());
        }

        @Test
        void missingSyn_reorderedClientHello_isReadInOrder() {
            Packet hello = packets.get(3);
            packets.set(3, part(hello, 40, hello.payload().length()));
            packets.add(4, part(hello, 0, 40));

            assertFull(Reading.of(packets.subList(3, packets.size())).only());
        }

        @Test
        void startsInMidClientHello_serverFlightIsRead() {
            Packet hello = packets.get(3);
            packets.set(3, part(hello, 40, hello.payload().length()));
            Handshake handshake = Reading.of(packets.subList(3, packets.size())).only();

            assertThat(Reading.serverTypes(handshake))
                    .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
            assertThat(handshake.conversation().server().port()).isEqualTo(443);
        }

        @Test
        void startsInMidServerFlight_isNoForeignReply() {
            Handshake handshake = Reading.of(packets.subList(6, packets.size())).only();

            assertThat(handshake.foreignReply()).isEmpty();
            assertThat(handshake.conversation().client().port()).isEqualTo(50_000);
        }

        @Test
        void synAckOnly_isRead() {
            packets.remove(2);
            packets.remove(0);
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            assertThat(handshake.conversation().synAck()).isPresent();
            assertThat(handshake.conversation().client().port()).isEqualTo(50_000);
            assertThat(handshake.conversation().roundTripNanos()).isEmpty();
        }

        @Test
        void synRetransmitted_givesNoRoundTrip() {
            packets.add(1, packets.get(0).atNanos(TcpScript.START + 1_000_000));
            Handshake handshake = Reading.of(packets).only();

            assertFull(handshake);
            assertThat(handshake.conversation().roundTripNanos()).isEmpty();
        }

        @Test
        void opened_knowsRoundTripAndSegmentSizes() {
            Handshake handshake = Reading.of(packets).only();

            assertThat(handshake.conversation().roundTripNanos()).hasValue(40_010_000);
            assertThat(handshake.conversation().maximumSegmentSize(SERVER)).hasValue(TcpScript.MSS);
        }

        @Test
        void twoSynAcks_theAcknowledgedOneCounts() {
            Packet stray = packets.get(1).at(3_000_000_000L, new byte[0]);
            packets.add(1, stray);
            assertFull(Reading.of(packets).only());

            packets.add(3, packets.remove(1));
            assertFull(Reading.of(packets).only());
        }

        @Test
        void acknowledgementsThatMeanNothing_doNotMoveTheStream() {
            List<Packet> nonsense = packets.stream()
                    .map(p -> new Packet(
                            p.fromClient(), p.port(), p.flags(), p.sequence(), 0x8000_0000L, p.payload(), p.nanos()))
                    .toList();

            assertFull(Reading.of(nonsense).only());
        }
    }

    @Nested
    class End {

        @Test
        void finWithData_dataIsRead() {
            Handshake handshake = Reading.of(TcpScript.opened()
                            .client(TlsBytes.clientFlight())
                            .finish(false, TlsBytes.record(21, new byte[] {2, 40})))
                    .only();

            assertThat(handshake.alerts())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.name()).isEqualTo("handshake_failure"));
            assertThat(handshake.conversation().close().orElseThrow().by()).isEqualTo(SERVER);
            assertThat(handshake.conversation().close().orElseThrow().reset()).isFalse();
        }

        @Test
        void reset_isNotedAndTheHandshakeIsHandedOn() {
            Handshake handshake = Reading.of(
                            TcpScript.opened().client(TlsBytes.clientFlight()).reset(false))
                    .only();

            assertThat(handshake.conversation().close().orElseThrow().reset()).isTrue();
            assertThat(Reading.types(handshake)).containsExactly("ClientHello");
        }

        @Test
        void serverSendsOnAfterTheClientsReset_isOneHandshake() {
            packets.add(
                    6, TcpScript.between(50_000, 2000, 0).reset(true).packets().get(0));
            Reading reading = Reading.of(packets);

            assertThat(Reading.serverTypes(reading.only()))
                    .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
            assertThat(reading.summary().connections()).isEqualTo(1);
        }

        @Test
        void portReuse_isAnotherConnection() {
            List<Packet> twice = TcpScript.tls12().packets();
            twice.addAll(
                    TcpScript.tls12(TcpScript.between(50_000, 700_000, 800_000).open(40))
                            .packets());
            Reading reading = Reading.of(twice);

            assertThat(reading.handshakes()).hasSize(2).allSatisfy(TcpReassemblyTest::assertFull);
            assertThat(reading.summary().connections()).isEqualTo(2);
        }

        @Test
        void portReuseAfterClose_isAnotherConnection() {
            List<Packet> twice = TcpScript.tls12()
                    .finish(true, new byte[0])
                    .finish(false, new byte[0])
                    .clientAck()
                    .packets();
            twice.addAll(
                    TcpScript.tls12(TcpScript.between(50_000, 700_000, 800_000).open(40))
                            .packets());
            Reading reading = Reading.of(twice);

            assertThat(reading.handshakes()).hasSize(2);
            assertThat(reading.summary().connections()).isEqualTo(2);
        }

        @Test
        void closed_isLetGoSoonAfter() {
            List<Packet> closing = TcpScript.opened()
                    .client(TlsBytes.clientFlight())
                    .finish(true, new byte[0])
                    .finish(false, new byte[0])
                    .packets();
            List<Packet> later = TcpScript.between(50_001, 5, 6)
                    .after(5000)
                    .open(40)
                    .client(TlsBytes.clientFlight())
                    .packets();
            closing.addAll(later);

            assertThat(Reading.of(closing).handshakes())
                    .extracting(handshake -> handshake.conversation().client().port())
                    .containsExactly(50_000, 50_001);
        }
    }

    @Nested
    class Endless {

        private static List<Packet> hello(int port, double startMillis) {
            return TcpScript.between(port, 1000, 9000)
                    .after(startMillis)
                    .open(1)
                    .client(TlsBytes.clientFlight())
                    .packets();
        }

        @Test
        void silentConnection_isHandedOnWhenIdle() {
            List<Packet> all = hello(50_000, 0);
            all.addAll(TcpScript.tls12(
                            TcpScript.between(50_001, 1, 2).after(11_000).open(1))
                    .packets());
            Reading reading =
                    Reading.of(Pcap.of(all), Limits.builder().idleSeconds(10).build());

            assertThat(reading.handshakes())
                    .extracting(handshake -> handshake.conversation().client().port())
                    .containsExactly(50_000, 50_001);
        }

        @Test
        void clockSetBack_connectionsGoOn() {
            List<Packet> all = hello(50_000, 1_000_000);
            all.addAll(
                    TcpScript.between(50_000, 0, 0).after(1_000_100).reset(true).packets());
            all.addAll(packetsOf(50_001));

            assertThat(Reading.of(all).handshakes())
                    .filteredOn(handshake -> handshake.conversation().client().port() == 50_001)
                    .singleElement()
                    .satisfies(TcpReassemblyTest::assertFull);
        }

        private static List<Packet> packetsOf(int port) {
            return TcpScript.tls12(TcpScript.between(port, 1000, 9000).open(40)).packets();
        }

        @Test
        void tooManyConnections_longestSilentIsLetGo() {
            List<Packet> all = hello(50_000, 0);
            all.addAll(hello(50_001, 10));
            all.addAll(hello(50_002, 20));
            Reading reading = Reading.of(
                    Pcap.of(all),
                    Limits.builder().maxConnections(2).maxBufferedBytes(1 << 24).build());

            assertThat(reading.handshakes())
                    .extracting(handshake -> handshake.conversation().client().port())
                    .containsExactly(50_000, 50_001, 50_002);
            assertThat(reading.summary().handshakes()).isEqualTo(3);
        }

        @Test
        void tooManyBytes_longestSilentIsLetGo() {
            byte[] flight = TlsBytes.serverFlight(12_000);
            List<Packet> all = TcpScript.opened()
                    .client(TlsBytes.clientFlight())
                    .server(Arrays.copyOf(flight, 9000), 1400)
                    .packets();
            all.addAll(
                    TcpScript.tls12(TcpScript.between(50_001, 1, 2).after(100).open(1))
                            .packets());
            Reading reading = Reading.of(
                    Pcap.of(all),
                    Limits.builder()
                            .maxConnections(100)
                            .maxBufferedBytes(20_000)
                            .build());

            assertThat(reading.handshakes().get(0).problems())
                    .extracting(StreamProblem::kind)
                    .containsExactly(StreamProblem.Kind.NEEDS_MORE);
            assertThat(reading.handshakes().get(0).messages())
                    .extracting(message -> message.type())
                    .containsExactly(HandshakeType.CLIENT_HELLO, HandshakeType.SERVER_HELLO);
        }
    }
}
