package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The authorities that a peer accepts (RFC 8446 section 4.2.4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateAuthorities extends ExtensionBody {

    private final List<Bytes> names = new ArrayList<>();

    CertificateAuthorities(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code opaque DistinguishedName<1..2^16-1>; DistinguishedName authorities<3..2^16-1>;}</pre> */
    private void read(WireReader data) throws MalformedException {
        Vectors.opaque16(data.vector16("authorities"), "DistinguishedName", names);
    }

    /**
     * The authorities' names.
     *
     * @return each as DER, in the order of the wire
     */
    public List<Bytes> names() {
        return Collections.unmodifiableList(names);
    }
}
