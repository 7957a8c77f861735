package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.Signatures;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorSet;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The name of a genuine authority on a chain that its key has nothing to do with.
 *
 * @param index which certificate of the chain, as presented, claims the name
 * @param asIssuer whether it claims to be issued by the authority; otherwise to be the authority
 * @param name the authority's name; never null
 * @since 0.1
 */
public record IssuerImitation(int index, boolean asIssuer, DistinguishedName name) {
    /** More signatures than this are not checked for one chain. */
    private static final int MAX_SIGNATURES = 16;

    /**
     * Makes the record.
     *
     * @param index which certificate
     * @param asIssuer whether it claims the name for its issuer
     * @param name the name
     * @throws NullPointerException if {@code name} is null
     */
    public IssuerImitation {
        Objects.requireNonNull(name, "name");
    }

    /**
     * Looks for a certificate with a genuine authority's name and another key, or one that says it was issued by a
     * genuine authority whose key did not sign it.
     *
     * @param chain the chain as presented; not null
     * @param genuine the authorities that may be imitated: public roots, or intermediates that are known too; not null
     * @return the first that is found; empty when there is none, or when an algorithm cannot be checked here
     */
    public static Optional<IssuerImitation> of(CertificateChain chain, AnchorSet genuine) {
        List<Anchor> anchors = genuine.anchors();
        int signatures = 0;
        for (X509Certificate certificate : chain.certificates()) {
            X500Principal subject = certificate.getSubjectX500Principal();
            List<Anchor> namesakes = named(anchors, subject);
            if (!namesakes.isEmpty()
                    && namesakes.stream().noneMatch(a -> a.publicKey().equals(certificate.getPublicKey()))) {
                return imitation(chain, certificate, false, subject);
            }
            X500Principal issuer = certificate.getIssuerX500Principal();
            List<Anchor> issuers = issuer.equals(subject) ? List.of() : named(anchors, issuer);
            signatures += issuers.size();
            boolean checked = !issuers.isEmpty() && signatures <= MAX_SIGNATURES;
            if (checked && issuers.stream().allMatch(a -> didNotSign(a, certificate))) {
                return imitation(chain, certificate, true, issuer);
            }
        }
        return Optional.empty();
    }

    private static List<Anchor> named(List<Anchor> anchors, X500Principal name) {
        return anchors.stream().filter(a -> a.subject().equals(name)).toList();
    }

    private static boolean didNotSign(Anchor anchor, X509Certificate certificate) {
        return Signatures.check(certificate, anchor.publicKey()) == Signatures.Outcome.WRONG;
    }

    private static Optional<IssuerImitation> imitation(
            CertificateChain chain, X509Certificate certificate, boolean asIssuer, X500Principal name) {
        return Optional.of(new IssuerImitation(chain.indexOf(certificate), asIssuer, DistinguishedName.of(name)));
    }
}
