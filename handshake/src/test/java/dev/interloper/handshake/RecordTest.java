package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Records and the messages in them. */
class RecordTest {

    private static final Direction SERVER = Direction.SERVER_TO_CLIENT;
    private static final byte[] CLIENT = TlsBytes.clientFlight();

    private static Feed hello() {
        return Feed.atOnce().client(CLIENT);
    }

    @Nested
    class Tls12 {

        @Test
        void allMessagesInOneRecord_shareIt() {
            Handshake handshake = hello().server(TlsBytes.handshakeRecord(
                            TlsBytes.serverHello(),
                            TlsBytes.certificate(TlsBytes.noise(300, 1)),
                            TlsBytes.serverHelloDone()))
                    .handshake();

            assertThat(Reading.serverTypes(handshake)).containsExactly("ServerHello", "Certificate", "ServerHelloDone");
            assertThat(handshake.messages().subList(1, 4))
                    .allSatisfy(message -> assertThat(message.provenance().records())
                            .containsExactly(handshake.records(SERVER).get(0)));
        }

        @Test
        void messageHeaderSplitAcrossRecords_isPutTogether() {
            byte[] message = TlsBytes.certificate(TlsBytes.noise(300, 1));
            Handshake handshake = hello().server(Wire.concat(
                            TlsBytes.record(22, Arrays.copyOf(message, 2)),
                            TlsBytes.record(22, Arrays.copyOfRange(message, 2, message.length))))
                    .handshake();

            assertThat(handshake
                            .serverCertificate()
                            .orElseThrow()
                            .entries()
                            .get(0)
                            .der()
                            .toByteArray())
                    .isEqualTo(TlsBytes.noise(300, 1));
            assertThat(handshake.serverCertificate().orElseThrow().provenance().records())
                    .hasSize(2);
        }

        @Test
        void alertInTheMiddle_isSeenAndTheMessageGivenUp() {
            byte[] message = TlsBytes.certificate(TlsBytes.noise(300, 1));
            Handshake handshake = hello().server(Wire.concat(
                            TlsBytes.handshakeRecord(TlsBytes.serverHello()),
                            TlsBytes.record(22, Arrays.copyOf(message, 100)),
                            TlsBytes.record(21, new byte[] {2, 80})))
                    .handshake();

            assertThat(handshake.alerts()).singleElement().hasToString("fatal internal_error");
            assertThat(handshake.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.MALFORMED);
                assertThat(problem.description()).contains("Certificate").contains("alert");
            });
        }

        @Test
        void recordsAfterChangeCipherSpec_areNotParsed() {
            Handshake handshake = hello().server(TlsBytes.serverFlight(300))
                    .server(TlsBytes.CHANGE_CIPHER_SPEC)
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHelloDone()))
                    .server(TlsBytes.record(21, new byte[] {2, 40}))
                    .handshake();

            assertThat(Reading.serverTypes(handshake))
                    .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
            assertThat(handshake.alerts()).isEmpty();
            assertThat(handshake.records(SERVER)).hasSize(7).last().matches(record -> record.encrypted());
        }

        @Test
        void resumption_isToldFromTheMissingCertificate() {
            Handshake resumed = hello().server(TlsBytes.handshakeRecord(TlsBytes.serverHello()))
                    .server(TlsBytes.serverFinished())
                    .handshake();
            Handshake full = hello().server(TlsBytes.serverFlight(300))
                    .server(TlsBytes.serverFinished())
                    .handshake();

            assertThat(resumed.isResumed()).isTrue();
            assertThat(full.isResumed()).isFalse();
        }

        @Test
        void applicationDataOfTheServer_endsTheReading() {
            Feed feed = hello().server(TlsBytes.serverFlight(300))
                    .server(TlsBytes.serverFinished())
                    .server(TlsBytes.applicationData(10));

            assertThat(feed.isFinished()).isTrue();
        }

        @Test
        void emptyHandshakeRecord_isFlaggedAndPassedOver() {
            Handshake handshake = hello().server(Wire.concat(
                            TlsBytes.record(22, new byte[0]), TlsBytes.handshakeRecord(TlsBytes.serverHello())))
                    .handshake();

            assertThat(Reading.serverTypes(handshake)).containsExactly("ServerHello");
            assertThat(handshake.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.MALFORMED));
        }

        @Test
        void brokenRecordHeader_isMalformedWithItsOffset() {
            byte[] flight = TlsBytes.handshakeRecord(TlsBytes.serverHello());
            Handshake handshake = hello().server(Wire.concat(flight, new byte[] {22, 9, 9, 0, 4, 1, 2, 3, 4}))
                    .handshake();

            assertThat(handshake.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.MALFORMED);
                assertThat(problem.offset()).isEqualTo(flight.length);
                assertThat(problem.description()).contains("1609090004");
            });
        }

        @Test
        void unfinishedMessage_needsMore() {
            byte[] flight = TlsBytes.serverFlight(300);
            Handshake handshake = hello().server(Arrays.copyOf(flight, 400)).handshake();

            assertThat(handshake.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.NEEDS_MORE);
                assertThat(problem.description()).startsWith("Certificate of 1009 bytes ends after");
            });
        }
    }

    @Nested
    class Tls13 {

        @Test
        void retryAndChangeCipherSpec_allFourHellosAreRead() {
            Feed feed = hello().server(Wire.concat(
                            TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.RETRY_RANDOM)),
                            TlsBytes.CHANGE_CIPHER_SPEC))
                    .client(Wire.concat(TlsBytes.CHANGE_CIPHER_SPEC, CLIENT))
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHello13(TlsBytes.SERVER_RANDOM)))
                    .server(TlsBytes.applicationData(2000));
            Handshake handshake = feed.handshake();

            assertThat(Reading.types(handshake))
                    .containsExactly("ClientHello", "ServerHello", "ClientHello", "ServerHello");
            assertThat(handshake.clientHellos()).hasSize(2);
            assertThat(handshake.serverHello().orElseThrow().random().toByteArray())
                    .isEqualTo(TlsBytes.SERVER_RANDOM);
            assertThat(handshake.version()).contains(TlsVersion.TLS_1_3);
            assertThat(handshake.records(SERVER).get(3).encrypted()).isTrue();
            assertThat(handshake.records(SERVER).get(2).encrypted()).isFalse();
            assertThat(feed.isFinished()).isFalse();
            assertThat(feed.client(TlsBytes.applicationData(50)).isFinished()).isTrue();
        }
    }

    @Nested
    class ForeignReply {

        private static final byte[] REPLY =
                Wire.ascii("HTTP/1.1 400 Bad Request\r\nServer: proxy\r\n\r\n" + "x".repeat(99));

        @Test
        void httpReplyToAClientHello_isKept() {
            Handshake handshake = hello().server(REPLY).handshake();

            assertThat(handshake.foreignReply().orElseThrow().length()).isEqualTo(64);
            assertThat(handshake.foreignReply().orElseThrow().startsWith("HTTP/1.1 400 "))
                    .isTrue();
            assertThat(handshake.tunnel()).isEmpty();
        }

        @Test
        void byteByByte_isTheSame() {
            assertThat(Feed.byteByByte()
                            .client(CLIENT)
                            .server(REPLY)
                            .handshake()
                            .foreignReply())
                    .isEqualTo(hello().server(REPLY).handshake().foreignReply());
        }

        @Test
        void holeAfterIt_keepsIt() {
            assertThat(hello().server(REPLY).missing(SERVER, 500).handshake().foreignReply())
                    .isPresent();
        }

        @Test
        void tlsReply_isNone() {
            assertThat(hello().server(TlsBytes.serverFlight(100)).handshake().foreignReply())
                    .isEmpty();
        }
    }

    @Nested
    class LimitsReached {

        @Test
        void messageTooLong_stopsWithItsName() {
            Handshake handshake = Feed.atOnce(
                            Limits.builder().maxMessageBytes(500).build())
                    .client(CLIENT)
                    .server(TlsBytes.serverFlight(300))
                    .handshake();

            assertThat(Reading.serverTypes(handshake)).containsExactly("ServerHello");
            assertThat(handshake.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.kind()).isEqualTo(StreamProblem.Kind.LIMIT);
                assertThat(problem.description()).contains("Certificate").contains("500");
            });
        }

        @Test
        void declaredLength_isNotAllocated() {
            Feed feed = hello().server(TlsBytes.record(22, new byte[] {11, 0x0f, (byte) 0xff, (byte) 0xff, 0}));

            assertThat(feed.handshake().problems())
                    .extracting(StreamProblem::kind)
                    .containsExactly(StreamProblem.Kind.NEEDS_MORE);
        }

        @Test
        void tooManyRecords_stops() {
            Feed feed = hello();
            byte[] message = TlsBytes.certificate(TlsBytes.noise(3000, 1));
            for (byte b : message) {
                feed.server(TlsBytes.record(22, new byte[] {b}));
            }

            assertThat(feed.handshake().problems())
                    .extracting(StreamProblem::kind)
                    .containsExactly(StreamProblem.Kind.LIMIT);
            assertThat(feed.handshake().records(SERVER))
                    .hasSize(Limits.defaults().maxRecords());
        }

        @Test
        void notPositive_isRefused() {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Limits.builder().maxMessageBytes(0).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("maxMessageBytes");
        }
    }

    @Nested
    class Holes {

        @Test
        void recordOfALaterSegment_isFoundAgain() {
            byte[] flight = TlsBytes.serverFlight(300);
            int second = TlsBytes.handshakeRecord(TlsBytes.serverHello()).length;
            Handshake handshake = hello().server(Arrays.copyOf(flight, second))
                    .missing(SERVER, 1013 + 5)
                    .server(Arrays.copyOfRange(flight, second + 1018, flight.length))
                    .handshake();

            assertThat(Reading.serverTypes(handshake))
                    .containsExactly("ServerHello", "ServerKeyExchange", "ServerHelloDone");
            assertThat(handshake.problems()).hasSize(1);
        }

        @Test
        void tailOfALostMessageThatLooksLikeAHugeOne_isPassedOver() {
            byte[] tail = new byte[50];
            Arrays.fill(tail, (byte) 11); // Certificate of 723,723 bytes, if it were a header
            Handshake handshake = Feed.atOnce(
                            Limits.builder().maxMessageBytes(100_000).build())
                    .client(CLIENT)
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHello()))
                    .missing(SERVER, 700)
                    .server(TlsBytes.record(22, tail))
                    .server(TlsBytes.handshakeRecord(TlsBytes.serverHelloDone()))
                    .handshake();

            assertThat(Reading.serverTypes(handshake)).containsExactly("ServerHello", "ServerHelloDone");
        }
    }
}
