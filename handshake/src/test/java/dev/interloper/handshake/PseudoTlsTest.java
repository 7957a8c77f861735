package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.message.Sslv2ClientHello;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PseudoTlsTest {

    private static final String RANDOM = "c1fcd5a36d93dd7e0b45673fec7985fbbc3fd660c2ce8485081b8121bcaa10fb";
    private static final String OTHER = "00".repeat(32);

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @Nested
    class Microsoft {

        private static byte[] hello(String random) {
            return hex("160301002d 01000029 0301" + random + "00 0002 0018 01 00");
        }

        private static String serverHello(String suite) {
            return "02000046 0301" + OTHER + "20" + OTHER + suite + "00";
        }

        private static PseudoTls.Reply reply(String hex) {
            Feed feed = Feed.atOnce().client(hello(RANDOM)).server(hex(hex));
            return PseudoTls.of(feed.handshake()).orElseThrow().reply();
        }

        @Test
        void hello_isRecognised() {
            PseudoTls pseudo = PseudoTls.of(Feed.atOnce().client(hello(RANDOM)).handshake())
                    .orElseThrow();

            assertThat(pseudo.dialect()).isEqualTo(PseudoTls.Dialect.MICROSOFT);
            assertThat(pseudo.hasUsualRandom()).isTrue();
            assertThat(pseudo.reply()).isEqualTo(PseudoTls.Reply.NONE);
        }

        @Test
        void otherRandom_isRecognisedToo() {
            PseudoTls pseudo =
                    PseudoTls.of(Feed.atOnce().client(hello(OTHER)).handshake()).orElseThrow();

            assertThat(pseudo.hasUsualRandom()).isFalse();
        }

        @Test
        void prescribedReply_isExact() {
            assertThat(reply("160301004e" + serverHello("0018") + "0e000000")).isEqualTo(PseudoTls.Reply.EXACT);
        }

        @Test
        void otherReplies_areTold() {
            assertThat(reply("160301004a" + serverHello("0018") + "1603010004 0e000000"))
                    .isEqualTo(PseudoTls.Reply.OTHER);
            assertThat(reply("160301004e" + serverHello("002f") + "0e000000")).isEqualTo(PseudoTls.Reply.OTHER);
            assertThat(reply("1503010002 0228")).isEqualTo(PseudoTls.Reply.ALERT);
        }

        @Test
        void ordinaryHello_isNotPseudo() {
            assertThat(PseudoTls.of(
                            Feed.atOnce().client(TlsBytes.clientFlight()).handshake()))
                    .isEmpty();
        }
    }

    @Nested
    class Google {

        private static final String HELLO = "01 0301 002d 0000 0010"
                + "010080 030080 0700c0 060040 020080 040080 000004 00feff 00000a 00fefe 000009 000064 000062 000003 000006"
                + "1f170ca62f0078fc46552eb18339f1ea";
        private static final String REPLY = "0301428545a727a95da0b3c5e753da482b3fc65aca89c15852a1783c5b174600853f20"
                + "0ed306725b5b1b5f15ac13f988539d9be83d7b0c30326e384da27557416c345c000400";

        private static HandshakeMessage hello(String hex) {
            Provenance place = new Provenance(Direction.CLIENT_TO_SERVER, 0, 72, List.of(), List.of());
            return Sslv2ClientHello.parse(Bytes.copyOf(hex(hex)), place);
        }

        private static HandshakeMessage serverHello(String hex) {
            TlsRecord record = new TlsRecord(
                    Direction.SERVER_TO_CLIENT, 0, ContentType.HANDSHAKE, TlsVersion.TLS_1_0, 0, 5, 74, false);
            return MessageParser.parse(
                    HandshakeType.SERVER_HELLO,
                    Bytes.ofHex(hex),
                    new Provenance(Direction.SERVER_TO_CLIENT, 5, 79, List.of(record), List.of()));
        }

        @Test
        void constantReply_isExact() {
            PseudoTls pseudo = PseudoTls.of(List.of(hello(HELLO), serverHello(REPLY)), List.of())
                    .orElseThrow();

            assertThat(pseudo.dialect()).isEqualTo(PseudoTls.Dialect.GOOGLE);
            assertThat(pseudo.hasUsualRandom()).isTrue();
            assertThat(pseudo.reply()).isEqualTo(PseudoTls.Reply.EXACT);
        }

        @Test
        void replyWithAnotherRandom_isOther() {
            PseudoTls pseudo = PseudoTls.of(
                            List.of(hello(HELLO), serverHello(REPLY.replace("428545a7", "428545a8"))), List.of())
                    .orElseThrow();

            assertThat(pseudo.reply()).isEqualTo(PseudoTls.Reply.OTHER);
        }

        @Test
        void otherSpecs_areNotPseudo() {
            assertThat(PseudoTls.of(List.of(hello(HELLO.replace("000006", "000007"))), List.of()))
                    .isEmpty();
        }
    }
}
