package dev.interloper.handshake.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CompressedCertificateTest {

    private static final Provenance NOWHERE = new Provenance(Direction.SERVER_TO_CLIENT, 0, 0, List.of(), List.of());

    private static byte[] certificate(byte[] der) {
        return Wire.of(wire -> wire.vector8(new byte[0])
                .vector24(Wire.of(list -> list.vector24(der).u16(0))));
    }

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static CompressedCertificate message(int algorithm, int length, byte[] compressed) {
        byte[] body = Wire.of(wire -> wire.u16(algorithm).u24(length).vector24(compressed));
        return (CompressedCertificate) MessageParser.parse(
                HandshakeType.COMPRESSED_CERTIFICATE, Bytes.copyOf(body), NOWHERE, TlsVersion.TLS_1_3);
    }

    @Test
    void zlib_isDecompressed() {
        byte[] der = TlsBytes.noise(3000, 1);
        byte[] body = certificate(der);
        CompressedCertificate message = message(1, body.length, deflate(body));
        CertificateMessage certificate = message.certificate().orElseThrow();

        assertThat(message.malformation()).isEmpty();
        assertThat(message.algorithm()).isEqualTo(1);
        assertThat(message.uncompressedLength()).isEqualTo(body.length);
        assertThat(certificate.malformation()).isEmpty();
        assertThat(certificate.entries().get(0).der()).isEqualTo(Bytes.copyOf(der));
    }

    @Test
    void otherLengthThanDeclared_isRefused() {
        byte[] body = certificate(TlsBytes.noise(300, 1));
        byte[] compressed = deflate(body);

        assertThat(message(1, body.length - 1, compressed).certificate()).isEmpty();
        assertThat(message(1, body.length + 1, compressed).certificate()).isEmpty();
        assertThat(message(1, body.length, Arrays.copyOf(compressed, compressed.length - 5))
                        .certificate())
                .isEmpty();
    }

    @Test
    void moreThanTheLimit_isRefused() {
        byte[] body = certificate(new byte[1 << 20]);
        CompressedCertificate bomb = message(1, body.length, deflate(body));
        CertificateDecompressors patient = CertificateDecompressors.builtIn().withMaxLength(2 << 20);

        assertThat(bomb.certificate()).isEmpty();
        assertThat(bomb.certificate(patient)).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateDecompressors.builtIn().withMaxLength(0));
    }

    @Test
    void otherAlgorithms_areTheUsers() {
        byte[] body = certificate(TlsBytes.noise(30, 1));
        CompressedCertificate brotli = message(2, body.length, new byte[] {7});
        CertificateDecompressor user = new CertificateDecompressor() {
            @Override
            public int algorithm() {
                return 2;
            }

            @Override
            public Optional<Bytes> decompress(Bytes compressed, int maxLength) {
                assertThat(compressed).isEqualTo(Bytes.ofHex("07"));
                assertThat(maxLength).isEqualTo(body.length);
                return Optional.of(Bytes.copyOf(body));
            }
        };

        assertThat(brotli.certificate()).isEmpty();
        assertThat(brotli.certificate(CertificateDecompressors.builtIn().with(user)))
                .isPresent();
    }

    @Property(tries = 1000)
    void anyBytes_throwNothing(
            @ForAll @IntRange(max = 0xffffff) int length, @ForAll @Size(max = 100) byte[] compressed) {
        byte[] zlib = Wire.concat(new byte[] {0x78, (byte) 0x9c}, compressed);

        assertThat(message(1, length, zlib).certificate()).isEmpty();
    }
}
