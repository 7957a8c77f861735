package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Oids;
import dev.interloper.certs.internal.RawExtension;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What rules ask of a certificate, read from its bytes once. Immutable. */
final class CertificateFacts {
    /** More names than any certificate has; what follows is not looked at. */
    static final int MAX_NAMES = 10_000;

    private static final int KEY_CERT_SIGN = 0x04;

    private final Role role;
    private final CertificateStructure structure;
    private final Optional<X509Certificate> certificate;
    private final boolean selfIssued;
    private final Optional<BasicConstraints> basicConstraints;
    private final SubjectNames names;
    private final NameConstraints constraints;

    private CertificateFacts(Role role, CertificateStructure structure, Optional<X509Certificate> certificate) {
        this.role = role;
        this.structure = structure;
        this.certificate = certificate;
        this.selfIssued = certificate
                .map(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .orElseGet(structure::selfIssued);
        this.basicConstraints = BasicConstraints.of(structure);
        this.names = SubjectNames.of(structure);
        this.constraints = NameConstraints.of(structure);
    }

    private CertificateFacts(Role role, CertificateFacts same) {
        this.role = role;
        this.structure = same.structure;
        this.certificate = same.certificate;
        this.selfIssued = same.selfIssued;
        this.basicConstraints = same.basicConstraints;
        this.names = same.names;
        this.constraints = same.constraints;
    }

    static CertificateFacts of(Role role, X509Certificate certificate) {
        return of(role, certificate, CertificateStructure.of(certificate));
    }

    static CertificateFacts of(Role role, X509Certificate certificate, CertificateStructure structure) {
        return new CertificateFacts(role, structure, Optional.of(certificate));
    }

    /** Facts of a certificate that the platform does not parse. */
    static CertificateFacts ofUnreadable(Role role, byte[] der) {
        return new CertificateFacts(role, CertificateStructure.of(der), Optional.empty());
    }

    /** The same certificate in another place of a path. */
    CertificateFacts as(Role other) {
        return role == other ? this : new CertificateFacts(other, this);
    }

    Role role() {
        return role;
    }

    CertificateStructure structure() {
        return structure;
    }

    /** The certificate; empty when the platform does not parse it. */
    Optional<X509Certificate> certificate() {
        return certificate;
    }

    Optional<RawExtension> extension(String oid) {
        return structure.extension(oid);
    }

    Optional<BasicConstraints> basicConstraints() {
        return basicConstraints;
    }

    boolean isCa() {
        return basicConstraints.isPresent() && basicConstraints.get().ca();
    }

    /** Whether the issuer goes by the subject's name, as the platform compares names. */
    boolean selfIssued() {
        return selfIssued;
    }

    boolean hasEmptySubject() {
        return CertificateStructure.isEmptyName(structure.subject());
    }

    /** Whether key usage is there and has keyCertSign; empty when it is not there. */
    Optional<Boolean> mayCertSign() {
        return extension(Oids.KEY_USAGE).map(CertificateFacts::hasCertSign);
    }

    private static boolean hasCertSign(RawExtension usage) {
        try {
            byte[] bits = usage.value().enter(DerCursor.BIT_STRING).rest();
            return bits.length > 1 && (bits[1] & KEY_CERT_SIGN) != 0;
        } catch (DerException e) {
            return false;
        }
    }

    /** The names that the certificate is for. */
    SubjectNames names() {
        return names;
    }

    /** What the certificate constrains names below it to. */
    NameConstraints constraints() {
        return constraints;
    }

    /** The dNSNames, in order. */
    List<String> dnsNames() {
        return names.dnsNames();
    }
}
