package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.message.CertificateDecompressors;
import dev.interloper.handshake.message.CompressedCertificate;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;

/** A compressed certificate (RFC 8879), and the same bytes compressed first. */
final class CompressionTarget {

    private static final int MAX = 1 << 14;

    private CompressionTarget() {}

    static void accept(byte[] bytes) {
        CertificateDecompressors decompressors =
                CertificateDecompressors.builtIn().withMaxLength(MAX);
        CompressedCertificate any = parse(bytes);
        any.certificate(decompressors).ifPresent(certificate -> {
            assertThat(certificate.body().length())
                    .isEqualTo(any.uncompressedLength())
                    .isLessThanOrEqualTo(MAX);
            Consistency.check(certificate);
        });
        CompressedCertificate own =
                parse(Wire.of(wire -> wire.u16(1).u24(bytes.length).vector24(deflate(bytes))));
        if (bytes.length > 0 && bytes.length <= MAX) {
            assertThat(own.certificate(decompressors).orElseThrow().body()).isEqualTo(Bytes.copyOf(bytes));
        } else if (bytes.length > MAX) {
            assertThat(own.certificate(decompressors)).isEmpty();
        }
    }

    private static CompressedCertificate parse(byte[] body) {
        return (CompressedCertificate) MessageParser.parse(
                new HandshakeType(25), Bytes.copyOf(body), MessageTarget.NOWHERE, TlsVersion.TLS_1_3);
    }

    static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
