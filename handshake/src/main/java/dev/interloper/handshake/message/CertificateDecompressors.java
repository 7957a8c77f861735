package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The algorithms at hand for compressed certificates, and the limit on what they may give. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateDecompressors {

    private static final int DEFAULT_LIMIT = 1 << 20;
    private static final CertificateDecompressors BUILT_IN =
            new CertificateDecompressors(List.of(new ZlibDecompressor()), DEFAULT_LIMIT);

    private final List<CertificateDecompressor> algorithms;
    private final int maxLength;

    private CertificateDecompressors(List<CertificateDecompressor> algorithms, int maxLength) {
        this.algorithms = algorithms;
        this.maxLength = maxLength;
    }

    /**
     * zlib alone, which the JDK has, and messages of 1 MiB at most.
     *
     * @return the algorithms
     */
    public static CertificateDecompressors builtIn() {
        return BUILT_IN;
    }

    /**
     * The same with another algorithm, which takes the place of one with the same number.
     *
     * @param decompressor the algorithm
     * @return new algorithms
     */
    public CertificateDecompressors with(CertificateDecompressor decompressor) {
        Objects.requireNonNull(decompressor, "decompressor");
        List<CertificateDecompressor> more = new ArrayList<>();
        more.add(decompressor);
        more.addAll(algorithms);
        return new CertificateDecompressors(List.copyOf(more), maxLength);
    }

    /**
     * The same with another limit.
     *
     * @param bytes the most that a message may have, decompressed
     * @return new algorithms
     * @throws IllegalArgumentException if the limit is not positive
     */
    public CertificateDecompressors withMaxLength(int bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException("bytes must be positive: " + bytes);
        }
        return new CertificateDecompressors(algorithms, bytes);
    }

    /** Exactly the declared length, or nothing. */
    Optional<Bytes> decompress(int algorithm, Bytes compressed, int declaredLength) {
        if (declaredLength > maxLength) {
            return Optional.empty();
        }
        return algorithms.stream()
                .filter(decompressor -> decompressor.algorithm() == algorithm)
                .findFirst()
                .flatMap(decompressor -> decompressor.decompress(compressed, declaredLength))
                .filter(body -> body.length() == declaredLength);
    }
}
