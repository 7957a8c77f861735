package dev.interloper.certs.transparency;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Signatures;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;

/** Whose key the issuer_key_hash of RFC 6962 3.2 can be. */
final class Issuers {
    private static final String PRECERTIFICATE_SIGNING = "1.3.6.1.4.1.11129.2.4.4";

    /** Certificates of one name that are tried; each costs a signature check or two. */
    private static final int MAX_CANDIDATES = 4;

    /** Certificates of a chain that are looked at. */
    private static final int MAX_CERTIFICATES = 64;

    /** The final issuer's key and, for a precertificate from a CA made for them, that CA. */
    record Candidate(PublicKeyHash key, Optional<X509Certificate> preCa) {}

    private final X509Certificate leaf;
    private final List<X509Certificate> certificates;
    private final Optional<PublicKeyHash> given;

    Issuers(X509Certificate leaf, CertificateChain chain, Optional<PublicKeyHash> given) {
        this.leaf = leaf;
        this.certificates =
                chain.certificates().stream().limit(MAX_CERTIFICATES).toList();
        this.given = given;
    }

    /** The keys to try, that of the caller alone where he named one. */
    List<Candidate> candidates(boolean precertificate) {
        if (given.isPresent()) {
            return List.of(new Candidate(given.get(), Optional.empty()));
        }
        Set<PublicKeyHash> seen = new TreeSet<>();
        List<Candidate> candidates = new ArrayList<>();
        for (X509Certificate issuer : named(leaf.getIssuerX500Principal())) {
            boolean preCa = precertificate && signsPrecertificates(issuer);
            List<X509Certificate> finals = preCa ? named(issuer.getIssuerX500Principal()) : List.of(issuer);
            for (X509Certificate certificate : finals) {
                PublicKeyHash key = PublicKeyHash.of(certificate);
                if (candidates.size() < MAX_CANDIDATES && seen.add(key)) {
                    candidates.add(new Candidate(key, preCa ? Optional.of(issuer) : Optional.empty()));
                }
            }
        }
        return candidates;
    }

    /** Whether one of the candidates did issue the leaf, so that nobody else's key can be meant. */
    boolean known() {
        return given.isPresent()
                || named(leaf.getIssuerX500Principal()).stream()
                        .anyMatch(c -> Signatures.check(leaf, c.getPublicKey()) == Signatures.Outcome.VERIFIED);
    }

    private List<X509Certificate> named(X500Principal subject) {
        return certificates.stream()
                .filter(c -> c.getSubjectX500Principal().equals(subject))
                .distinct()
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private static boolean signsPrecertificates(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes != null && purposes.contains(PRECERTIFICATE_SIGNING);
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
