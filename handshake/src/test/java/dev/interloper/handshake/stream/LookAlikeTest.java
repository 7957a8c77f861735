package dev.interloper.handshake.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.wire.Bytes;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikeTest {

    private static Optional<LookAlike> client(String hex) {
        return LookAlike.ofStart(Direction.CLIENT_TO_SERVER, Bytes.ofHex(hex.replace(" ", "")));
    }

    @ParameterizedTest
    @CsvSource({
        "CLIENT_TO_SERVER, SSH-2.0-x, SSH",
        "SERVER_TO_CLIENT, SSH-2.0-x, SSH",
        "CLIENT_TO_SERVER, GET / HTTP/1.1, HTTP",
        "SERVER_TO_CLIENT, HTTP/1.1 302 Found, HTTP",
        "SERVER_TO_CLIENT, HTTP/1.1 400 Bad Request, HTTP_BAD_REQUEST",
        "SERVER_TO_CLIENT, <html><head><title>400 Bad Request</title>, HTTP_BAD_REQUEST",
        "SERVER_TO_CLIENT, 220 mx ESMTP, SMTP_OR_FTP",
        "SERVER_TO_CLIENT, * OK ready, IMAP",
        "SERVER_TO_CLIENT, +OK ready, POP3"
    })
    void ofStart_text_isNamed(Direction direction, String text, LookAlike expected) {
        assertThat(LookAlike.ofStart(direction, Bytes.copyOf(Wire.ascii(text)))).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16030100 2d010000290301 00000000000000000000000000000000 00000000000000000000000000000000 00000200180100,"
                + "PSEUDO_TLS_MICROSOFT",
        "8046010301002d00000010 010080 030080 0700c0 060040 020080 040080 000004 00feff 00000a 00fefe 000009 000064"
                + " 000062 000003 000006 0000, PSEUDO_TLS_GOOGLE",
        "1703030040 0000, ZEROTIER",
        "0001 0008 2112a442 00, STUN",
        "001c 0001 0008 2112a442 00, STUN_FRAMED",
        "000e 38 0000, OPENVPN",
        "13426974546f7272656e742070726f746f636f6c 00, BITTORRENT"
    })
    void ofStart_binary_isNamed(String hex, LookAlike expected) {
        assertThat(client(hex)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16030100 2d010000290301 00000000000000000000000000000000 00000000000000000000000000000000 00000200190100",
        "001c 0001 000c 2112a442 00",
        "0001 0008 2112a443 00",
        "000d 38 0000",
        "1603010005"
    })
    void ofStart_almost_isNotNamed(String hex) {
        assertThat(client(hex)).isEmpty();
    }

    @Test
    void ofStart_tls_isNotNamed() {
        assertThat(LookAlike.ofStart(Direction.CLIENT_TO_SERVER, Bytes.copyOf(TlsBytes.clientFlight())))
                .isEmpty();
        assertThat(LookAlike.ofStart(Direction.SERVER_TO_CLIENT, Bytes.copyOf(TlsBytes.serverFlight(9))))
                .isEmpty();
    }

    @Property(tries = 1000)
    void ofStart_anyBytes_doesNotThrow(@ForAll Direction direction, @ForAll byte[] bytes) {
        assertThat(LookAlike.ofStart(direction, Bytes.copyOf(bytes))).isNotNull();
    }
}
