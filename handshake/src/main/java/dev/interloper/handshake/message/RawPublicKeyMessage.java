package dev.interloper.handshake.message;

import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;

/**
 * A peer's Certificate message of TLS 1.2 that holds a bare public key, where both sides agreed on that (RFC 7250 section 3). In TLS 1.3 a {@link CertificateMessage} holds it. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class RawPublicKeyMessage extends HandshakeMessage {

    private Bytes subjectPublicKeyInfo = Bytes.EMPTY;

    RawPublicKeyMessage(Bytes body, Provenance provenance) {
        super(HandshakeType.CERTIFICATE, body, provenance);
        readFields(this::read);
    }

    /** <pre>{@code struct { opaque ASN.1_subjectPublicKeyInfo<1..2^24-1>; } Certificate;}</pre> */
    private void read(WireReader in) throws MalformedException {
        subjectPublicKeyInfo = in.vector24("ASN.1_subjectPublicKeyInfo").rest();
    }

    /**
     * The key.
     *
     * @return its SubjectPublicKeyInfo as DER, not checked
     */
    public Bytes subjectPublicKeyInfo() {
        return subjectPublicKeyInfo;
    }
}
