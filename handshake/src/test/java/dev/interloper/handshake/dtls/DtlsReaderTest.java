package dev.interloper.handshake.dtls;

import static dev.interloper.handshake.dtls.DtlsBytes.DTLS_1_0;
import static dev.interloper.handshake.dtls.DtlsBytes.DTLS_1_2;
import static dev.interloper.handshake.dtls.DtlsBytes.connectionId;
import static dev.interloper.handshake.dtls.DtlsBytes.handshake;
import static dev.interloper.handshake.dtls.DtlsBytes.hello;
import static dev.interloper.handshake.dtls.DtlsBytes.message;
import static dev.interloper.handshake.dtls.DtlsBytes.record;
import static dev.interloper.handshake.dtls.DtlsBytes.serverHello;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.stream.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DtlsReaderTest {

    private static final byte[] HELLO = handshake(0, message(1, 0, hello(new byte[0])));
    private static final byte[] SERVER_FLIGHT = Wire.concat(
            handshake(0, message(2, 1, serverHello())),
            handshake(1, message(11, 2, TlsBytes.noise(500, 2)), message(14, 3, new byte[0])),
            record(20, DTLS_1_2, 0, 2, new byte[] {1}),
            record(22, DTLS_1_2, 1, 0, TlsBytes.noise(60, 4)));

    @Nested
    class Records {

        @Test
        void severalInADatagram_areAllRead() {
            Heard heard = new Heard().server(SERVER_FLIGHT);

            assertThat(heard.types()).containsExactly(2, 11, 14);
            assertThat(heard.records).extracting(DtlsRecord::contentType).containsExactly(22, 22, 20, 22);
            assertThat(heard.records).extracting(DtlsRecord::epoch).containsExactly(0, 0, 0, 1);
            assertThat(heard.records).extracting(DtlsRecord::sequence).containsExactly(0L, 1L, 2L, 0L);
            assertThat(heard.records).extracting(DtlsRecord::encrypted).containsExactly(false, false, false, true);
            assertThat(heard.records.get(3).end()).isEqualTo(SERVER_FLIGHT.length);
            assertThat(heard.messages).noneMatch(DtlsMessage::decrypted);
            assertThat(heard.problems).isEmpty();
        }

        @Test
        void sequenceNumber_hasFortyEightBits() {
            Heard heard = new Heard().client(record(20, DTLS_1_0, 0, 0xfedc_ba98_7654L, new byte[] {1}));

            assertThat(heard.records.get(0).sequence()).isEqualTo(0xfedc_ba98_7654L);
        }

        @Test
        void anyDtlsVersion_isRead_oldCiscoIncluded() {
            for (int version : new int[] {0x0100, 0xfeff, 0xfefd, 0xfefc}) {
                Heard heard = new Heard().client(record(22, version, 0, 0, message(1, 0, hello(new byte[0]))));
                assertThat(heard.types()).containsExactly(1);
            }
        }

        @Test
        void oldCiscoChangeCipherSpec_ofThreeBytes_isARecord() {
            Heard heard = new Heard().client(record(20, 0x0100, 0, 3, new byte[] {1, 0, 2}));

            assertThat(heard.problems).isEmpty();
            assertThat(heard.records).hasSize(1);
        }

        @Test
        void otherProtocolsOnTheSamePorts_arePassedOver() {
            Heard heard = new Heard();
            for (int first : new int[] {0, 1, 19, 27, 31, 64, 0x80, 0xff}) {
                heard.client(new byte[] {(byte) first, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
            }
            heard.client(new byte[0]).client(HELLO);

            assertThat(heard.problems).isEmpty();
            assertThat(heard.types()).containsExactly(1);
            assertThat(heard.records.get(0).datagram()).isEqualTo(9);
        }

        @Test
        void behindCapwapsPreamble_areRead() {
            byte[] datagram = Wire.concat(new byte[] {1, 0, 0, 0}, HELLO);

            assertThat(DtlsReader.mayStart(datagram, 0, datagram.length)).isTrue();
            assertThat(new Heard().client(datagram).types()).containsExactly(1);
        }

        @Test
        void malformedRecord_endsItsDatagramOnly() {
            byte[] tls = record(22, 0x0303, 0, 1, message(14, 1, new byte[0]));
            Heard heard = new Heard()
                    .server(Wire.concat(
                            handshake(0, message(2, 0, serverHello())), tls, handshake(2, message(14, 2, new byte[0]))))
                    .server(handshake(3, message(14, 2, new byte[0])));

            assertThat(heard.types()).containsExactly(2, 14);
            assertThat(heard.problems).singleElement().asString().contains("version 0x0303");
        }

        @Test
        void everyTruncation_tellsWholeRecordsAndAProblem() {
            for (int length = 0; length < SERVER_FLIGHT.length; length++) {
                Heard heard = new Heard().server(Arrays.copyOf(SERVER_FLIGHT, length));
                int end = heard.records.isEmpty()
                        ? 0
                        : heard.records.get(heard.records.size() - 1).end();

                assertThat(heard.problems).hasSize(end == length ? 0 : 1);
                assertThat(heard.types())
                        .isEqualTo(List.of(2, 11, 14).subList(0, heard.types().size()));
            }
        }

        @Test
        void tooLongARecord_isAProblem() {
            byte[] header = record(23, DTLS_1_2, 1, 1, new byte[0]);
            header[11] = 0x48;
            header[12] = 0x01;
            Heard heard = new Heard().client(Arrays.copyOf(header, 30_000));

            assertThat(heard.problems).singleElement().asString().contains("18433");
        }
    }

    @Nested
    class Alerts {

        @Test
        void inPlaintext_areTold() {
            Heard heard = new Heard().server(record(21, DTLS_1_2, 0, 1, new byte[] {2, 40}));

            assertThat(heard.alerts).containsExactly("SERVER_TO_CLIENT 2 40");
        }

        @Test
        void encrypted_areRecordsOnly() {
            Heard heard = new Heard().server(record(21, DTLS_1_2, 1, 1, TlsBytes.noise(34, 1)));

            assertThat(heard.alerts).isEmpty();
            assertThat(heard.records).singleElement().matches(DtlsRecord::encrypted);
        }

        @Test
        void ofAnotherLength_areAProblem() {
            Heard heard = new Heard().server(record(21, DTLS_1_2, 0, 1, new byte[] {2}));

            assertThat(heard.problems).hasSize(1);
        }
    }

    @Nested
    class ConnectionIds {

        private final Heard heard = new Heard()
                .client(handshake(0, message(1, 0, hello(new byte[0], connectionId(0)))))
                .server(handshake(0, message(2, 0, serverHello(connectionId(7)))));

        private byte[] cidRecord(int idLength) {
            return Wire.of(wire -> wire.u8(25)
                    .u16(DTLS_1_2)
                    .u16(1)
                    .u16(0)
                    .u32(5)
                    .raw(TlsBytes.noise(idLength, 54))
                    .vector16(TlsBytes.noise(40, 1)));
        }

        @Test
        void lengthInTheServerHello_isTheClientsRecords() {
            heard.client(Wire.concat(cidRecord(7), cidRecord(7)));

            assertThat(heard.problems).isEmpty();
            assertThat(heard.records.subList(2, 4)).allSatisfy(record -> {
                assertThat(record.length()).isEqualTo(40);
                assertThat(record.headerLength()).isEqualTo(20);
                assertThat(record.encrypted()).isTrue();
            });
        }

        @Test
        void lengthInTheClientHello_isTheServersRecords() {
            heard.server(Wire.concat(cidRecord(0), cidRecord(0)));

            assertThat(heard.records).hasSize(4);
            assertThat(heard.records.get(3).headerLength()).isEqualTo(13);
        }

        @Test
        void unknownLength_makesTheRestOfTheDatagramOneRecord() {
            byte[] datagram = Wire.concat(cidRecord(4), cidRecord(4));
            Heard blind = new Heard().client(datagram);

            assertThat(blind.problems).isEmpty();
            assertThat(blind.records)
                    .singleElement()
                    .satisfies(record -> assertThat(record.end()).isEqualTo(datagram.length));
        }

        @Test
        void inUnifiedHeaders_areSkipped() {
            byte[] unified = Wire.of(
                    wire -> wire.u8(0x3e).raw(TlsBytes.noise(7, 54)).u16(0x1234).vector16(TlsBytes.noise(30, 2)));
            heard.client(Wire.concat(unified, unified));

            assertThat(heard.problems).isEmpty();
            assertThat(heard.records.get(3).headerLength()).isEqualTo(12);
            assertThat(heard.records.get(3).length()).isEqualTo(30);
        }
    }

    @Nested
    class UnifiedHeaders {

        @Test
        void withAndWithoutLength_areRecords() {
            byte[] withLength = Wire.of(wire -> wire.u8(0x2e).u16(1).vector16(TlsBytes.noise(30, 2)));
            byte[] withoutLength = Wire.of(wire -> wire.u8(0x22).u8(1).raw(TlsBytes.noise(25, 2)));
            Heard heard = new Heard().server(Wire.concat(withLength, withoutLength));

            assertThat(heard.problems).isEmpty();
            assertThat(heard.records).extracting(DtlsRecord::length).containsExactly(30, 25);
            assertThat(heard.records).extracting(DtlsRecord::headerLength).containsExactly(5, 2);
            assertThat(heard.records).extracting(DtlsRecord::epoch).containsOnly(2);
            assertThat(heard.records).extracting(DtlsRecord::sequence).containsOnly(-1L);
            assertThat(heard.records).allMatch(DtlsRecord::encrypted);
        }

        @Test
        void epoch_isTheNearestToTheLast() {
            assertThat(RecordHeader.epoch(1, 0)).isEqualTo(1);
            assertThat(RecordHeader.epoch(2, 0)).isEqualTo(2);
            assertThat(RecordHeader.epoch(3, 0)).isEqualTo(3);
            assertThat(RecordHeader.epoch(0, 0)).isEqualTo(4);
            assertThat(RecordHeader.epoch(2, 1)).isEqualTo(2);
            assertThat(RecordHeader.epoch(3, 2)).isEqualTo(3);
            assertThat(RecordHeader.epoch(2, 3)).isEqualTo(2);
            assertThat(RecordHeader.epoch(0, 3)).isEqualTo(4);
            assertThat(RecordHeader.epoch(1, 4)).isEqualTo(5);
            assertThat(RecordHeader.epoch(3, 4)).isEqualTo(3);
        }
    }

    @Nested
    class Finished {

        @Test
        void applicationDataOfBothEncryptingSides_isTheEnd() {
            Heard heard = new Heard().client(HELLO).server(SERVER_FLIGHT);
            assertThat(heard.reader.isFinished()).isFalse();

            heard.client(record(23, DTLS_1_2, 1, 1, TlsBytes.noise(50, 1)));

            assertThat(heard.reader.isFinished()).isTrue();
        }

        @Test
        void applicationDataBeforeTheOthersCipher_isNot() {
            Heard heard = new Heard()
                    .client(HELLO)
                    .server(handshake(0, message(2, 0, serverHello())))
                    .client(record(23, DTLS_1_2, 1, 1, TlsBytes.noise(50, 1)));

            assertThat(heard.reader.isFinished()).isFalse();
        }

        @Test
        void encryptedHandshakeOfDtls13_isNot_itsApplicationDataIs() {
            Heard heard = new Heard()
                    .client(HELLO)
                    .server(handshake(0, message(2, 0, serverHello())))
                    .server(Wire.of(wire -> wire.u8(0x2e).u16(1).vector16(TlsBytes.noise(30, 2))))
                    .client(Wire.of(wire -> wire.u8(0x2e).u16(1).vector16(TlsBytes.noise(30, 2))));
            assertThat(heard.reader.isFinished()).isFalse();

            heard.client(Wire.of(wire -> wire.u8(0x2f).u16(1).vector16(TlsBytes.noise(30, 2))));

            assertThat(heard.reader.isFinished()).isTrue();
        }

        @Test
        void oneSidedCapture_endsToo() {
            Heard heard = new Heard().server(SERVER_FLIGHT).server(record(23, DTLS_1_2, 1, 1, TlsBytes.noise(50, 1)));

            assertThat(heard.reader.isFinished()).isTrue();
        }
    }

    @Nested
    class MayStart {

        private boolean mayStart(byte[] datagram) {
            return DtlsReader.mayStart(datagram, 0, datagram.length);
        }

        @Test
        void hellosAndFragments_do() {
            assertThat(mayStart(HELLO)).isTrue();
            assertThat(mayStart(SERVER_FLIGHT)).isTrue();
            assertThat(mayStart(handshake(3, DtlsBytes.fragment(1, 1, new byte[300], 203, 300))))
                    .isTrue();
            assertThat(mayStart(record(22, 0x0100, 0, 0, message(14, 1, new byte[0]))))
                    .isTrue();
        }

        @Test
        void everyCut_doesNot() {
            for (int length = 0; length < HELLO.length; length++) {
                assertThat(DtlsReader.mayStart(HELLO, 0, length)).isFalse();
            }
        }

        @Test
        void otherThings_doNot() {
            assertThat(mayStart(record(23, DTLS_1_2, 0, 0, message(1, 0, hello(new byte[0])))))
                    .isFalse();
            assertThat(mayStart(record(22, 0x0303, 0, 0, message(1, 0, hello(new byte[0])))))
                    .isFalse();
            assertThat(mayStart(record(22, DTLS_1_2, 1, 0, message(1, 0, hello(new byte[0])))))
                    .isFalse();
            assertThat(mayStart(record(22, DTLS_1_2, 0, 0, message(99, 0, new byte[40]))))
                    .isFalse();
            assertThat(mayStart(record(22, DTLS_1_2, 0, 0, message(1, 0, new byte[40]))))
                    .isFalse();
            assertThat(mayStart(handshake(0, DtlsBytes.fragment(1, 100, 0, 90, new byte[11]))))
                    .isFalse();
            assertThat(mayStart(TlsBytes.clientFlight())).isFalse();
        }
    }

    @Property(tries = 2_000)
    void randomBytes_throwNothing(@ForAll @Size(max = 200) byte[] bytes, @ForAll byte first) {
        Heard heard = new Heard();
        byte[] datagram = bytes.clone();
        if (datagram.length > 0) {
            datagram[0] = (byte) (20 + (first & 0x2f));
        }
        heard.client(bytes).server(bytes).client(datagram);
        DtlsReader.mayStart(datagram, 0, datagram.length);
    }

    @Property(tries = 2_000)
    void mutatedFlights_throwNothing(@ForAll long seed) {
        Random random = new Random(seed);
        Heard heard = new Heard();
        for (byte[] datagram : List.of(
                HELLO.clone(),
                handshake(1, message(1, 1, hello(new byte[8], connectionId(5)))),
                SERVER_FLIGHT.clone())) {
            for (int i = random.nextInt(4); i > 0; i--) {
                datagram[random.nextInt(datagram.length)] = (byte) random.nextInt();
            }
            heard.client(datagram).server(datagram);
        }
        assertThat(heard.reader.footprint()).isLessThan(10_000);
    }

    @Test
    void receive_outsideTheArray_isTheCallersFault() {
        DtlsReader reader = new Heard().reader;

        assertThatThrownBy(() -> reader.receive(Direction.CLIENT_TO_SERVER, new byte[3], 2, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
