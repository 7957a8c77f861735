package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;
import dev.interloper.handshake.wire.MalformedException;
import dev.interloper.handshake.wire.WireReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A server's wish for a client certificate (RFC 5246 section 7.4.4, RFC 8446 section 4.3.2), or, as a ClientCertificateRequest,
 * a client's wish for a server's (RFC 9261 section 4). Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class CertificateRequest extends HandshakeMessage {

    private static final int FIRST_DRAFT_WITH_EXTENSIONS = 19;

    private Bytes certificateTypes = Bytes.EMPTY;
    private final List<Integer> signatureSchemes = new ArrayList<>();
    private final List<Bytes> certificateAuthorities = new ArrayList<>();
    private Bytes requestContext = Bytes.EMPTY;
    private final List<Extension> extensions = new ArrayList<>();

    CertificateRequest(HandshakeType type, Bytes body, Provenance provenance, TlsVersion version) {
        super(type, body, provenance);
        if (Forms.isDraftBefore(version, FIRST_DRAFT_WITH_EXTENSIONS)) {
            readFields(this::readEarlyDraft);
        } else if (Forms.isTls13(version) || type.equals(HandshakeType.CLIENT_CERTIFICATE_REQUEST)) {
            readFields(this::readTls13);
        } else {
            readFields(in -> readTls12(in, Forms.namesSignatureScheme(version)));
        }
    }

    /**
     * <pre>{@code struct { ClientCertificateType certificate_types<1..2^8-1>;
     * SignatureAndHashAlgorithm supported_signature_algorithms<2..2^16-2>; // TLS 1.2
     * DistinguishedName certificate_authorities<0..2^16-1>; } CertificateRequest;}</pre>
     */
    private void readTls12(WireReader in, boolean schemesNamed) throws MalformedException {
        certificateTypes = in.vector8("certificate_types").rest();
        if (schemesNamed) {
            readSchemes(in);
        }
        readNames(in);
    }

    private void readSchemes(WireReader in) throws MalformedException {
        WireReader schemes = in.vector16("supported_signature_algorithms");
        while (schemes.hasRemaining()) {
            signatureSchemes.add(schemes.u16("algorithm"));
        }
    }

    private void readNames(WireReader in) throws MalformedException {
        WireReader names = in.vector16("certificate_authorities");
        while (names.hasRemaining()) {
            certificateAuthorities.add(names.vector16("DistinguishedName").rest());
        }
    }

    /**
     * <pre>{@code struct { opaque certificate_request_context<0..2^8-1>;
     * SignatureScheme supported_signature_algorithms<2..2^16-2>; DistinguishedName certificate_authorities<0..2^16-1>;
     * CertificateExtension certificate_extensions<0..2^16-1>; } CertificateRequest;}</pre>
     */
    private void readEarlyDraft(WireReader in) throws MalformedException {
        requestContext = in.vector8("certificate_request_context").rest();
        readSchemes(in);
        readNames(in);
        in.vector16("certificate_extensions");
    }

    /**
     * <pre>{@code struct { opaque certificate_request_context<0..2^8-1>; Extension extensions<2..2^16-1>; }
     * CertificateRequest;}</pre>
     */
    private void readTls13(WireReader in) throws MalformedException {
        requestContext = in.vector8("certificate_request_context").rest();
        Extensions.read(in, extensions);
    }

    /**
     * The kinds of certificate wanted, a byte each; up to TLS 1.2.
     *
     * @return in the order of the wire
     */
    public Bytes certificateTypes() {
        return certificateTypes;
    }

    /**
     * The signature algorithms wanted; only in TLS 1.2 and early drafts of TLS 1.3, which has them in an extension.
     *
     * @return their 16-bit numbers, in the order of the wire
     */
    public List<Integer> signatureSchemes() {
        return Collections.unmodifiableList(signatureSchemes);
    }

    /**
     * The names of the authorities that the server accepts; up to TLS 1.2.
     *
     * @return each as DER, in the order of the wire
     */
    public List<Bytes> certificateAuthorities() {
        return Collections.unmodifiableList(certificateAuthorities);
    }

    /**
     * The request's context; only in TLS 1.3.
     *
     * @return its bytes
     */
    public Bytes requestContext() {
        return requestContext;
    }

    /**
     * The request's extensions; only in TLS 1.3.
     *
     * @return in the order of the wire
     */
    public List<Extension> extensions() {
        return Collections.unmodifiableList(extensions);
    }
}
