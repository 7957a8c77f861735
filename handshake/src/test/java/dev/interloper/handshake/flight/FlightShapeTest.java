package dev.interloper.handshake.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interloper.handshake.fixture.Pcap;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TcpScript;
import dev.interloper.handshake.fixture.TcpScript.Packet;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flights made with exact times, and what their shape is called. */
class FlightShapeTest {

    private static final byte[] HELLO = TlsBytes.handshakeRecord(TlsBytes.serverHello());
    private static final byte[] CERTIFICATE = TlsBytes.handshakeRecord(TlsBytes.certificate(TlsBytes.noise(800, 3)));
    private static final byte[] KEY = TlsBytes.handshakeRecord(TlsBytes.serverKeyExchange());
    private static final byte[] DONE = TlsBytes.handshakeRecord(TlsBytes.serverHelloDone());
    private static final byte[] REST = Wire.concat(CERTIFICATE, KEY, DONE);

    /** Up to the ClientHello, and a round trip on. */
    private static TcpScript asked(double roundTripMillis) {
        return TcpScript.between(50_000, 1000, 9000)
                .open(roundTripMillis)
                .client(TlsBytes.clientFlight())
                .after(roundTripMillis);
    }

    private static FlightShape shape(TcpScript script) {
        return FlightShape.of(Reading.of(script).only());
    }

    private static Boundary afterHello(TcpScript script) {
        FlightShape shape = shape(script);
        assertThat(shape.isReliable()).as(shape.doubts().toString()).isTrue();
        return shape.boundaries().get(0);
    }

    @Nested
    class Boundaries {

        @Test
        void oneRecord_isOneRecord() {
            FlightShape shape = shape(asked(40)
                    .server(TlsBytes.handshakeRecord(
                            TlsBytes.serverHello(),
                            TlsBytes.certificate(TlsBytes.noise(500, 1)),
                            TlsBytes.serverHelloDone())));

            assertThat(shape.isOneRecord()).isTrue();
            assertThat(shape.boundaries()).extracting(Boundary::kind).containsOnly(BoundaryKind.SAME_RECORD);
            assertThat(shape.splits()).isEmpty();
        }

        @Test
        void oneSegment_isNoSplit() {
            FlightShape shape = shape(asked(40).server(Wire.concat(HELLO, REST)));

            assertThat(shape.boundaries())
                    .hasSize(3)
                    .extracting(Boundary::kind)
                    .containsOnly(BoundaryKind.SAME_SEGMENT);
            assertThat(shape.splits()).isEmpty();
            assertThat(shape.isOneRecord()).isFalse();
        }

        @Test
        void quickWrites_areBackToBack() {
            Boundary boundary = afterHello(asked(40).server(HELLO).after(0.2).server(REST));

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.BACK_TO_BACK_WRITES);
            assertThat(boundary.gapNanos()).isEqualTo(200_000);
            assertThat(boundary.before()).isEqualTo("ServerHello");
            assertThat(boundary.after()).isEqualTo("Certificate");
        }

        @Test
        void oneRoundTripWithAnAckBetween_isNagle() {
            Boundary boundary = afterHello(
                    asked(40).server(HELLO).after(0.1).clientAck().after(41.1).server(REST));

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.NAGLE_HOLD);
            assertThat(boundary.gapNanos()).isEqualTo(41_200_000);
            assertThat(boundary.acknowledgedBetween()).isTrue();
            assertThat(boundary.lastBefore().number()).isEqualTo(5);
            assertThat(boundary.firstAfter().number()).isEqualTo(7);
            assertThat(boundary.toString()).contains("Nagle").contains("+41.2 ms");
        }

        @Test
        void oneRoundTripButAckedOnlyAfterwards_isNoNagle() {
            Boundary boundary = afterHello(
                    asked(40).server(HELLO).after(41.2).server(REST).after(0.1).clientAck());

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.COMPUTE_GAP_CERTIFICATE);
            assertThat(boundary.acknowledgedBetween()).isFalse();
        }

        @Test
        void oneRoundTripAfterAFullSegment_isNoNagle() {
            byte[] full = Wire.concat(
                    HELLO, TlsBytes.handshakeRecord(TlsBytes.message(23, TlsBytes.noise(1448 - HELLO.length - 9, 1))));
            FlightShape shape = shape(
                    asked(40).server(full).after(0.1).clientAck().after(41).server(REST));

            assertThat(full).hasSize(1448);
            assertThat(shape.boundaries().get(1).kind()).isEqualTo(BoundaryKind.COMPUTE_GAP_CERTIFICATE);
        }

        @ParameterizedTest
        @CsvSource({"40", "160", "200"})
        void roundTripAndADelayedAck_isNagleWithDelayedAck(double delay) {
            Boundary boundary = afterHello(
                    asked(40).server(HELLO).after(delay).clientAck().after(40.5).server(REST));

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.NAGLE_DELAYED_ACK);
        }

        @Test
        void longPauseAfterTheAck_isAComputeGap() {
            Boundary boundary = afterHello(
                    asked(40).server(HELLO).after(0.1).clientAck().after(149.9).server(REST));

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.COMPUTE_GAP_CERTIFICATE);
            assertThat(boundary.kind().isComputeGap()).isTrue();
            assertThat(boundary.gapNanos()).isEqualTo(150_000_000);
        }

        @Test
        void pauseBeforeTheKey_isAKeyGap() {
            FlightShape shape = shape(asked(40)
                    .server(Wire.concat(HELLO, CERTIFICATE))
                    .clientAck()
                    .after(120)
                    .server(KEY)
                    .clientAck()
                    .after(120)
                    .server(DONE));

            assertThat(shape.boundaries())
                    .extracting(Boundary::kind)
                    .containsExactly(
                            BoundaryKind.SAME_SEGMENT, BoundaryKind.COMPUTE_GAP_KEY, BoundaryKind.COMPUTE_GAP_OTHER);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0.2, 4.5})
        void shortRoundTrip_isUnresolved(double gap) {
            assertThat(afterHello(asked(4).server(HELLO).after(gap).server(REST))
                            .kind())
                    .isEqualTo(BoundaryKind.UNRESOLVED_SPLIT);
        }

        @Test
        void shortRoundTripAndLongPause_isStillAComputeGap() {
            assertThat(afterHello(asked(4).server(HELLO).after(90).server(REST)).kind())
                    .isEqualTo(BoundaryKind.COMPUTE_GAP_CERTIFICATE);
        }

        @ParameterizedTest
        @ValueSource(doubles = {15, 150})
        void unknownRoundTrip_isUnresolved(double gap) {
            List<Packet> packets =
                    asked(40).server(HELLO).after(gap).server(REST).packets();

            assertThat(FlightShape.of(Reading.of(packets.subList(3, packets.size()))
                                    .only())
                            .boundaries()
                            .get(0)
                            .kind())
                    .isEqualTo(BoundaryKind.UNRESOLVED_SPLIT);
        }

        @Test
        void roundTripBesideTheServer_isNagle() {
            Boundary boundary = afterHello(TcpScript.between(50_000, 1000, 9000)
                    .open(0.05, 40)
                    .client(TlsBytes.clientFlight())
                    .after(1)
                    .server(HELLO)
                    .after(40.2)
                    .clientAck()
                    .after(0.05)
                    .server(REST));

            assertThat(boundary.kind()).isEqualTo(BoundaryKind.NAGLE_HOLD);
        }

        @Test
        void tls13_hellosAndEncryptedRecords() {
            byte[] hello = Wire.concat(
                    TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM)),
                    TlsBytes.CHANGE_CIPHER_SPEC);
            FlightShape shape = shape(asked(40)
                    .server(hello)
                    .clientAck()
                    .after(100)
                    .server(TlsBytes.applicationData(30))
                    .after(0.1)
                    .server(TlsBytes.applicationData(900)));

            assertThat(shape.boundaries())
                    .extracting(Boundary::kind)
                    .containsExactly(
                            BoundaryKind.SAME_SEGMENT,
                            BoundaryKind.COMPUTE_GAP_CERTIFICATE,
                            BoundaryKind.BACK_TO_BACK_WRITES);
            assertThat(shape.boundaries().get(1).toString()).startsWith("change_cipher_spec | encrypted record");
        }

        @Test
        void noServerHello_hasNoShape() {
            FlightShape shape = shape(asked(40));

            assertThat(shape.boundaries()).isEmpty();
            assertThat(shape.firstReply()).isEmpty();
            assertThat(shape).hasToString("no flight");
        }
    }

    @Nested
    class InnerSplits {

        @Test
        void longFlight_isCutAtFullSegments() {
            FlightShape shape = shape(asked(40).server(TlsBytes.serverFlight(3000), 1448));

            assertThat(shape.innerSplits())
                    .containsExactly(
                            new InnerSplit("Certificate", 1448, InnerSplit.Cause.FULL_SEGMENT),
                            new InnerSplit("Certificate", 2896, InnerSplit.Cause.FULL_SEGMENT));
            assertThat(shape.splits()).isEmpty();
        }

        @Test
        void buffer_isFullAt4096() {
            byte[] flight = TlsBytes.serverFlight(6000);
            FlightShape shape = shape(asked(40)
                    .server(Arrays.copyOf(flight, 4096), 1448)
                    .server(Arrays.copyOfRange(flight, 4096, flight.length), 1448));

            assertThat(shape.innerSplits()).extracting(InnerSplit::flightOffset).startsWith(1448L, 2896L, 4096L);
            assertThat(shape.innerSplits().get(2).cause()).isEqualTo(InnerSplit.Cause.BUFFER_4096);
        }

        @Test
        void elsewhere_isOther() {
            byte[] flight = TlsBytes.serverFlight(3000);
            FlightShape shape = shape(asked(40)
                    .server(Arrays.copyOf(flight, 1448))
                    .server(Arrays.copyOfRange(flight, 1448, 2000))
                    .server(Arrays.copyOfRange(flight, 2000, flight.length), 1448));

            assertThat(shape.innerSplits())
                    .filteredOn(split -> split.flightOffset() == 2000)
                    .singleElement()
                    .satisfies(split -> assertThat(split.cause()).isEqualTo(InnerSplit.Cause.OTHER));
        }
    }

    @Nested
    class FirstReplies {

        @Test
        void promptReply_isNotSlow() {
            FirstReply reply = shape(asked(40).server(Wire.concat(HELLO, REST)))
                    .firstReply()
                    .orElseThrow();

            assertThat(reply.isSlow()).isFalse();
            assertThat(reply.delayNanos()).isEqualTo(40_000_000);
            assertThat(reply.roundTripNanos().orElseThrow()).isCloseTo(40_000_000L, within(20_000L));
        }

        @ParameterizedTest
        @CsvSource({"10, 59, false", "10, 61, true", "40, 119, false", "40, 121, true", "1, 50, false", "1, 52, true"})
        void slowReply_isMoreThanThreeRoundTripsAndFiftyMilliseconds(double rtt, double delay, boolean slow) {
            assertThat(shape(asked(rtt).after(delay - rtt).server(Wire.concat(HELLO, REST)))
                            .firstReply()
                            .orElseThrow()
                            .isSlow())
                    .isEqualTo(slow);
        }

        @Test
        void unknownRoundTrip_isNeverSlow() {
            List<Packet> packets =
                    asked(40).after(900).server(Wire.concat(HELLO, REST)).packets();
            FirstReply reply = FlightShape.of(
                            Reading.of(packets.subList(3, packets.size())).only())
                    .firstReply()
                    .orElseThrow();

            assertThat(reply.roundTripNanos()).isEmpty();
            assertThat(reply.isSlow()).isFalse();
        }
    }

    @Nested
    class Doubts {

        private static List<Packet> packets() {
            return asked(40).server(HELLO).after(150).server(REST).packets();
        }

        private static void assertUnreliable(List<Packet> packets, String doubt) {
            FlightShape shape = FlightShape.of(Reading.of(Pcap.of(packets)).only());

            assertThat(shape.isReliable()).isFalse();
            assertThat(shape.doubts()).anySatisfy(text -> assertThat(text).contains(doubt));
            assertThat(shape.splits()).extracting(Boundary::kind).containsOnly(BoundaryKind.UNRELIABLE);
        }

        @Test
        void retransmission_makesTimesUnreliable() {
            List<Packet> packets = packets();
            packets.add(5, packets.get(4));

            assertUnreliable(packets, "retransmitted");
        }

        @Test
        void reordering_makesTimesUnreliable() {
            List<Packet> packets = packets();
            Collections.swap(packets, 4, 5);

            assertUnreliable(packets, "out of order");
        }

        @Test
        void mergedSegments_makeTimesUnreliable() {
            List<Packet> packets = asked(40)
                    .server(HELLO)
                    .after(150)
                    .server(TlsBytes.handshakeRecord(TlsBytes.certificate(TlsBytes.noise(2500, 1))))
                    .packets();

            assertUnreliable(packets, "merged packets");
        }

        @Test
        void missingBytes_makeTimesUnreliable() {
            List<Packet> packets = asked(40)
                    .server(HELLO)
                    .after(150)
                    .server(CERTIFICATE)
                    .server(KEY)
                    .server(DONE)
                    .packets();
            packets.remove(5);

            assertUnreliable(packets, "bytes of the server are missing");
        }
    }
}
