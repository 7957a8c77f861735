package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The compression algorithms that a peer accepts for certificates (RFC 8879 section 3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CompressCertificate extends ExtensionBody {

    private final List<Integer> algorithms = new ArrayList<>();

    CompressCertificate(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code CertificateCompressionAlgorithm algorithms<2..2^8-2>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.u16(data.vector8("algorithms"), "algorithm", algorithms);
    }

    /**
     * The algorithms: 1 is zlib, 2 brotli, 3 zstd.
     *
     * @return 16-bit numbers in the IANA "TLS Certificate Compression Algorithm IDs" registry, in the order of the wire, GREASE included
     */
    public List<Integer> algorithms() {
        return Collections.unmodifiableList(algorithms);
    }
}
