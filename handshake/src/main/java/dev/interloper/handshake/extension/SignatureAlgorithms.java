package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The signature schemes that a peer accepts (13), or accepts in certificates (50) (RFC 8446 section 4.2.3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class SignatureAlgorithms extends ExtensionBody {

    private final List<Integer> schemes = new ArrayList<>();

    SignatureAlgorithms(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code SignatureScheme supported_signature_algorithms<2..2^16-2>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.u16(data.vector16("supported_signature_algorithms"), "algorithm", schemes);
    }

    /**
     * The schemes.
     *
     * @return 16-bit numbers in the IANA "TLS SignatureScheme" registry, in the order of the wire, GREASE included
     */
    public List<Integer> schemes() {
        return Collections.unmodifiableList(schemes);
    }
}
