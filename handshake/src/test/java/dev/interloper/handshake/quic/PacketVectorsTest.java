package dev.interloper.handshake.quic;

import static dev.interloper.handshake.quic.QuicPackets.hex;
import static dev.interloper.handshake.stream.Direction.CLIENT_TO_SERVER;
import static dev.interloper.handshake.stream.Direction.SERVER_TO_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Wire;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The packets of RFC 9001 appendix A and RFC 9369 appendix A. */
class PacketVectorsTest {

    private static final byte[] ID = hex("8394c8f03e515708");

    private static final byte[] CLIENT_FRAMES = hex("060040f1010000ed0303ebf8fa56f12939b9584a3896472ec40bb863cfd3e868"
            + "04fe3a47f06a2b69484c00000413011302010000c000000010000e00000b6578"
            + "616d706c652e636f6dff01000100000a00080006001d00170018001000070005"
            + "04616c706e000500050100000000003300260024001d00209370b2c9caa47fba"
            + "baf4559fedba753de171fa71f50f1ce15d43e994ec74d748002b000302030400"
            + "0d0010000e0403050306030203080408050806002d00020101001c0002400100"
            + "3900320408ffffffffffffffff05048000ffff07048000ffff08011001048000"
            + "75300901100f088394c8f03e51570806048000ffff");

    private static final byte[] SERVER_FRAMES = hex("02000000000600405a020000560303eefce7f7b37ba1d1632e96677825ddf739"
            + "88cfc79825df566dc5430b9a045a1200130100002e00330024001d00209d3c94"
            + "0d89690b84d08a60993c144eca684d1081287c834d5311bcf32bb9da1a002b00"
            + "020304");

    private static final byte[] SERVER_V1 = hex("cf000000010008f067a5502a4262b5004075c0d95a482cd0991cd25b0aac406a"
            + "5816b6394100f37a1c69797554780bb38cc5a99f5ede4cf73c3ec2493a1839b3"
            + "dbcba3f6ea46c5b7684df3548e7ddeb9c3bf9c73cc3f3bded74b562bfb19fb84"
            + "022f8ef4cdd93795d77d06edbb7aaf2f58891850abbdca3d20398c276456cbc4"
            + "2158407dd074ee");

    private static final byte[] SERVER_V2 = hex("dc6b3343cf0008f067a5502a4262b5004075d92faaf16f05d8a4398c47089698"
            + "baeea26b91eb761d9b89237bbf87263017915358230035f7fd3945d88965cf17"
            + "f9af6e16886c61bfc703106fbaf3cb4cfa52382dd16a393e42757507698075b2"
            + "c984c707f0a0812d8cd5a6881eaf21ceda98f4bd23f6fe1a3e2c43edd9ce7ca8"
            + "4bed8521e2e140");

    private final Recorder recorder = new Recorder();
    private final QuicReader reader = new QuicReader(recorder, 1 << 16, false);

    private static byte[] clientInitial(QuicVersion version, int number) {
        byte[] frames = Arrays.copyOf(CLIENT_FRAMES, 1162);
        return QuicPackets.initial(CLIENT_TO_SERVER, number, version, ID, ID, new byte[0], 2, frames);
    }

    @Test
    void clientInitial_ofVersion1_isBuiltAsInTheRfcAndRead() {
        byte[] packet = clientInitial(QuicVersion.V1, QuicPackets.V1);
        assertThat(Wire.concat(Arrays.copyOf(packet, 32), Arrays.copyOfRange(packet, 1168, 1200)))
                .isEqualTo(hex("c000000001088394c8f03e5157080000449e7b9aec34d1b1c98dd7689fb8ec11"
                        + "8b4c8d169a44e55c88d4a9a7f9474241e221af44860018ab0856972e194cd934"));
        assertReadsHandshake(packet, SERVER_V1);
    }

    @Test
    void clientInitial_ofVersion2_isBuiltAsInTheRfcAndRead() {
        byte[] packet = clientInitial(QuicVersion.V2, QuicPackets.V2);
        assertThat(Arrays.copyOf(packet, 38))
                .isEqualTo(hex("d76b3343cf088394c8f03e5157080000449ea0c95e82ffe67b6abcdb4298b485dd04de806071"));
        assertThat(Arrays.copyOfRange(packet, 1184, 1200)).isEqualTo(hex("a18b2faa745b6fe189cf772a9f84cbfc"));
        assertReadsHandshake(packet, SERVER_V2);
    }

    private void assertReadsHandshake(byte[] client, byte[] server) {
        reader.receive(CLIENT_TO_SERVER, client, 0, client.length);
        reader.receive(SERVER_TO_CLIENT, server, 0, server.length);
        assertThat(recorder.problems).isEmpty();
        assertThat(recorder.stream(CLIENT_TO_SERVER, QuicLevel.INITIAL))
                .isEqualTo(Arrays.copyOfRange(CLIENT_FRAMES, 4, CLIENT_FRAMES.length));
        assertThat(recorder.stream(SERVER_TO_CLIENT, QuicLevel.INITIAL))
                .isEqualTo(Arrays.copyOfRange(SERVER_FRAMES, 9, SERVER_FRAMES.length));
        assertThat(recorder.packets).extracting(QuicPacketInfo::number).containsExactly(2L, 1L);
        assertThat(QuicReader.mayStart(client, 0, client.length)).isTrue();
        assertThat(QuicReader.opensAsClients(client, 0, client.length)).isTrue();
        assertThat(QuicReader.mayStart(server, 0, server.length)).isFalse();
    }

    @Test
    void retry_ofEitherVersion_answersTheOriginalId() {
        byte[] v1 = hex("ff000000010008f067a5502a4262b5746f6b656e04a265ba2eff4d829058fb3f0f2496ba");
        byte[] v2 = hex("cf6b3343cf0008f067a5502a4262b5746f6b656ec8646ce8bfe33952d955543665dcc7b6");
        assertThat(RetryIntegrity.holds(QuicVersion.V1, ID, v1, 0, v1.length)).isTrue();
        assertThat(RetryIntegrity.holds(QuicVersion.V2, ID, v2, 0, v2.length)).isTrue();
        assertThat(RetryIntegrity.holds(QuicVersion.V2, ID, v1, 0, v1.length)).isFalse();
        assertThat(RetryIntegrity.holds(QuicVersion.V1, hex("8394c8f03e515709"), v1, 0, v1.length))
                .isFalse();
    }

    @Test
    void shortHeader_withChaCha20_isOpened() throws GeneralSecurityException {
        byte[] secret = hex("9ac312a7f877468ebe69422748ad00a15443f18203a07d6060f688f30f21632b");
        assertOpens(secret, "quic ", hex("4cfe4189655e5cd55c41f69080575d7999c25a5bfb"));
        assertOpens(secret, "quicv2 ", hex("5558b1c60ae7b6b932bc27d786f4bc2bb20f2162ba"));
    }

    private static void assertOpens(byte[] secret, String labels, byte[] packet) throws GeneralSecurityException {
        PacketProtection protection = new PacketProtection(secret, PacketCipher.CHACHA20_POLY1305, labels);
        byte[] frames = new byte[packet.length];
        for (int again = 0; again < 2; again++) {
            assertThat(protection.open(packet, 0, 1, packet.length, 654_360_563, frames))
                    .isEqualTo(1);
            assertThat(frames[0]).isEqualTo((byte) 1);
            assertThat(protection.number()).isEqualTo(654_360_564);
        }
    }

    @Test
    void packetNumber_isCompletedAsInRfc9000() {
        assertThat(PacketProtection.complete(0x9b32, 16, 0xa82f30eaL + 1)).isEqualTo(0xa82f9b32L);
        assertThat(PacketProtection.complete(0xff, 8, 0x100)).isEqualTo(0xff);
        assertThat(PacketProtection.complete(0x00, 8, 0xff)).isEqualTo(0x100);
        assertThat(PacketProtection.complete(0xff, 8, 0)).isEqualTo(0xff);
    }

    @Test
    void variableLengthIntegers_areReadAsInRfc9000() {
        assertThat(Varint.read(hex("c2197c5eff14e88c"), 0, 8)).isEqualTo(151_288_809_941_952_652L);
        assertThat(Varint.read(hex("9d7f3e7d"), 0, 4)).isEqualTo(494_878_333);
        assertThat(Varint.read(hex("7bbd"), 0, 2)).isEqualTo(15_293);
        assertThat(Varint.read(hex("25"), 0, 1)).isEqualTo(37);
        assertThat(Varint.read(hex("4025"), 0, 2)).isEqualTo(37);
        assertThat(Varint.read(hex("4025"), 0, 1)).isEqualTo(-1);
        assertThat(Varint.read(hex("25"), 1, 1)).isEqualTo(-1);
    }
}
