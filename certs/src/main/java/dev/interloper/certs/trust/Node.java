package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.AuthorityKeyId;
import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.Hashes;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** A certificate presented, read once for path building and for all paths. Of one evaluation, not thread-safe. */
final class Node {
    final X509Certificate certificate;
    final X500Principal subject;
    final X500Principal issuer;
    final PublicKeyHash keyHash;
    private final CertificateStructure structure;
    private final Optional<AuthorityKeyId> authority;
    private final byte[] subjectKeyId;
    private final boolean selfIssued;
    private @Nullable CertificateFacts facts;

    Node(X509Certificate certificate) {
        this.certificate = certificate;
        this.structure = CertificateStructure.of(certificate);
        this.subject = certificate.getSubjectX500Principal();
        this.issuer = certificate.getIssuerX500Principal();
        this.selfIssued = subject.equals(issuer);
        this.keyHash = keyHash(certificate, structure);
        this.authority = AuthorityKeyId.of(structure);
        this.subjectKeyId = AuthorityKeyId.subjectKeyId(structure);
    }

    /** As {@link PublicKeyHash#of(X509Certificate)}, without reading the certificate again. */
    private static PublicKeyHash keyHash(X509Certificate certificate, CertificateStructure structure) {
        byte[] key = structure.subjectPublicKeyInfo();
        return key.length == 0
                ? PublicKeyHash.of(certificate)
                : PublicKeyHash.fromHex(HexFormat.of().formatHex(Hashes.sha256(key)));
    }

    /** What rules ask of it; read when the first path through it is found. */
    CertificateFacts facts() {
        if (facts == null) {
            facts = CertificateFacts.of(Role.INTERMEDIATE, certificate, structure);
        }
        return facts;
    }

    boolean selfIssued() {
        return selfIssued;
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
