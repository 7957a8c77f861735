package dev.interloper.handshake.preamble;

import static dev.interloper.handshake.preamble.Dialogue.hex;
import static dev.interloper.handshake.preamble.Dialogue.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.preamble.Dialogue.Ending;
import dev.interloper.handshake.preamble.Preamble.Outcome;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.Upgrade.Answer;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that may come before TLS. */
class PreambleDialogueTest {

    /** What a PROXY header asks for needs no answer. */
    private static final Set<UpgradeProtocol> UNANSWERED =
            EnumSet.of(UpgradeProtocol.PROXY_V1, UpgradeProtocol.PROXY_V2);

    /** OpenVPN carries TLS in packets of its own: nothing comes before. */
    static Set<UpgradeProtocol> spokenBeforeTls() {
        return EnumSet.complementOf(EnumSet.of(UpgradeProtocol.OPENVPN));
    }

    @Provide
    Arbitrary<UpgradeProtocol> spoken() {
        return Arbitraries.of(spokenBeforeTls());
    }

    static Set<UpgradeProtocol> refusable() {
        return Dialogues.refused().keySet();
    }

    private static void assertTls(Ending ending, Dialogue dialogue) {
        assertThat(ending.client()).isEqualTo(Outcome.TLS);
        assertThat(ending.server()).isEqualTo(Outcome.TLS);
        assertThat(ending.clientAt()).isEqualTo(dialogue.plain(Direction.CLIENT_TO_SERVER));
        assertThat(ending.serverAt()).isEqualTo(dialogue.plain(Direction.SERVER_TO_CLIENT));
        assertThat(ending.restIsTls()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("spokenBeforeTls")
    void accepted_leadsToTls(UpgradeProtocol protocol) {
        Dialogue dialogue = Dialogues.accepted(protocol).tls();

        Ending ending = dialogue.atOnce();

        assertTls(ending, dialogue);
        assertThat(ending.upgrades()).hasSize(1);
        assertThat(ending.upgrade().protocol()).isEqualTo(protocol);
        assertThat(ending.upgrade().attempts()).isEqualTo(1);
        assertThat(ending.upgrade().request().isEmpty()).isFalse();
        assertThat(ending.upgrade().isPipelined()).isFalse();
        assertThat(ending.upgrade().answer()).isEqualTo(UNANSWERED.contains(protocol) ? Answer.NONE : Answer.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("refusable")
    void refused_neverLeadsToTls(UpgradeProtocol protocol) {
        Ending ending = Dialogues.refused(protocol).atOnce();

        assertThat(ending.client()).isNotEqualTo(Outcome.TLS);
        assertThat(ending.server()).isNotEqualTo(Outcome.TLS);
        assertThat(ending.upgrade().protocol()).isEqualTo(protocol);
        assertThat(ending.upgrade().answer()).isEqualTo(Answer.REFUSED);
    }

    @ParameterizedTest
    @MethodSource("spokenBeforeTls")
    void onlyOneDirectionCaptured_stillLeadsToTls(UpgradeProtocol protocol) {
        Dialogue dialogue = Dialogues.accepted(protocol).tls();

        Ending client = dialogue.only(Direction.CLIENT_TO_SERVER).atOnce();
        Ending server = dialogue.only(Direction.SERVER_TO_CLIENT).atOnce();

        assertThat(client.client()).isEqualTo(Outcome.TLS);
        assertThat(client.clientAt()).isEqualTo(dialogue.plain(Direction.CLIENT_TO_SERVER));
        assertThat(server.server()).isEqualTo(Outcome.TLS);
        assertThat(server.serverAt()).isEqualTo(dialogue.plain(Direction.SERVER_TO_CLIENT));
    }

    @Property(tries = 600)
    void cutAnywhere_isTheSame(
            @ForAll("spoken") UpgradeProtocol protocol,
            @ForAll boolean refused,
            @ForAll @IntRange(min = 1, max = 60) int largest,
            @ForAll @IntRange(min = 1, max = 300) int limit,
            @ForAll long seed) {
        boolean refuses = refused && Dialogues.refused().containsKey(protocol);
        Dialogue whole = refuses
                ? Dialogues.refused(protocol)
                : Dialogues.accepted(protocol).tls();

        assertThat(whole.feed(1 << 16, largest, seed)).isEqualTo(whole.atOnce());
        assertThat(whole.feed(limit, largest, seed)).isEqualTo(whole.feed(limit, Integer.MAX_VALUE, 0));
    }

    @Property(tries = 2000)
    void anyBytes_doNoHarm(
            @ForAll("starts") byte[] start, @ForAll byte[] rest, @ForAll byte[] reply, @ForAll long seed) {
        Dialogue dialogue =
                start().client(start).server(reply).client(rest).server(start).client(reply);

        Ending ending = dialogue.feed(1 << 16, 7, seed);

        assertThat(ending.client()).isEqualTo(dialogue.atOnce().client());
        assertThat(ending.server()).isEqualTo(dialogue.atOnce().server());
    }

    @Provide
    Arbitrary<byte[]> starts() {
        return Arbitraries.of(
                        "0401",
                        "0501",
                        "0502",
                        "00000008",
                        "03000026",
                        "30",
                        "fffb",
                        "fffa",
                        "4a000000 0a35",
                        "20000001 0008",
                        "52464220 3030332e",
                        "3c3f786d6c20",
                        "0d0a0d0a000d0a515549540a",
                        "1603",
                        "80",
                        "434f4e4e45435420",
                        "485454502f312e",
                        "32323020",
                        "2a204f4b",
                        "16030100",
                        "",
                        "50524f585920")
                .map(Dialogue::hex);
    }

    @Test
    void everyTruncation_isNoError() {
        for (Dialogue dialogue : Dialogues.accepted().values()) {
            Dialogue whole = dialogue.tls();
            for (int limit = 1; limit < 120; limit++) {
                assertThat(whole.feed(limit, 5, limit)).isNotNull();
            }
        }
    }

    @Nested
    class Limits {

        @Test
        void endlessText_isGivenUp() {
            Dialogue dialogue = start().server("220 x\r\n");
            for (int i = 0; i < 100; i++) {
                dialogue.client("NOOP\r\n");
            }
            Preamble preamble = new Preamble(100);
            byte[] line = "NOOP\r\n".getBytes(StandardCharsets.US_ASCII);
            Outcome outcome = Outcome.NEEDS_MORE;
            for (int i = 0; i < 100; i++) {
                outcome = preamble.receive(Direction.CLIENT_TO_SERVER, line, 0, line.length);
            }

            assertThat(outcome).isEqualTo(Outcome.FOREIGN);
            assertThat(preamble.exceeded(Direction.CLIENT_TO_SERVER)).isTrue();
            assertThat(preamble.exceeded(Direction.SERVER_TO_CLIENT)).isFalse();
            assertThat(dialogue.feed(100, Integer.MAX_VALUE, 0).client()).isEqualTo(Outcome.FOREIGN);
        }

        @Test
        void bodiesAndMessages_areNotHeld() {
            Preamble preamble = new Preamble(1 << 20);
            byte[] head = "CONNECT a:1 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            byte[] reply = "HTTP/1.1 407 no\r\nContent-Length: 900000\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            preamble.receive(Direction.CLIENT_TO_SERVER, head, 0, head.length);
            preamble.receive(Direction.SERVER_TO_CLIENT, reply, 0, reply.length);
            byte[] body = new byte[1000];
            for (int i = 0; i < 800; i++) {
                assertThat(preamble.receive(Direction.SERVER_TO_CLIENT, body, 0, body.length))
                        .isEqualTo(Outcome.NEEDS_MORE);
            }

            assertThat(preamble.footprint()).isLessThan(5000);
        }

        @Test
        void layerUponLayer_isGivenUp() {
            byte[] line = "PROXY UNKNOWN\r\n".repeat(50).getBytes(StandardCharsets.US_ASCII);

            Ending ending = start().client(line).client(Dialogue.CLIENT_TLS).atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.FOREIGN);
            assertThat(ending.upgrades()).hasSize(8);
        }
    }

    @Nested
    class Foreign {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET / HTTP/1.1\r\n",
                    "SSH-2.0-OpenSSH_9.6\r\n",
                    "POST /x HTTP/1.1\r\n",
                    "\u0013BitTorrent protocol",
                    "<policy-file-request/>",
                    "\0\u0001\0\b",
                    "OPTIONS / HTTP/1.1\r\nHost: x\r\n\r\n"
                })
        void otherStarts_areForeignAtOnce(String text) {
            assertThat(start().client(text).atOnce().client()).isEqualTo(Outcome.FOREIGN);
        }

        @Test
        void clientForeign_makesTheReplyForeign() {
            Ending ending = start().client("GET / HTTP/1.1\r\n")
                    .server("HTTP/1.1 200 OK\r\n\r\n")
                    .server(Dialogue.SERVER_TLS)
                    .atOnce();

            assertThat(ending.server()).isEqualTo(Outcome.FOREIGN);
        }

        @Test
        void controlCharacterInText_isForeign() {
            assertThat(start().client("EHLO \u0007\r\n").atOnce().client()).isEqualTo(Outcome.FOREIGN);
        }

        @Test
        void lengthsThatDisagree_areNotTls() {
            byte[] tls = Dialogue.CLIENT_TLS.clone();
            tls[8]++; // the handshake's length; the record's stays
            tls[3] = 0x10;

            assertThat(start().client("HELLO\r\n").client(tls).atOnce().client())
                    .isEqualTo(Outcome.FOREIGN);
        }

        @Test
        void mailBody_isNotSearched() {
            Ending ending = start().server("220 x\r\n")
                    .client("EHLO c\r\nMAIL FROM:<>\r\nRCPT TO:<a>\r\nDATA\r\n")
                    .client(Dialogue.CLIENT_TLS)
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.FOREIGN);
        }
    }

    @Nested
    class Facts {

        @Test
        void smtp_hasBannerRequestAndReply() {
            Upgrade smtp =
                    Dialogues.accepted(UpgradeProtocol.SMTP).tls().atOnce().upgrade();

            assertThat(smtp.banner()).contains("220 mx.example.org ESMTP");
            assertThat(smtp.request().printable()).isEqualTo("STARTTLS\\x0d\\x0a");
            assertThat(smtp.reply().printable()).startsWith("220 2.0.0 Ready");
            assertThat(smtp.status()).isEqualTo(220);
        }

        @Test
        void tunnels_haveTheirTarget() {
            assertThat(Dialogues.accepted(UpgradeProtocol.HTTP_CONNECT)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("www.example.org:443");
            assertThat(Dialogues.accepted(UpgradeProtocol.SOCKS4)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("198.51.100.7:443");
            assertThat(Dialogues.accepted(UpgradeProtocol.SOCKS4A)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("www.example.org:443");
            assertThat(Dialogues.accepted(UpgradeProtocol.SOCKS5)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("www.example.org:443");
            assertThat(Dialogues.accepted(UpgradeProtocol.PROXY_V1)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("198.51.100.7:443");
            assertThat(Dialogues.accepted(UpgradeProtocol.PROXY_V2)
                            .atOnce()
                            .upgrade()
                            .target())
                    .contains("198.51.100.7:443");
        }

        @Test
        void mysql_hasItsVersion() {
            assertThat(Dialogues.accepted(UpgradeProtocol.MYSQL)
                            .atOnce()
                            .upgrade()
                            .banner())
                    .contains("8.0.36");
        }

        @Test
        void login_isNotKept() {
            Upgrade socks = Dialogues.accepted(UpgradeProtocol.SOCKS5).atOnce().upgrade();

            assertThat(socks.request().hex()).doesNotContain("01750170");
        }

        @Test
        void refusedLogins_areCounted() {
            String request = "CONNECT www.example.org:443 HTTP/1.1\r\n\r\n";
            Ending ending = start().client(request)
                    .server(
                            "HTTP/1.1 407 no\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n\u0016\u0003\u0001\r\n\r\n0\r\n\r\n")
                    .client(request)
                    .server("HTTP/1.0 200 OK\r\n\r\n")
                    .tls()
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
            assertThat(ending.server()).isEqualTo(Outcome.TLS);
            assertThat(ending.upgrade().attempts()).isEqualTo(2);
            assertThat(ending.upgrade().status()).isEqualTo(200);
        }
    }

    @Nested
    class Pipelined {

        @Test
        void helloBehindTheRequest_isToldOf() {
            byte[] both = Dialogue.join("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII), Dialogue.CLIENT_TLS);
            Ending ending = start().server("220 x\r\n")
                    .client("EHLO c\r\n")
                    .server("250 x\r\n")
                    .client(both)
                    .server("220 go\r\n")
                    .server(Dialogue.SERVER_TLS)
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
            assertThat(ending.server()).isEqualTo(Outcome.TLS);
            assertThat(ending.upgrade().isPipelined()).isTrue();
        }

        @Test
        void commandBehindTheRequest_isToldOf() {
            Ending ending = start().server("220 x\r\n")
                    .client("EHLO c\r\nSTARTTLS\r\nRSET\r\n")
                    .server("250 x\r\n220 go\r\n")
                    .tls()
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
            assertThat(ending.upgrade().isPipelined()).isTrue();
        }
    }

    @Nested
    class Layers {

        @Test
        void smtpInSocksBehindProxyLine_isFollowed() {
            Ending ending = start().client("PROXY TCP6 2001:db8::1 2001:db8::2 4000 1080\r\n")
                    .client(hex("050100"))
                    .server(hex("0500"))
                    .client(hex("05010001 c6336407 0019"))
                    .server(hex("05000001 00000000 0000"))
                    .server("220 x\r\n")
                    .client("EHLO c\r\n")
                    .server("250 x\r\n")
                    .client("STARTTLS\r\n")
                    .server("220 go\r\n")
                    .tls()
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
            assertThat(ending.server()).isEqualTo(Outcome.TLS);
            assertThat(ending.upgrades())
                    .extracting(Upgrade::protocol)
                    .containsExactly(UpgradeProtocol.PROXY_V1, UpgradeProtocol.SOCKS5, UpgradeProtocol.SMTP);
            assertThat(ending.upgrade().target()).contains("[2001:db8::2]:1080");
        }

        @Test
        void connectInConnect_isFollowed() {
            Ending ending = start().client("CONNECT p2:3128 HTTP/1.1\r\n\r\n")
                    .server("HTTP/1.1 200 OK\r\n\r\n")
                    .client("CONNECT www.example.org:443 HTTP/1.1\r\n\r\n")
                    .server("HTTP/1.1 200 OK\r\n\r\n")
                    .tls()
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
            assertThat(ending.upgrades())
                    .extracting(upgrade -> upgrade.target().orElse(""))
                    .containsExactly("p2:3128", "www.example.org:443");
        }

        @Test
        void oldHelloInATunnel_isTls() {
            byte[] hello = hex("802e 01 0301 0015 0000 0010 010080 030080 0700c0 000004 00000a 000009 000064");
            Ending ending = start().client("CONNECT a:443 HTTP/1.0\r\n\r\n")
                    .client(Dialogue.join(hello, TlsBytes.noise(16, 3)))
                    .atOnce();

            assertThat(ending.client()).isEqualTo(Outcome.TLS);
        }
    }
}
