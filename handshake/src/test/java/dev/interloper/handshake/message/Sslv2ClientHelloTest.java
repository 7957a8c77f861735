package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class Sslv2ClientHelloTest {

    private static final Provenance PLACE = new Provenance(Direction.CLIENT_TO_SERVER, 0, 0, List.of(), List.of());
    private static final String HELLO =
            "01 0301 0009 0000 0010 010080 000005 0000ff 000102030405060708090a0b0c0d0e0f".replace(" ", "");

    @Test
    void parse_wellFormed_hasAllFields() {
        Sslv2ClientHello hello = Sslv2ClientHello.parse(Bytes.ofHex(HELLO), PLACE);

        assertThat(hello.malformation()).isEmpty();
        assertThat(hello.version()).isEqualTo(TlsVersion.TLS_1_0);
        assertThat(hello.cipherSpecs()).containsExactly(0x010080, 5, 0xff);
        assertThat(hello.cipherSuites()).containsExactly(5, 0xff);
        assertThat(hello.sessionId().isEmpty()).isTrue();
        assertThat(hello.challenge().hex()).isEqualTo("000102030405060708090a0b0c0d0e0f");
        assertThat(hello.random().hex()).isEqualTo("0".repeat(32) + "000102030405060708090a0b0c0d0e0f");
    }

    @Test
    void parse_truncatedAnywhere_isMalformed() {
        Bytes whole = Bytes.ofHex(HELLO);
        for (int length = 0; length < whole.length(); length++) {
            assertThat(Sslv2ClientHello.parse(whole.slice(0, length), PLACE).malformation())
                    .as("%d bytes", length)
                    .isPresent();
        }
    }

    @Test
    void parse_specsNotInThrees_keepsTheWholeOnes() {
        Sslv2ClientHello hello = Sslv2ClientHello.parse(Bytes.ofHex("01000200040000000001008000"), PLACE);

        assertThat(hello.malformation()).isPresent();
        assertThat(hello.cipherSpecs()).containsExactly(0x010080);
    }
}
