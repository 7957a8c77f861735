package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Signatures;
import dev.interloper.certs.internal.revocation.Crl;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * Finds who signed a revocation list, among the authorities of the path and certificates with a path of their own to
 * the same anchor (RFC 5280 6.3.3 (f)). Of one evaluation, not thread-safe.
 */
final class CrlSigners {
    private static final int CRL_SIGN = 6;

    private final CandidatePath path;
    private final RevocationWork work;
    private final List<X509Certificate> others;
    private final Map<Crl, CrlSigner> known = new HashMap<>();

    CrlSigners(CandidatePath path, RevocationData data, RevocationWork work) {
        this.path = path;
        this.work = work;
        Set<X509Certificate> further = new LinkedHashSet<>(path.chain().certificates());
        data.crlIssuers().stream().limit(RevocationLimits.MAX_ISSUERS).forEach(further::add);
        path.certificates().forEach(further::remove);
        if (data.crlIssuers().size() > RevocationLimits.MAX_ISSUERS) {
            work.limit(RevocationLimits.MAX_ISSUERS + " certificates of CRL issuers");
        }
        this.others = List.copyOf(further);
    }

    CrlSigner of(Crl crl) {
        return known.computeIfAbsent(crl, this::search);
    }

    private CrlSigner search(Crl crl) {
        CrlSigner best = CrlSigner.failed(CrlSigner.Outcome.NO_ISSUER);
        List<X509Certificate> certificates = new ArrayList<>(path.certificates());
        path.anchor().flatMap(Anchor::certificate).ifPresent(certificates::add);
        certificates.addAll(others);
        for (X509Certificate candidate : certificates) {
            if (candidate.getSubjectX500Principal().equals(crl.issuer())) {
                best = better(best, judge(crl, candidate));
            }
            if (best.found()) {
                return best;
            }
        }
        if (path.anchor().isPresent()
                && path.anchor().get().certificate().isEmpty()
                && path.anchor().get().subject().equals(crl.issuer())) {
            PublicKey key = path.anchor().get().publicKey();
            CrlSigner.Outcome outcome = outcome(work.verify(crl.signed(), key));
            best = better(best, new CrlSigner(outcome, Optional.of(key), Integer.MAX_VALUE, List.of()));
        }
        return best;
    }

    private static CrlSigner better(CrlSigner one, CrlSigner other) {
        return other.outcome().compareTo(one.outcome()) > 0 ? other : one;
    }

    private CrlSigner judge(Crl crl, X509Certificate candidate) {
        CrlSigner.Outcome outcome = outcome(work.verify(crl.signed(), candidate.getPublicKey()));
        if (outcome != CrlSigner.Outcome.FOUND) {
            return CrlSigner.failed(outcome);
        }
        boolean[] usage = candidate.getKeyUsage();
        if (usage != null && !(CRL_SIGN < usage.length && usage[CRL_SIGN])) {
            return CrlSigner.failed(CrlSigner.Outcome.NOT_ALLOWED);
        }
        List<X509Certificate> beside = new ArrayList<>();
        int leansOn =
                isAnchor(candidate) ? Integer.MAX_VALUE : path.certificates().indexOf(candidate);
        if (leansOn < 0) {
            leansOn = climb(candidate, beside);
        }
        return leansOn < 0
                ? CrlSigner.failed(CrlSigner.Outcome.NO_PATH)
                : new CrlSigner(outcome, Optional.of(candidate.getPublicKey()), leansOn, beside);
    }

    private static CrlSigner.Outcome outcome(Signatures.Outcome signature) {
        return switch (signature) {
            case VERIFIED -> CrlSigner.Outcome.FOUND;
            case WRONG -> CrlSigner.Outcome.SIGNATURE_WRONG;
            case UNSUPPORTED -> CrlSigner.Outcome.UNSUPPORTED;
        };
    }

    private boolean isAnchor(X509Certificate certificate) {
        return path.anchor().flatMap(Anchor::certificate).equals(Optional.of(certificate));
    }

    /**
     * Climbs from a signer to the path or the anchor; the platform's validator judges the way as a whole. Where the path
     * was met, or -1 when there is no valid way.
     */
    private int climb(X509Certificate signer, List<X509Certificate> beside) {
        if (path.anchor().isEmpty()) {
            return -1;
        }
        Anchor anchor = path.anchor().get();
        beside.add(signer);
        while (beside.size() <= RevocationLimits.MAX_SIGNER_DEPTH) {
            X509Certificate last = beside.get(beside.size() - 1);
            X500Principal issuer = last.getIssuerX500Principal();
            if (anchor.subject().equals(issuer) && signed(last, anchor.publicKey())) {
                return accepted(beside) ? Integer.MAX_VALUE : -1;
            }
            Optional<X509Certificate> above = above(last, path.certificates());
            if (above.isPresent()) {
                int met = path.certificates().indexOf(above.get());
                List<X509Certificate> whole = new ArrayList<>(beside);
                whole.addAll(
                        path.certificates().subList(met, path.certificates().size()));
                return accepted(whole) ? met : -1;
            }
            above = above(last, others);
            if (above.isEmpty() || beside.contains(above.get())) {
                return -1;
            }
            beside.add(above.get());
        }
        return -1;
    }

    private Optional<X509Certificate> above(X509Certificate certificate, List<X509Certificate> candidates) {
        return candidates.stream()
                .filter(c -> c.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(c -> !c.equals(certificate))
                .filter(c -> signed(certificate, c.getPublicKey()))
                .findFirst();
    }

    private boolean signed(X509Certificate certificate, PublicKey key) {
        return work.verify(certificate, key) == Signatures.Outcome.VERIFIED;
    }

    private boolean accepted(List<X509Certificate> certificates) {
        return path.anchor()
                .flatMap(anchor -> PlatformValidator.validate(certificates, anchor, path.at()))
                .isEmpty();
    }
}
