package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class StartTlsTest {

    /** What a server says first, and to each line. */
    static List<Arguments> dialogues() {
        return List.of(
                Arguments.of(
                        UpgradeProtocol.SMTP,
                        "220-mail\r\n220 ready\r\n",
                        List.of("250-mail\r\n250 STARTTLS\r\n", "220 go\r\n")),
                Arguments.of(UpgradeProtocol.LMTP, "220 ready\r\n", List.of("250 STARTTLS\r\n", "220 go\r\n")),
                Arguments.of(UpgradeProtocol.FTP, "220 ready\r\n", List.of("234 go\r\n")),
                Arguments.of(UpgradeProtocol.NNTP, "200 ready\r\n", List.of("382 go\r\n")),
                Arguments.of(UpgradeProtocol.POP3, "+OK ready\r\n", List.of("+OK go\r\n")),
                Arguments.of(UpgradeProtocol.IMAP, "* OK ready\r\n", List.of("* BYTHEWAY\r\na OK go\r\n")),
                Arguments.of(
                        UpgradeProtocol.MANAGESIEVE,
                        "\"IMPLEMENTATION\" \"peer\"\r\n\"STARTTLS\"\r\nOK\r\n",
                        List.of("OK go\r\n")));
    }

    private static Exchange ask(UpgradeProtocol protocol, Peer.Talk talk) {
        try (Peer peer = Peer.that(talk)) {
            return peer.probe()
                    .only(HANDSHAKE)
                    .startTls(protocol)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();
        }
    }

    private static void tls(Socket socket) throws Exception {
        Peer.serve(Peer.context(Peer.LEAF, TestPki.key("leaf")), socket, any -> {});
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void aServer_thatAgrees_isShakenHandsWith(UpgradeProtocol protocol, String greeting, List<String> replies) {
        Exchange seen = ask(protocol, socket -> {
            Peer.say(socket, greeting);
            for (String reply : replies) {
                Peer.line(socket.getInputStream());
                Peer.say(socket, reply);
            }
            tls(socket);
        });

        assertThat(seen.failure()).isEmpty();
        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.chain().leaf()).contains(Peer.LEAF);
        assertThat(seen.received().at(0)).isEqualTo(22);
        assertThat(seen.handshake().map(Handshake::upgrades).orElseThrow())
                .singleElement()
                .satisfies(way -> assertThat(way.protocol()).isEqualTo(protocol))
                .satisfies(way -> assertThat(way.answer()).isEqualTo(Upgrade.Answer.ACCEPTED));
    }

    @Test
    void postgresql_thatAgrees_isShakenHandsWith() {
        Exchange seen = ask(UpgradeProtocol.POSTGRESQL, socket -> {
            socket.getInputStream().readNBytes(8);
            Peer.say(socket, "S");
            tls(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void ldap_thatAgrees_isShakenHandsWith() {
        Exchange seen = ask(UpgradeProtocol.LDAP, socket -> {
            socket.getInputStream().readNBytes(31);
            socket.getOutputStream()
                    .write(Bytes.ofHex("300c02010178070a010004000400").toByteArray());
            tls(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void mysql_thatAgrees_isShakenHandsWith() {
        byte[] greeting = Flights.join(
                new byte[] {10},
                Peer.ascii("8.0.36\0"),
                new byte[4 + 8 + 1],
                new byte[] {(byte) 0xff, (byte) 0xff, 33, 2, 0, (byte) 0xff, (byte) 0xc1, 21},
                new byte[10 + 13]);
        Exchange seen = ask(UpgradeProtocol.MYSQL, socket -> {
            socket.getOutputStream().write(Flights.join(new byte[] {(byte) greeting.length, 0, 0, 0}, greeting));
            byte[] request = socket.getInputStream().readNBytes(36);
            assertThat(request[5] & 8).isEqualTo(8);
            tls(socket);
        });

        assertThat(seen.failure()).isEmpty();
        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.handshake().map(Handshake::upgrades).orElseThrow()).isNotEmpty();
    }

    @Test
    void xmpp_thatAgrees_isShakenHandsWith() {
        Exchange seen = ask(UpgradeProtocol.XMPP, socket -> {
            Peer.line(socket.getInputStream());
            Peer.say(socket, "<?xml version='1.0'?><stream:stream><stream:features><starttls/></stream:features>");
            Peer.line(socket.getInputStream());
            Peer.say(socket, "<proceed xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
            tls(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
    }

    @Test
    void aServer_thatDeclines_isNotTlsAndQuoted() {
        Exchange seen = ask(UpgradeProtocol.SMTP, socket -> {
            Peer.say(socket, "220 ready\r\n");
            Peer.line(socket.getInputStream());
            Peer.say(socket, "250 mail\r\n");
            Peer.line(socket.getInputStream());
            Peer.say(socket, "502 no \u001b[31mTLS\r\n");
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.NOT_TLS);
        assertThat(seen.failure().orElseThrow()).contains("502 no").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @EnumSource(names = {"SMTP", "IMAP", "POP3", "FTP", "NNTP", "MANAGESIEVE", "LDAP", "XMPP", "POSTGRESQL", "MYSQL"})
    void aServer_thatNeverEndsItsLines_reachesALimitOrIsRefused(UpgradeProtocol protocol) {
        Exchange seen = ask(protocol, socket -> {
            while (true) {
                socket.getOutputStream().write(Peer.ascii("2".repeat(1000)));
            }
        });

        assertThat(seen.ending()).isIn(Ending.LIMIT_REACHED, Ending.NOT_TLS);
        assertThat(seen.failure().orElseThrow().length()).isLessThan(400);
    }
}
