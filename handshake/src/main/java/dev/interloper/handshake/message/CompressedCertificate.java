package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.Optional;

/**
 * A peer's Certificate message of TLS 1.3 in compressed form (RFC 8879 section 4). Nothing is decompressed before
 * {@link #certificate} asks for it. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CompressedCertificate extends HandshakeMessage {

    private int algorithm = -1;
    private int uncompressedLength;
    private Bytes compressed = Bytes.EMPTY;

    CompressedCertificate(Bytes body, Provenance provenance) {
        super(HandshakeType.COMPRESSED_CERTIFICATE, body, provenance);
        readFields(this::read);
    }

    /**
     * <pre>{@code struct { CertificateCompressionAlgorithm algorithm; uint24 uncompressed_length;
     * opaque compressed_certificate_message<1..2^24-1>; } CompressedCertificate;}</pre>
     */
    private void read(WireReader in) throws MalformedException {
        algorithm = in.u16("algorithm");
        uncompressedLength = in.u24("uncompressed_length");
        compressed = in.vector24("compressed_certificate_message").rest();
    }

    /**
     * The compression's number: 1 is zlib, 2 brotli, 3 zstd.
     *
     * @return its number in the IANA "TLS Certificate Compression Algorithm IDs" registry; -1 for an empty message
     */
    public int algorithm() {
        return algorithm;
    }

    /**
     * The length that the sender declares for the Certificate message.
     *
     * @return bytes
     */
    public int uncompressedLength() {
        return uncompressedLength;
    }

    /**
     * The compressed message.
     *
     * @return its bytes
     */
    public Bytes compressed() {
        return compressed;
    }

    /**
     * The Certificate message, decompressed.
     *
     * @param decompressors the algorithms at hand, and how much they may give
     * @return empty where the algorithm is not at hand, the declared length is beyond the limit, or the bytes do not
     *     decompress to exactly that length
     */
    public Optional<CertificateMessage> certificate(CertificateDecompressors decompressors) {
        return decompressors
                .decompress(algorithm, compressed, uncompressedLength)
                .map(body -> new CertificateMessage(body, provenance(), true));
    }

    /**
     * The Certificate message, decompressed by {@link CertificateDecompressors#builtIn()}.
     *
     * @return empty where the algorithm is not zlib, or as {@link #certificate(CertificateDecompressors)} says
     */
    public Optional<CertificateMessage> certificate() {
        return certificate(CertificateDecompressors.builtIn());
    }
}
