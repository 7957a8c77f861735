package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Views read in place what the messages copy. */
class ViewTest {

    private static final Provenance NOWHERE = new Provenance(Direction.CLIENT_TO_SERVER, 0, 0, List.of(), List.of());

    private static byte[] body(byte[] message) {
        return Arrays.copyOfRange(message, 4, message.length);
    }

    private static byte[] datagramHello(byte[] cookie) {
        return Wire.of(wire -> wire.u16(0xfefd)
                .raw(TlsBytes.CLIENT_RANDOM)
                .vector8(new byte[] {1, 2, 3})
                .vector8(cookie)
                .vector16(new byte[] {0x13, 0x01})
                .vector8(new byte[] {0})
                .vector16(TlsBytes.serverName("a.example")));
    }

    @Test
    void clientHello_isReadInPlaceInTheMiddleOfAnArray() {
        byte[] message = TlsBytes.clientHello(
                TlsBytes.serverName("a.example"), TlsBytes.extension(43, new byte[] {4, 3, 4, 3, 3}));
        byte[] buffer = Wire.concat(new byte[7], message, new byte[9]);
        ClientHelloView view = new ClientHelloView();

        assertThat(view.reset(buffer, 11, message.length - 4, false)).isTrue();
        assertThat(view.legacyVersion()).isEqualTo(0x0303);
        assertThat(view.random().offset()).isEqualTo(13);
        assertThat(view.random().toBytes()).isEqualTo(Bytes.copyOf(TlsBytes.CLIENT_RANDOM));
        assertThat(view.cipherSuiteCount()).isEqualTo(2);
        assertThat(view.cipherSuite(1)).isEqualTo(0xc02f);
        assertThat(view.serverName().toBytes().printable()).isEqualTo("a.example");
        assertThat(buffer[view.serverName().offset()]).isEqualTo((byte) 'a');
        assertThat(view.supportedVersions().u16(2)).isEqualTo(0x0303);
        assertThat(view.hasExtension(43)).isTrue();
        assertThat(view.hasExtension(16)).isFalse();
        ExtensionCursor extensions = view.extensions();
        assertThat(extensions.next()).isTrue();
        assertThat(extensions.type()).isZero();
        assertThat(extensions.next()).isTrue();
        assertThat(extensions.data().toBytes()).isEqualTo(Bytes.ofHex("0403040303"));
        assertThat(extensions.next()).isFalse();
    }

    @Test
    void clientHelloOfDtls_hasACookie() {
        ClientHello hello = new ClientHello(Bytes.copyOf(datagramHello(new byte[] {9, 8})), NOWHERE, true);

        assertThat(hello.malformation()).isEmpty();
        assertThat(hello.isDatagram()).isTrue();
        assertThat(hello.sessionId()).isEqualTo(Bytes.ofHex("010203"));
        assertThat(hello.cookie()).isEqualTo(Bytes.ofHex("0908"));
        assertThat(hello.cipherSuites()).containsExactly(0x1301);
        assertThat(hello.serverName()).contains("a.example");
    }

    @Test
    void reset_forgetsTheHelloBefore() {
        ClientHelloView view = new ClientHelloView();
        view.reset(Bytes.copyOf(datagramHello(new byte[4])), true);

        assertThat(view.reset(Bytes.ofHex("0303aa"), false)).isFalse();
        assertThat(view.malformation().orElseThrow().toString())
                .isEqualTo("at byte 2 of ClientHello.random: expected 32 bytes, found 1");
        assertThat(view.cookie().isEmpty()).isTrue();
        assertThat(view.cipherSuiteCount()).isZero();
        assertThat(view.hasExtensions()).isFalse();
        assertThat(view.extensions().next()).isFalse();
        assertThat(view.serverName().isEmpty()).isTrue();
    }

    @Test
    void oddCipherSuites_keepTheWholeOnes() {
        byte[] body = Wire.of(
                wire -> wire.u16(0x0303).raw(new byte[32]).vector8(new byte[0]).vector16(new byte[] {0x13, 1, 7}));
        ClientHelloView view = new ClientHelloView();

        assertThat(view.reset(body, 0, body.length, false)).isFalse();
        assertThat(view.malformation().orElseThrow().toString())
                .isEqualTo("at byte 39 of ClientHello.cipher_suites.cipher_suite: expected 2 bytes, found 1");
        assertThat(view.cipherSuiteCount()).isEqualTo(1);
    }

    @Test
    void bodyOutsideOfTheArray_isAProgrammersError() {
        assertThatThrownBy(() -> new ClientHelloView().reset(new byte[3], 2, 2, false))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void serverHello_tellsVersionRetryAndDowngrade() {
        ServerHelloView view = new ServerHelloView();
        byte[] retry = body(TlsBytes.serverHello13(TlsBytes.RETRY_RANDOM));
        byte[] random = TlsBytes.noise(32, 3);
        System.arraycopy(Wire.ascii("DOWNGRD\1"), 0, random, 24, 8);

        assertThat(view.reset(retry, 0, retry.length)).isTrue();
        assertThat(view.isHelloRetryRequest()).isTrue();
        assertThat(view.selectedVersion()).isEqualTo(0x0304);
        assertThat(view.downgradeSentinel()).isEqualTo(-1);
        ServerHello downgraded = new ServerHello(Bytes.copyOf(body(TlsBytes.serverHello(0x0303, random))), NOWHERE);
        assertThat(downgraded.downgradeSentinel()).contains(TlsVersion.TLS_1_2);
        assertThat(downgraded.isHelloRetryRequest()).isFalse();
    }

    @Test
    void serverHelloOfSsl3_hasNoExtensions() {
        byte[] hello = body(TlsBytes.serverHello(0x0300, TlsBytes.SERVER_RANDOM));
        ServerHelloView view = new ServerHelloView();

        assertThat(view.reset(hello, 0, hello.length - 2)).isTrue();
        assertThat(view.hasExtensions()).isFalse();
        assertThat(view.cipherSuite()).isEqualTo(0xc02f);
        assertThat(view.selectedVersion()).isEqualTo(0x0300);
    }

    @Test
    void certificateEntriesOfTls13_haveStapledResponseAndTimestamps() {
        byte[] status = TlsBytes.extension(5, Wire.of(wire -> wire.u8(1).vector24(new byte[] {0x30, 0})));
        byte[] timestamps = TlsBytes.extension(18, new byte[] {0, 1, 7});
        byte[] body = Wire.of(wire -> wire.vector8(new byte[0])
                .vector24(Wire.of(list -> list.vector24(TlsBytes.noise(20, 1))
                        .vector16(Wire.concat(status, timestamps))
                        .vector24(TlsBytes.noise(10, 2))
                        .vector16(new byte[0]))));
        CertificateMessage message = new CertificateMessage(Bytes.copyOf(body), NOWHERE, true);

        assertThat(message.malformation()).isEmpty();
        assertThat(message.entries()).hasSize(2);
        assertThat(message.entries().get(0).ocspResponse()).contains(Bytes.ofHex("3000"));
        assertThat(message.entries().get(0).timestamps()).contains(Bytes.ofHex("000107"));
        assertThat(message.entries().get(1).der()).isEqualTo(Bytes.copyOf(TlsBytes.noise(10, 2)));
        assertThat(message.entries().get(1).extensions()).isEmpty();
    }

    @Test
    void entryWithBrokenExtensions_isKept() {
        byte[] entry =
                Wire.of(wire -> wire.vector24(new byte[] {1, 2}).vector16(new byte[] {0, 5, 0, 1, 9, 0, 18, 0, 3}));
        byte[] body = Wire.of(wire -> wire.vector8(new byte[0]).vector24(entry));
        CertificateMessage message = new CertificateMessage(Bytes.copyOf(body), NOWHERE, true);

        assertThat(message.malformation().orElseThrow().toString())
                .isEqualTo("at byte 20 of Certificate.certificate_list.extensions.extension_data:"
                        + " expected 3 bytes, found 0");
        assertThat(message.entries()).hasSize(1);
        assertThat(message.entries().get(0).extensions())
                .extracting(Extension::type)
                .containsExactly(5);
    }

    @Test
    void rawPublicKeyOfTls12_isTheOnlyEntry() {
        byte[] body = Wire.of(wire -> wire.vector24(TlsBytes.noise(44, 1)));
        CertificateMessage message =
                new CertificateMessage(Bytes.copyOf(body), NOWHERE, CertificateView.Form.RAW_PUBLIC_KEY);

        assertThat(message.malformation()).isEmpty();
        assertThat(message.entries()).hasSize(1);
        assertThat(message.entries().get(0).der()).isEqualTo(Bytes.copyOf(TlsBytes.noise(44, 1)));
    }

    @Property(tries = 2000)
    void anyBytes_areReadWithoutException(@ForAll @Size(max = 120) byte[] noise, @ForAll boolean datagram) {
        ClientHelloView client = new ClientHelloView();
        ServerHelloView server = new ServerHelloView();
        CertificateView certificates = new CertificateView();
        byte[] head = datagram ? datagramHello(new byte[1]) : body(TlsBytes.clientHello());
        byte[] hello = Wire.concat(Arrays.copyOf(head, head.length - 20), noise);

        assertThat(client.reset(noise, 0, noise.length, datagram))
                .isEqualTo(client.malformation().isEmpty());
        assertThat(client.reset(hello, 0, hello.length, datagram))
                .isEqualTo(client.malformation().isEmpty());
        assertThat(client.serverName().length()).isLessThan(hello.length);
        assertThat(client.supportedVersions().length()).isLessThan(hello.length);
        assertThat(server.reset(noise, 0, noise.length))
                .isEqualTo(server.malformation().isEmpty());
        for (CertificateView.Form form : CertificateView.Form.values()) {
            certificates.reset(noise, 0, noise.length, form);
            int entries = 0;
            while (certificates.next()) {
                entries++;
                assertThat(certificates.der().toBytes().length())
                        .isEqualTo(certificates.der().length());
            }
            assertThat(entries).isEqualTo(certificates.count());
        }
    }
}
