package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import java.util.Optional;

/**
 * An algorithm that certificates are compressed with (RFC 8879). zlib is built in; whoever has brotli or zstd at hand gives them
 * to {@link CertificateDecompressors#with}. Implementations are thread-safe, and throw nothing for any bytes.
 *
 * @since 0.1
 */
public interface CertificateDecompressor {

    /**
     * The algorithm's number: 1 is zlib, 2 brotli, 3 zstd.
     *
     * @return its number in the IANA "TLS Certificate Compression Algorithm IDs" registry
     */
    int algorithm();

    /**
     * Decompresses bytes that nobody vouches for.
     *
     * @param compressed the compressed bytes
     * @param maxLength how many bytes may come out; an implementation stops there, and allocates as they come
     * @return empty for bytes that do not decompress, do not end, or give more
     */
    Optional<Bytes> decompress(Bytes compressed, int maxLength);
}
