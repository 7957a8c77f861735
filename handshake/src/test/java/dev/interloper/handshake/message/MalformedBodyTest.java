package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.Malformation;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Bodies that are not what their type says: what is wrong is told, and what came before it is there. */
class MalformedBodyTest {

    private static final Provenance NOWHERE = new Provenance(Direction.SERVER_TO_CLIENT, 0, 0, List.of(), List.of());

    private static HandshakeMessage parse(int type, byte[] body, TlsVersion version) {
        return MessageParser.parse(new HandshakeType(type), Bytes.copyOf(body), NOWHERE, version);
    }

    private static HandshakeMessage parseUnknownVersion(int type, byte[] body) {
        return MessageParser.parse(new HandshakeType(type), Bytes.copyOf(body), NOWHERE);
    }

    private static byte[] body(byte[] message) {
        return Arrays.copyOfRange(message, 4, message.length);
    }

    private static byte[] cut(byte[] message, int fromEnd) {
        byte[] body = body(message);
        return Arrays.copyOf(body, body.length - fromEnd);
    }

    @Test
    void clientHelloCutInAnExtension_keepsTheFieldsBefore() {
        byte[] hello = TlsBytes.clientHello(TlsBytes.serverName("a.example"), TlsBytes.extension(16, new byte[9]));
        byte[] body = body(hello);
        body[body.length - 10] = 20; // the length of the second extension's contents
        ClientHello parsed = (ClientHello) parse(1, body, TlsVersion.TLS_1_2);
        Malformation wrong = parsed.malformation().orElseThrow();

        assertThat(wrong.path()).isEqualTo("ClientHello.extensions.extension_data");
        assertThat(wrong.offset()).isEqualTo(body.length - 9);
        assertThat(wrong.expected()).isEqualTo("20 bytes");
        assertThat(wrong.found()).isEqualTo("9");
        assertThat(parsed.serverName()).contains("a.example");
        assertThat(parsed.random().toByteArray()).isEqualTo(TlsBytes.CLIENT_RANDOM);
        assertThat(parsed.cipherSuites()).containsExactly(0x1301, 0xc02f);
    }

    @Test
    void clientHelloWithoutExtensions_isWellFormed() {
        ClientHello parsed = (ClientHello) parse(1, cut(TlsBytes.clientHello(new byte[0][]), 2), TlsVersion.TLS_1_2);

        assertThat(parsed.malformation()).isEmpty();
        assertThat(parsed.hasExtensions()).isFalse();
        assertThat(((ClientHello) parse(1, body(TlsBytes.clientHello(new byte[0][])), TlsVersion.TLS_1_2))
                        .hasExtensions())
                .isTrue();
    }

    @Test
    void bytesBehindTheEnd_areMalformed() {
        byte[] body = Wire.concat(body(TlsBytes.serverHello()), new byte[] {1, 2, 3});
        HandshakeMessage parsed = parse(2, body, TlsVersion.TLS_1_2);

        assertThat(parsed.malformation().orElseThrow().path()).isEqualTo("ServerHello.end");
        assertThat(parsed.malformation().orElseThrow().found()).isEqualTo("3 more");
        assertThat(parse(14, new byte[] {1}, TlsVersion.TLS_1_2).malformation()).isPresent();
    }

    @Test
    void secondCertificateTooLong_keepsTheFirst() {
        byte[] body = body(TlsBytes.certificate(TlsBytes.noise(50, 1), TlsBytes.noise(40, 2)));
        body[3 + 3 + 50 + 2] = 41;
        CertificateMessage parsed = (CertificateMessage) parse(11, body, TlsVersion.TLS_1_2);

        assertThat(parsed.entries()).hasSize(1);
        assertThat(parsed.malformation().orElseThrow())
                .isEqualTo(new Malformation(59, "Certificate.certificate_list.ASN.1Cert", "41 bytes", "40"));
    }

    @Test
    void certificateOfTls13_hasContextAndExtensions() {
        byte[] entry =
                Wire.of(wire -> wire.vector24(TlsBytes.noise(30, 1)).vector16(TlsBytes.extension(5, new byte[4])));
        byte[] body = Wire.of(wire -> wire.vector8(new byte[] {7}).vector24(entry));
        for (HandshakeMessage message : List.of(parse(11, body, TlsVersion.TLS_1_3), parseUnknownVersion(11, body))) {
            CertificateMessage parsed = (CertificateMessage) message;
            assertThat(parsed.malformation()).isEmpty();
            assertThat(parsed.requestContext()).isEqualTo(Bytes.ofHex("07"));
            assertThat(parsed.entries().get(0).extensions())
                    .extracting(Extension::type)
                    .containsExactly(5);
        }
    }

    @Test
    void serverKeyExchange_hasGroupKeyAndSignature() {
        ServerKeyExchange parsed =
                (ServerKeyExchange) parse(12, body(TlsBytes.serverKeyExchange()), TlsVersion.TLS_1_2);

        assertThat(parsed.namedGroup()).hasValue(29);
        assertThat(parsed.publicKey().length()).isEqualTo(32);
        assertThat(parsed.signatureScheme()).hasValue(0x0804);
        assertThat(parsed.signature().length()).isEqualTo(256);
    }

    @Test
    void olderFormsWithoutAServerHello_areRecognised() {
        byte[] exchange = Wire.of(
                wire -> wire.u8(3).u16(23).vector8(TlsBytes.noise(65, 1)).vector16(TlsBytes.noise(128, 2)));
        byte[] request = Wire.of(wire ->
                wire.vector8(new byte[] {1}).vector16(Wire.of(names -> names.vector16(TlsBytes.noise(20, 3)))));
        ServerKeyExchange parsedExchange = (ServerKeyExchange) parseUnknownVersion(12, exchange);
        CertificateRequest parsedRequest = (CertificateRequest) parseUnknownVersion(13, request);

        assertThat(parsedExchange.malformation()).isEmpty();
        assertThat(parsedExchange.signature().length()).isEqualTo(128);
        assertThat(parsedExchange.signatureScheme()).isEmpty();
        assertThat(parsedRequest.malformation()).isEmpty();
        assertThat(parsedRequest.certificateAuthorities()).hasSize(1);
    }

    @Test
    void certificateRequestOfTls12_hasSchemesAndNames() {
        byte[] body = Wire.of(wire -> wire.vector8(new byte[] {1, 64})
                .vector16(new byte[] {4, 1, 8, 4})
                .vector16(Wire.of(names -> names.vector16(new byte[] {0x30, 0}))));
        CertificateRequest parsed = (CertificateRequest) parse(13, body, TlsVersion.TLS_1_2);

        assertThat(parsed.certificateTypes()).isEqualTo(Bytes.ofHex("0140"));
        assertThat(parsed.signatureSchemes()).containsExactly(0x0401, 0x0804);
        assertThat(parsed.certificateAuthorities()).containsExactly(Bytes.ofHex("3000"));
    }

    @Test
    void certificateStatus_hasTheResponse() {
        byte[] body = Wire.of(wire -> wire.u8(1).vector24(new byte[] {9, 9}));

        assertThat(((CertificateStatus) parse(22, body, TlsVersion.TLS_1_2)).ocspResponse())
                .isEqualTo(Bytes.ofHex("0909"));
    }

    @Test
    void serverNameThatIsNotAscii_isEscaped() {
        ClientHello parsed = (ClientHello) parse(
                1,
                body(TlsBytes.clientHello(TlsBytes.extension(0, new byte[] {0, 6, 0, 0, 3, 'a', '\n', (byte) 0xe4}))),
                TlsVersion.TLS_1_2);

        assertThat(parsed.serverName()).contains("a\\x0a\\xe4");
    }

    @Test
    void emptyServerName_isNone() {
        ClientHello parsed = (ClientHello) parse(
                1, body(TlsBytes.clientHello(TlsBytes.extension(0, new byte[] {0, 3, 0, 0, 0}))), TlsVersion.TLS_1_2);

        assertThat(parsed.serverName()).isEmpty();
    }

    @Property(tries = 300)
    void anyCutOfAClientHello_saysWhere(@ForAll @IntRange(min = 0, max = 65) int length) {
        byte[] whole = body(TlsBytes.clientHello());
        HandshakeMessage parsed = parse(1, Arrays.copyOf(whole, length), TlsVersion.TLS_1_2);
        boolean endsBeforeExtensions = length == 2 + 32 + 1 + 2 + 4 + 2;

        assertThat(parsed.malformation().isPresent()).isEqualTo(!endsBeforeExtensions && length < whole.length);
        parsed.malformation().ifPresent(wrong -> {
            assertThat(wrong.path()).startsWith("ClientHello.");
            assertThat(wrong.offset()).isBetween(0, length);
        });
    }

    @Property(tries = 1000)
    void anyBytesOfAnyType_giveAMessage(
            @ForAll @IntRange(min = 0, max = 30) int type,
            @ForAll @Size(max = 200) byte[] body,
            @ForAll @IntRange(min = 0x0300, max = 0x0304) int version) {
        assertThat(parse(type, body, new TlsVersion(version)).body().toByteArray())
                .isEqualTo(body);
        assertThat(parseUnknownVersion(type, body).type().code()).isEqualTo(type);
    }
}
