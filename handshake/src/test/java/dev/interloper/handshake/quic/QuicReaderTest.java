package dev.interloper.handshake.quic;

import static dev.interloper.handshake.quic.QuicPackets.V1;
import static dev.interloper.handshake.quic.QuicPackets.V2;
import static dev.interloper.handshake.quic.QuicPackets.crypto;
import static dev.interloper.handshake.quic.QuicPackets.hex;
import static dev.interloper.handshake.quic.QuicPackets.padded;
import static dev.interloper.handshake.stream.Direction.CLIENT_TO_SERVER;
import static dev.interloper.handshake.stream.Direction.SERVER_TO_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class QuicReaderTest {

    private static final byte[] FIRST_ID = hex("0102030405060708");
    private static final byte[] CLIENT_ID = hex("c1c2c3");
    private static final byte[] SERVER_ID = hex("5152535455");
    private static final byte[] HELLO = TlsBytes.noise(2000, 3);
    private static final byte[] ANSWER = TlsBytes.noise(120, 4);
    private static final int MAX = 1 << 16;

    private final Recorder recorder = new Recorder();
    private final QuicReader reader = new QuicReader(recorder, MAX, true);

    private void client(byte[]... packets) {
        byte[] datagram = Wire.concat(packets);
        reader.receive(CLIENT_TO_SERVER, datagram, 0, datagram.length);
    }

    private void server(byte[]... packets) {
        byte[] datagram = Wire.concat(packets);
        reader.receive(SERVER_TO_CLIENT, datagram, 0, datagram.length);
    }

    private static byte[] clientInitial(byte[] keyId, byte[] to, long number, byte[]... frames) {
        return QuicPackets.initial(
                CLIENT_TO_SERVER, V1, QuicVersion.V1, keyId, to, CLIENT_ID, number, padded(1100, frames));
    }

    private static byte[] clientInitial(long number, byte[]... frames) {
        return clientInitial(FIRST_ID, FIRST_ID, number, frames);
    }

    private static byte[] serverInitial(long number, byte[]... frames) {
        return QuicPackets.initial(
                SERVER_TO_CLIENT, V1, QuicVersion.V1, FIRST_ID, CLIENT_ID, SERVER_ID, number, padded(20, frames));
    }

    private void assertHello() {
        assertThat(recorder.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).isEqualTo(HELLO);
        assertThat(recorder.problems).isEmpty();
    }

    @Nested
    class Reassembly {

        @Test
        void hello_inSeveralPackets_isPutTogether() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            client(clientInitial(1, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(recorder.datagrams).containsExactly(0L, 1L);
        }

        @Test
        void hello_inReverse_isPutTogether() {
            client(clientInitial(1, crypto(HELLO, 1500, 2000)));
            client(clientInitial(2, crypto(HELLO, 1000, 1500)));
            assertThat(reader.footprint()).isGreaterThan(1000);
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            assertHello();
            assertThat(recorder.datagrams).containsExactly(2L, 1L, 0L);
        }

        @Test
        void frames_ofAllKindsInOnePacket_areReadInAnyOrder() {
            client(clientInitial(
                    0,
                    crypto(HELLO, 700, 900),
                    QuicPackets.ping(),
                    crypto(HELLO, 0, 1),
                    QuicPackets.padding(3),
                    QuicPackets.acknowledgement(),
                    crypto(HELLO, 1, 700)));
            client(clientInitial(1, crypto(HELLO, 900, 2000)));
            assertHello();
        }

        @Test
        void frames_thatOverlapOrRepeat_areDeliveredOnce() {
            client(clientInitial(0, crypto(HELLO, 0, 600)));
            client(clientInitial(0, crypto(HELLO, 0, 600)));
            client(clientInitial(1, crypto(HELLO, 1400, 2000)));
            client(clientInitial(2, crypto(HELLO, 1000, 1500)));
            client(clientInitial(3, crypto(HELLO, 1400, 2000)));
            client(clientInitial(4, crypto(HELLO, 300, 1450)));
            assertHello();
        }

        @Test
        void bytes_thatDifferTheSecondTime_areThoseOfTheFirst() {
            byte[] other = new byte[2000];
            client(clientInitial(0, crypto(HELLO, 500, 2000)));
            client(clientInitial(1, crypto(other, 400, 600)));
            client(clientInitial(2, crypto(HELLO, 0, 400)));
            byte[] expected = HELLO.clone();
            Arrays.fill(expected, 400, 500, (byte) 0);
            assertThat(recorder.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).isEqualTo(expected);
        }

        @Test
        void offset_beyondAllBounds_isAProblem() {
            client(clientInitial(0, crypto((1L << 62) - 10, new byte[5])));
            client(clientInitial(1, crypto(HELLO, 0, 1000)));
            assertThat(recorder.problems).hasSize(1);
            assertThat(recorder.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).hasSize(1000);
        }

        @Test
        void holes_areHeldWithinTheBudget() {
            for (int i = 0; i < 600; i++) {
                client(clientInitial(i, crypto(100 + 60L * i, new byte[40])));
            }
            assertThat(reader.footprint()).isLessThan(MAX + 3 * InitialKeys.FOOTPRINT);
            assertThat(recorder.problems).isNotEmpty();
        }
    }

    @Nested
    class Connections {

        @Test
        void secondPacket_toTheServersId_opensWithTheFirstIdsKeys() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            server(serverInitial(0, QuicPackets.acknowledgement()));
            client(clientInitial(FIRST_ID, SERVER_ID, 1, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(recorder.earlier).isEmpty();
            assertThat(reader.originalDestinationConnectionId()).contains(Bytes.copyOf(FIRST_ID));
        }

        @Test
        void serversPacket_beforeTheClients_waitsForIt() {
            server(serverInitial(0, crypto(ANSWER, 0, 120)));
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            assertThat(recorder.stream(SERVER_TO_CLIENT, QuicLevel.INITIAL)).isEqualTo(ANSWER);
            assertThat(recorder.datagrams).containsExactly(1L, 0L);
            assertThat(recorder.problems).isEmpty();
        }

        @Test
        void secondPacketOfTheClient_beforeTheFirst_waitsForIt() {
            client(clientInitial(FIRST_ID, SERVER_ID, 1, crypto(HELLO, 1000, 2000)));
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            assertThat(recorder.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).isEqualTo(HELLO);
            assertThat(recorder.earlier).isEmpty();
        }

        @Test
        void retry_changesTheKeysAndRepeatsTheHello() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            server(QuicPackets.retry(QuicVersion.V1, V1, FIRST_ID, CLIENT_ID, SERVER_ID));
            client(clientInitial(SERVER_ID, SERVER_ID, 1, crypto(HELLO, 0, 1000)));
            client(clientInitial(SERVER_ID, SERVER_ID, 2, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(reader.retrySeen()).isTrue();
            assertThat(recorder.earlier).isEmpty();
            assertThat(reader.originalDestinationConnectionId()).contains(Bytes.copyOf(FIRST_ID));
        }

        @Test
        void retry_thatWasNotCaptured_losesNothing() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            client(clientInitial(SERVER_ID, SERVER_ID, 1, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(recorder.earlier).isEmpty();
        }

        @Test
        void retry_ofAnotherConnection_isAProblem() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            server(QuicPackets.retry(QuicVersion.V1, V1, SERVER_ID, CLIENT_ID, SERVER_ID));
            assertThat(reader.retrySeen()).isFalse();
            assertThat(recorder.problems).hasSize(1);
        }

        @Test
        void versionNegotiation_startsAnew() {
            byte[] first = QuicPackets.initial(
                    CLIENT_TO_SERVER,
                    0xff00001d,
                    QuicVersion.DRAFT_29,
                    FIRST_ID,
                    FIRST_ID,
                    CLIENT_ID,
                    0,
                    padded(1100, crypto(ANSWER, 0, 120)));
            client(first);
            server(QuicPackets.versionNegotiation(CLIENT_ID, FIRST_ID, V1, V2));
            client(clientInitial(1, crypto(HELLO, 0, 1000)));
            client(first);
            client(clientInitial(2, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(recorder.earlier).containsExactly(ANSWER);
            assertThat(reader.versionNegotiationSeen()).isTrue();
            assertThat(reader.offeredVersions()).containsExactly(V1, V2);
            assertThat(reader.versions()).containsExactly(0xff00001d, V1);
        }

        @Test
        void serversOtherVersion_isTheSameConnection() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            server(QuicPackets.initial(
                    SERVER_TO_CLIENT,
                    V2,
                    QuicVersion.V2,
                    FIRST_ID,
                    CLIENT_ID,
                    SERVER_ID,
                    0,
                    padded(20, crypto(ANSWER, 0, 120))));
            client(QuicPackets.initial(
                    CLIENT_TO_SERVER,
                    V2,
                    QuicVersion.V2,
                    FIRST_ID,
                    SERVER_ID,
                    CLIENT_ID,
                    1,
                    padded(1100, crypto(HELLO, 1000, 2000))));
            assertHello();
            assertThat(recorder.stream(SERVER_TO_CLIENT, QuicLevel.INITIAL)).isEqualTo(ANSWER);
            assertThat(recorder.earlier).isEmpty();
            assertThat(reader.version()).isEqualTo(V2);
        }

        @Test
        void portsUsedAgain_startAnew() {
            byte[] other = hex("f1f2f3f4f5f6f7f8");
            client(clientInitial(0, crypto(ANSWER, 0, 120)));
            client(clientInitial(other, other, 0, crypto(HELLO, 0, 1000)));
            client(clientInitial(other, other, 1, crypto(HELLO, 1000, 2000)));
            assertHello();
            assertThat(recorder.earlier).containsExactly(ANSWER);
        }

        @Test
        void unknownVersion_isTriedAsTheKnownOnes() {
            for (QuicVersion version : QuicVersion.CANDIDATES) {
                if (!version.hasGooglesFrames()) {
                    Recorder each = new Recorder();
                    byte[] packet = QuicPackets.initial(
                            CLIENT_TO_SERVER,
                            0x3a4a5a6a,
                            version,
                            FIRST_ID,
                            FIRST_ID,
                            CLIENT_ID,
                            0,
                            padded(1200, crypto(ANSWER, 0, 120)));
                    new QuicReader(each, MAX, false).receive(CLIENT_TO_SERVER, packet, 0, packet.length);
                    assertThat(each.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).isEqualTo(ANSWER);
                    assertThat(QuicReader.mayStart(packet, 0, packet.length)).isTrue();
                    assertThat(QuicReader.opensAsClients(packet, 0, packet.length))
                            .isTrue();
                }
            }
        }

        @Test
        void connectionClose_tellsTheAlert() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            server(serverInitial(0, QuicPackets.close(0x100 + 48)));
            assertThat(recorder.closed).containsExactly(0x130L);
        }

        @Test
        void silence_endsTheReading() {
            client(clientInitial(0, crypto(HELLO, 0, 1000)));
            for (int i = 0; i < 64; i++) {
                server(new byte[] {0x41, 1, 2, 3, 4, 5, 6, 7, 8, 9});
            }
            assertThat(reader.isFinished()).isTrue();
            assertThat(reader.footprint()).isZero();
        }
    }

    @Nested
    class LaterLevels {

        private final byte[] serverHandshake = TlsBytes.noise(32, 5);
        private final byte[] serverTraffic = TlsBytes.noise(32, 6);
        private final byte[] random = TlsBytes.noise(32, 7);

        private KeyLog log() {
            HexFormat hex = HexFormat.of();
            return KeyLog.parse("SERVER_HANDSHAKE_TRAFFIC_SECRET " + hex.formatHex(random) + " "
                    + hex.formatHex(serverHandshake) + "\nSERVER_TRAFFIC_SECRET_0 " + hex.formatHex(random) + " "
                    + hex.formatHex(serverTraffic));
        }

        @Test
        void coalescedPackets_ofEachCipher_areOpenedWhenTheSecretsCome() {
            for (PacketCipher cipher : PacketCipher.values()) {
                for (int version : new int[] {V1, V2}) {
                    assertOpens(cipher, version);
                }
            }
        }

        private void assertOpens(PacketCipher cipher, int version) {
            Recorder each = new Recorder();
            QuicReader of = new QuicReader(each, MAX, true);
            QuicVersion keys = version == V1 ? QuicVersion.V1 : QuicVersion.V2;
            byte[] hello = QuicPackets.initial(
                    CLIENT_TO_SERVER,
                    version,
                    keys,
                    FIRST_ID,
                    FIRST_ID,
                    CLIENT_ID,
                    0,
                    padded(1100, crypto(HELLO, 0, 1000)));
            of.receive(CLIENT_TO_SERVER, hello, 0, hello.length);
            byte[] first = Wire.concat(
                    QuicPackets.initial(
                            SERVER_TO_CLIENT, version, keys, FIRST_ID, CLIENT_ID, SERVER_ID, 0, crypto(ANSWER, 0, 120)),
                    QuicPackets.handshake(
                            serverHandshake, cipher, version, CLIENT_ID, SERVER_ID, 0, crypto(HELLO, 0, 900)));
            of.receive(SERVER_TO_CLIENT, first, 0, first.length);
            byte[] second = Wire.concat(
                    QuicPackets.handshake(
                            serverHandshake, cipher, version, CLIENT_ID, SERVER_ID, 1, crypto(HELLO, 900, 2000)),
                    QuicPackets.oneRtt(
                            serverTraffic,
                            cipher,
                            version,
                            CLIENT_ID,
                            0,
                            Wire.concat(new byte[] {0x1e}, crypto(ANSWER, 0, 99))));
            of.receive(SERVER_TO_CLIENT, second, 0, second.length);
            assertThat(each.stream(SERVER_TO_CLIENT, QuicLevel.HANDSHAKE)).isEmpty();
            of.secrets(log(), Bytes.copyOf(random), cipher.suite());
            assertThat(each.stream(SERVER_TO_CLIENT, QuicLevel.HANDSHAKE)).isEqualTo(HELLO);
            assertThat(each.stream(SERVER_TO_CLIENT, QuicLevel.APPLICATION)).isEqualTo(Arrays.copyOf(ANSWER, 99));
            assertThat(each.problems).isEmpty();
            assertThat(each.datagrams).containsExactly(0L, 1L, 1L, 2L, 2L);
        }

        @Test
        void secretsFromTheSink_openTheRestOfTheDatagram() {
            Recorder each = new Recorder();
            QuicReader[] of = new QuicReader[1];
            of[0] = new QuicReader(
                    (direction, level, datagram, bytes, offset, length) -> {
                        each.crypto(direction, level, datagram, bytes, offset, length);
                        if (direction == SERVER_TO_CLIENT && level == QuicLevel.INITIAL) {
                            of[0].secrets(log(), Bytes.copyOf(random), 0x1301);
                        }
                    },
                    MAX,
                    true);
            byte[] hello = clientInitial(0, crypto(HELLO, 0, 1000));
            byte[] answer = Wire.concat(
                    serverInitial(0, crypto(ANSWER, 0, 120)),
                    QuicPackets.handshake(
                            serverHandshake,
                            PacketCipher.AES_128_GCM,
                            V1,
                            CLIENT_ID,
                            SERVER_ID,
                            0,
                            crypto(HELLO, 0, 900)));
            of[0].receive(CLIENT_TO_SERVER, hello, 0, hello.length);
            of[0].receive(SERVER_TO_CLIENT, answer, 0, answer.length);
            assertThat(each.stream(SERVER_TO_CLIENT, QuicLevel.HANDSHAKE)).isEqualTo(Arrays.copyOf(HELLO, 900));
        }

        @Test
        void packets_withoutSecretsToCome_areNotKept() {
            QuicReader of = new QuicReader(recorder, MAX, false);
            byte[] hello = clientInitial(0, crypto(HELLO, 0, 1000));
            of.receive(CLIENT_TO_SERVER, hello, 0, hello.length);
            int before = of.footprint();
            byte[] later = QuicPackets.handshake(
                    serverHandshake, PacketCipher.AES_128_GCM, V1, CLIENT_ID, SERVER_ID, 0, crypto(HELLO, 0, 900));
            of.receive(SERVER_TO_CLIENT, later, 0, later.length);
            assertThat(of.footprint()).isEqualTo(before);
            assertThat(recorder.packets).extracting(QuicPacketInfo::type).contains(QuicPacketType.HANDSHAKE);
        }
    }

    @Nested
    class Robustness {

        @Test
        void aDatagram_cutAnywhere_doesNoHarm() {
            byte[] whole =
                    Wire.concat(clientInitial(0, crypto(HELLO, 0, 1000)), clientInitial(1, crypto(HELLO, 1000, 1500)));
            for (int length = 0; length < whole.length; length++) {
                Recorder each = new Recorder();
                new QuicReader(each, MAX, true).receive(CLIENT_TO_SERVER, whole, 0, length);
                int second = whole.length / 2 + 1;
                assertThat(each.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL).length)
                        .isIn(length < second - 500 ? new Object[] {0, 1000} : new Object[] {0, 1000, 1500});
                QuicReader.mayStart(whole, 0, length);
            }
        }

        @Test
        void anOpenedPacket_cutAnywhere_doesNoHarm() {
            byte[] frames = Wire.concat(
                    QuicPackets.acknowledgement(),
                    crypto(HELLO, 0, 70),
                    QuicPackets.close(7),
                    hex("04010203 050102 07020102 0f0101020304 0a010102 100111010212011301 14011501021601 1701"),
                    hex("18010203010203000102030405060708090a0b0c0d0e0f 1901 1a0102030405060708 1b0102030405060708"),
                    hex("1d0102 0102 1e 1f 3102 0102 40af01020304 42f501 30 01"));
            Recorder all = new Recorder();
            assertThat(walk(frames, frames.length, all)).isNull();
            assertThat(all.stream(CLIENT_TO_SERVER, QuicLevel.APPLICATION)).hasSize(70);
            for (int length = 0; length < frames.length; length++) {
                walk(frames, length, new Recorder());
            }
        }

        private static @Nullable String walk(byte[] frames, int length, Recorder into) {
            return new FrameReader().read(frames, length, false, new FrameReader.Visitor() {
                @Override
                public void crypto(long offset, byte[] bytes, int at, int size) {
                    into.crypto(CLIENT_TO_SERVER, QuicLevel.APPLICATION, 0, bytes, at, size);
                }

                @Override
                public void closed(long errorCode) {
                    into.closed.add(errorCode);
                }
            });
        }

        @Test
        void aFlippedBit_anywhere_doesNoHarm() {
            byte[] whole = clientInitial(0, crypto(HELLO, 0, 1000));
            for (int at = 0; at < whole.length; at++) {
                byte[] broken = whole.clone();
                broken[at] ^= (byte) (1 << at % 8);
                Recorder each = new Recorder();
                QuicReader of = new QuicReader(each, MAX, true);
                of.receive(CLIENT_TO_SERVER, broken, 0, broken.length);
                of.receive(SERVER_TO_CLIENT, broken, 0, broken.length);
                assertThat(each.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL)).isEmpty();
            }
        }

        @Test
        void endlessNewConnections_cannotMakeTheReaderDeriveKeysForEver() {
            byte[] packet = clientInitial(0, crypto(HELLO, 0, 1000));
            client(packet);
            for (int i = 0; i < 200; i++) {
                byte[] forged = packet.clone();
                forged[6] = (byte) i;
                client(forged);
            }
            assertThat(recorder.problems).hasSizeLessThan(40);
            assertThat(reader.footprint()).isLessThan(3 * InitialKeys.FOOTPRINT);
        }
    }

    @Property(tries = 3000)
    void anyBytes_areRead(@ForAll @Size(max = 200) byte[] bytes, @ForAll Direction direction) {
        assertNothingThrown(bytes, direction);
        byte[] framed = Wire.concat(hex("c3000000010801020304050607080000"), bytes);
        assertNothingThrown(framed, direction);
        new FrameReader().read(bytes, bytes.length, bytes.length % 2 == 0, new FrameReader.Visitor() {
            @Override
            public void crypto(long offset, byte[] frames, int at, int size) {
                new CryptoStream(new Budget(1000)).receive(offset, frames, at, size, 0, (d, b, o, l) -> {});
            }

            @Override
            public void closed(long errorCode) {}
        });
    }

    private static void assertNothingThrown(byte[] bytes, Direction direction) {
        QuicReader of = new QuicReader(new Recorder(), 1000, true);
        byte[] before = bytes.clone();
        of.receive(direction, bytes, 0, bytes.length);
        of.secrets(KeyLog.empty(), Bytes.copyOf(new byte[32]), bytes.length);
        of.receive(direction, bytes, 0, bytes.length);
        QuicReader.mayStart(bytes, 0, bytes.length);
        QuicReader.opensAsClients(bytes, 0, bytes.length);
        assertThat(bytes).isEqualTo(before);
        assertThat(of.footprint()).isLessThan(50_000);
    }
}
