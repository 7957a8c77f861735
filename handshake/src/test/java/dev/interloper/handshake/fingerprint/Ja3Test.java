package dev.interloper.handshake.fingerprint;

import static dev.interloper.handshake.fingerprint.Hellos.empty;
import static dev.interloper.handshake.fingerprint.Hellos.hello;
import static dev.interloper.handshake.fingerprint.Hellos.list16;
import static dev.interloper.handshake.fingerprint.Hellos.server;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import org.junit.jupiter.api.Test;

class Ja3Test {

    private static final byte[] FORMATS = TlsBytes.extension(11, new byte[] {2, 0, 1});

    @Test
    void of_helloWithoutExtensions_keepsTheCommas() {
        assertThat(Ja3.of(hello(0x0303, new int[] {47})))
                .isEqualTo(new Ja3("771,47,,,", "fde4273625b2ac63bd01d9c500dac91b"));
    }

    @Test
    void of_greaseEverywhere_isLeftOut() {
        Ja3 ja3 = Ja3.of(hello(
                0x0301,
                new int[] {0x2a2a, 4865, 47},
                empty(0xdada),
                empty(23),
                list16(10, 0x3a3a, 29, 257),
                FORMATS,
                empty(0)));

        assertThat(ja3.text()).isEqualTo("769,4865-47,23-10-11-0,29-257,0-1");
    }

    @Test
    void sorted_ordersTheExtensionsOnly() {
        Ja3 ja3 = Ja3.sorted(hello(0x0303, new int[] {4867, 4865}, empty(65281), list16(10, 29, 23), empty(0)));

        assertThat(ja3.text()).isEqualTo("771,4867-4865,0-10-65281,29-23,");
    }

    @Test
    void of_listsThatAreCutShort_areReadAsFarAsTheyGo() {
        Ja3 ja3 = Ja3.of(
                hello(TlsBytes.extension(10, new byte[] {0, 9, 0, 29, 0}), TlsBytes.extension(11, new byte[] {5, 0})));

        assertThat(ja3.text()).isEqualTo("771,4865,10-11,29,0");
    }

    @Test
    void of_server() {
        assertThat(Ja3s.of(server(empty(65281), empty(11))).text()).isEqualTo("771,49199,65281-11");
        assertThat(Ja3s.of(server()).text()).isEqualTo("771,49199,");
    }
}
