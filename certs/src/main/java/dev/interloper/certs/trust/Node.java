package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.AuthorityKeyId;
import dev.interloper.certs.internal.CertificateStructure;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** A certificate presented, with what path building asks of it again and again. */
final class Node {
    final X509Certificate certificate;
    final X500Principal subject;
    final X500Principal issuer;
    final PublicKeyHash keyHash;
    private final Optional<AuthorityKeyId> authority;
    private final byte[] subjectKeyId;

    Node(X509Certificate certificate) {
        CertificateStructure structure = CertificateStructure.of(certificate);
        this.certificate = certificate;
        this.subject = certificate.getSubjectX500Principal();
        this.issuer = certificate.getIssuerX500Principal();
        this.keyHash = PublicKeyHash.of(certificate);
        this.authority = AuthorityKeyId.of(structure);
        this.subjectKeyId = AuthorityKeyId.subjectKeyId(structure);
    }

    boolean selfIssued() {
        return subject.equals(issuer);
    }

    /** Whether the authority key identifier points at that certificate. */
    boolean pointsAt(Node other) {
        return authority.isPresent() && authority.get().names(other.subjectKeyId);
    }

    /** Whether both have key identifiers and they differ. */
    boolean pointsElsewhere(Node other) {
        return authority.isPresent() && authority.get().hasKeyId() && other.subjectKeyId.length > 0 && !pointsAt(other);
    }

    /** The same name with the same key: another certificate of the same authority. */
    boolean sameAuthority(Node other) {
        return keyHash.equals(other.keyHash) && subject.equals(other.subject);
    }
}
