package dev.interloper.handshake.extension;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/**
 * The signature schemes that a client accepts of delegated credentials, or such a credential (RFC 9345 section 4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class DelegatedCredential extends ExtensionBody {

    private final List<Integer> schemes = new ArrayList<>();
    private long validSeconds;
    private int keyScheme = -1;
    private Bytes subjectPublicKeyInfo = Bytes.EMPTY;
    private int signatureScheme = -1;
    private Bytes signature = Bytes.EMPTY;

    DelegatedCredential(Extension extension, HandshakeType in) {
        super(extension, in);
        readFields(this::read);
    }

    /** <pre>{@code struct { Credential cred; SignatureScheme algorithm; opaque signature<1..2^16-1>; } DelegatedCredential;}</pre> */
    private void read(WireReader data) throws MalformedException {
        if (!isIn(HandshakeType.CERTIFICATE)) {
            Vectors.u16(data.vector16("supported_signature_algorithms"), "algorithm", schemes);
            return;
        }
        validSeconds = data.u32("valid_time");
        keyScheme = data.u16("dc_cert_verify_algorithm");
        subjectPublicKeyInfo = data.vector24("ASN1_subjectPublicKeyInfo").rest();
        signatureScheme = data.u16("algorithm");
        signature = data.vector16("signature").rest();
    }

    /**
     * The schemes that the client accepts.
     *
     * @return 16-bit numbers in the IANA "TLS SignatureScheme" registry, in the order of the wire; empty in a Certificate message
     */
    public List<Integer> schemes() {
        return Collections.unmodifiableList(schemes);
    }

    /**
     * How long the credential is good for, from the start of the certificate's validity.
     *
     * @return seconds; 0 in a hello
     */
    public long validSeconds() {
        return validSeconds;
    }

    /**
     * The scheme with which the credential's key signs.
     *
     * @return its 16-bit number; empty in a hello
     */
    public OptionalInt keyScheme() {
        return keyScheme < 0 ? OptionalInt.empty() : OptionalInt.of(keyScheme);
    }

    /**
     * The credential's key.
     *
     * @return DER; empty in a hello
     */
    public Bytes subjectPublicKeyInfo() {
        return subjectPublicKeyInfo;
    }

    /**
     * The scheme with which the certificate's key signed the credential.
     *
     * @return its 16-bit number; empty in a hello
     */
    public OptionalInt signatureScheme() {
        return signatureScheme < 0 ? OptionalInt.empty() : OptionalInt.of(signatureScheme);
    }

    /**
     * The certificate's signature over the credential.
     *
     * @return its bytes; empty in a hello
     */
    public Bytes signature() {
        return signature;
    }
}
