package dev.interloper.handshake.fingerprint;

import static dev.interloper.handshake.fingerprint.Hellos.body;
import static dev.interloper.handshake.fingerprint.Hellos.empty;
import static dev.interloper.handshake.fingerprint.Hellos.hello;
import static dev.interloper.handshake.fingerprint.Hellos.list16;
import static dev.interloper.handshake.fingerprint.Hellos.server;
import static dev.interloper.handshake.fingerprint.Hellos.versions;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class NpfTest {

    private static final Provenance NOWHERE = new Provenance(Direction.CLIENT_TO_SERVER, 0, 0, List.of(), List.of());

    private static final byte[][] EXTENSIONS = {
        empty(0x5a5a),
        versions(0x6a6a, 0x0304),
        TlsBytes.serverName("a.example"),
        list16(10, 0x8a8a, 29),
        empty(0x15),
        empty(0x4469),
        empty(0xff01),
        empty(0xff2b),
        TlsBytes.extension(0x39, new byte[] {4, 1, 9, 0x40, 0x3a, 1, 9, 1, 0})
    };

    private static ClientHello client() {
        return (ClientHello) MessageParser.parse(
                new HandshakeType(1), Bytes.copyOf(body(0x0303, new int[] {0xbaba, 0x1301}, EXTENSIONS)), NOWHERE);
    }

    @Test
    void of_keepsTheOrderOfTheWire() {
        assertThat(Npf.of(client()))
                .hasToString("tls/(0303)(0a0a1301)((0a0a)(002b0005040a0a0304)(0000)(000a000600040a0a001d)(0015)(4469)"
                        + "(ff01)(ff2b)(0039))");
    }

    @Test
    void sorted_ordersByNumber() {
        assertThat(Npf.sorted(client()))
                .hasToString("tls/1/(0303)(0a0a1301)[(0000)(000a000600040a0a001d)(0015)(002b0005040a0a0304)(0039)(0a0a)"
                        + "(4469)(ff01)(ff2b)]");
    }

    @Test
    void selected_leavesOutPaddingAndPutsUnknownNumbersTogether() {
        assertThat(Npf.selected(client()))
                .hasToString("tls/2/(0303)(0a0a1301)[(0000)(000a000600040a0a001d)(002b0005040a0a0304)(0039)(003e)(0a0a)"
                        + "(ff00)(ff01)]");
    }

    @Test
    void selected_moreThanThreeOfAKind_areThree() {
        byte[][] extensions = {
            empty(0x3f), empty(0xff2b), empty(0x1a1a), empty(0x2a2a), empty(0xff2b), empty(0xff2c), empty(0xff2b)
        };
        ClientHello hello = (ClientHello) MessageParser.parse(
                new HandshakeType(1), Bytes.copyOf(body(0x0303, new int[] {1}, extensions)), NOWHERE);

        assertThat(Npf.selected(hello)).hasToString("tls/2/(0303)(0001)[(003e)(0a0a)(0a0a)(ff00)(ff00)(ff00)]");
        assertThat(Npf.sorted(hello)).hasToString("tls/1/(0303)(0001)[(003f)(0a0a)(0a0a)(ff2b)(ff2b)(ff2b)(ff2c)]");
    }

    @Test
    void quic_namesTheTransportParametersSorted() {
        assertThat(Npf.quic(client(), 0xff00001d).text())
                .startsWith("quic/(ff00001d)(0303)(0a0a1301)[(0000)")
                .contains("((0039)[(01)(04)(1b)])");
        assertThat(Npf.selectedQuic(client(), 1).text())
                .startsWith("quic/1/(00000001)(0303)(0a0a1301)[(0000)")
                .contains("((0039)[(01)(04)(1b)])(003e)");
    }

    @Test
    void of_helloWithoutExtensions_hasAnEmptyList() {
        ClientHello hello = (ClientHello)
                MessageParser.parse(new HandshakeType(1), Bytes.copyOf(body(0x0301, new int[] {0x2f})), NOWHERE);

        assertThat(Npf.of(hello)).hasToString("tls/(0301)(002f)()");
        assertThat(Npf.of(hello).hash()).matches("[0-9a-f]{32}");
    }

    @Test
    void of_server_keepsOneVersion() {
        byte[] selected = TlsBytes.extension(43, new byte[] {3, 4});

        assertThat(new NpfText(false).server(server(empty(51), selected)))
                .isEqualTo("tls_server/(0303)(c02f)((0033)(002b00020304))");
    }

    @Test
    void client_ofDtls() {
        assertThat(new NpfText(true)
                        .client("dtls/1/", hello(0xfefd, new int[] {0xc02c}, empty(0x16)), NpfText.Form.SORTED))
                .isEqualTo("dtls/1/(fefd)(c02c)[(0016)]");
    }
}
