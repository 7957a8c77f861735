package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.OptionalInt;

/**
 * A peer's proof that it holds the key of its certificate (RFC 5246 section 7.4.8, RFC 8446 section 4.4.3). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateVerify extends HandshakeMessage {

    private int signatureScheme = -1;
    private Bytes signature = Bytes.EMPTY;

    CertificateVerify(Bytes body, Provenance provenance, TlsVersion version) {
        super(HandshakeType.CERTIFICATE_VERIFY, body, provenance);
        boolean schemeNamed = Forms.namesSignatureScheme(version);
        readFields(in -> read(in, schemeNamed));
    }

    /** <pre>{@code struct { SignatureScheme algorithm; opaque signature<0..2^16-1>; } CertificateVerify;}</pre> */
    private void read(WireReader in, boolean schemeNamed) throws MalformedException {
        if (schemeNamed) {
            signatureScheme = in.u16("algorithm");
        }
        signature = in.vector16("signature").rest();
    }

    /**
     * The algorithm of the signature.
     *
     * @return its 16-bit number in the IANA "TLS SignatureScheme" registry; empty before TLS 1.2
     */
    public OptionalInt signatureScheme() {
        return signatureScheme < 0 ? OptionalInt.empty() : OptionalInt.of(signatureScheme);
    }

    /**
     * The signature over the handshake so far.
     *
     * @return its bytes
     */
    public Bytes signature() {
        return signature;
    }
}
