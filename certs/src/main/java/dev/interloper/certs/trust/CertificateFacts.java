package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.GeneralName;
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
    private final SubjectNames names;
    private final NameConstraints constraints;

    private CertificateFacts(Role role, CertificateStructure structure, Optional<X509Certificate> certificate) {
        this.role = role;
        this.structure = structure;
        this.certificate = certificate;
        this.names = SubjectNames.of(structure);
        this.constraints = NameConstraints.of(structure);
    }

    static CertificateFacts of(Role role, X509Certificate certificate) {
        return new CertificateFacts(role, CertificateStructure.of(certificate), Optional.of(certificate));
    }

    /** Facts of a certificate that the platform does not parse. */
    static CertificateFacts ofUnreadable(Role role, byte[] der) {
        return new CertificateFacts(role, CertificateStructure.of(der), Optional.empty());
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
        return BasicConstraints.of(structure);
    }

    boolean isCa() {
        return basicConstraints().map(BasicConstraints::ca).orElse(false);
    }

    /** Whether the issuer goes by the subject's name, as the platform compares names. */
    boolean selfIssued() {
        return certificate
                .map(c -> c.getSubjectX500Principal().equals(c.getIssuerX500Principal()))
                .orElseGet(structure::selfIssued);
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
        return names().alternatives().stream()
                .filter(n -> n.tag() == GeneralName.DNS)
                .map(GeneralName::text)
                .toList();
    }
}
