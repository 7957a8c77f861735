package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * The kinds of certificate that the client offers or the server chose: for both (9, RFC 6091), the client's (19) or the server's (20, RFC 7250). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateTypes extends ExtensionBody {

    private Bytes types = Bytes.EMPTY;

    CertificateTypes(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code select (role) { case client: CertificateType types<1..2^8-1>; case server: CertificateType type; }}</pre> */
    private void read(WireReader data) throws MalformedException {
        types = isFromClient() ? data.vector8("certificate_types").rest() : data.bytes(1, "certificate_type");
    }

    /**
     * The kinds, a byte each: 0 is X.509, 2 a raw public key.
     *
     * @return numbers in the IANA "TLS Certificate Types" registry, in the order of the wire; one where a server chose
     */
    public Bytes types() {
        return types;
    }
}
