package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.revocation.Crl;
import dev.interloper.certs.internal.revocation.CrlEntry;
import dev.interloper.certs.internal.revocation.DistributionPoint;
import dev.interloper.certs.internal.revocation.IssuingDistributionPoint;
import dev.interloper.certs.internal.revocation.ReasonFlags;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/** What revocation lists say of certificates (RFC 5280 6.3.3). Of one evaluation, not thread-safe. */
final class CrlStatus {
    private final CandidatePath path;
    private final Instant at;
    private final RevocationWork work;
    private final CrlSigners signers;
    private final CrlFindings findings;
    private final List<Crl> complete;
    private final List<Crl> deltas;

    CrlStatus(CandidatePath path, RevocationData data, RevocationWork work) {
        this.path = path;
        this.at = path.at();
        this.work = work;
        this.signers = new CrlSigners(path, data, work);
        this.findings = new CrlFindings(work, at);
        List<Crl> lists = findings.readable(data.crls());
        Comparator<Crl> best = Comparator.<Crl, Boolean>comparing(c -> !isCurrent(c))
                .thenComparing(Comparator.comparing(Crl::thisUpdate).reversed());
        this.complete =
                lists.stream().filter(Predicate.not(Crl::isDelta)).sorted(best).toList();
        this.deltas = lists.stream()
                .filter(Crl::isDelta)
                .sorted(Comparator.comparing((Crl d) -> d.number().orElse(BigInteger.ZERO))
                        .reversed())
                .toList();
    }

    /** The status of a certificate of the path, everything found on the way reported under its index. */
    RevocationStatus of(X509Certificate certificate, int index) {
        return new Search(certificate, Optional.of(index), 0).status();
    }

    /** Whether a certificate that is not on the path is known to be revoked. */
    boolean isRevoked(X509Certificate certificate, int nesting) {
        return nesting <= RevocationLimits.MAX_NESTING
                && new Search(certificate, Optional.empty(), nesting).status().revoked();
    }

    private boolean isCurrent(Crl crl) {
        return !crl.thisUpdate().isAfter(at)
                && crl.nextUpdate().isPresent()
                && !crl.nextUpdate().get().isBefore(at);
    }

    /** The search for one certificate's status. */
    private final class Search {
        private final X509Certificate certificate;
        private final X500Principal issuer;
        private final int position;
        private final Optional<Integer> index;
        private final int nesting;
        private final List<Runnable> notCovered = new ArrayList<>();
        private int reasons;

        Search(X509Certificate certificate, Optional<Integer> index, int nesting) {
            this.certificate = certificate;
            this.issuer = certificate.getIssuerX500Principal();
            this.position = path.certificates().indexOf(certificate);
            this.index = index;
            this.nesting = nesting;
        }

        RevocationStatus status() {
            for (DistributionPoint point : points()) {
                for (Crl crl : complete) {
                    if (reasons != ReasonFlags.ALL
                            && point.isIssuedBy(crl.issuer(), issuer)
                            && work.mayCompare()
                            && covers(crl, point)) {
                        Optional<CrlEntry> entry = use(crl, point);
                        if (entry.isPresent()) {
                            return RevocationStatus.revoked(CrlFindings.revoked(entry.get(), crl));
                        }
                    }
                }
            }
            if (reasons == ReasonFlags.ALL) {
                return RevocationStatus.GOOD;
            }
            for (Crl delta : deltas) {
                if (delta.issuer().equals(issuer) && complete.stream().noneMatch(delta::updates)) {
                    notCovered.add(() -> index.ifPresent(i -> findings.withoutBase(delta, i)));
                }
            }
            notCovered.forEach(Runnable::run);
            return RevocationStatus.UNKNOWN;
        }

        private List<DistributionPoint> points() {
            List<DistributionPoint> points = new ArrayList<>();
            try {
                points.addAll(DistributionPoint.of(CertificateStructure.of(certificate)));
            } catch (DerException e) {
                index.ifPresent(i -> work.add(
                        FindingCode.EXTENSION_MALFORMED,
                        Severity.WARNING,
                        i,
                        "Certificate " + i + " has CRL distribution points that do not parse.",
                        "RFC 5280 4.2.1.13"));
            }
            points.add(DistributionPoint.assumed(issuer));
            return points;
        }

        private boolean covers(Crl crl, DistributionPoint point) {
            boolean ca = certificate.getBasicConstraints() >= 0;
            Optional<String> excluded = crl.scope().flatMap(scope -> scope.excludes(point, crl.issuer(), ca));
            boolean indirect =
                    crl.scope().map(IssuingDistributionPoint::indirect).orElse(false);
            if (point.hasCrlIssuer() && !indirect) {
                excluded = Optional.of("it is no indirect list");
            }
            excluded.ifPresent(why -> notCovered.add(() -> index.ifPresent(i -> findings.notCovered(crl, i, why))));
            return excluded.isEmpty();
        }

        /** The entry that revokes the certificate; when there is none, the list's reasons count as seen. */
        private Optional<CrlEntry> use(Crl crl, DistributionPoint point) {
            int covered = point.reasons()
                    & crl.scope().map(IssuingDistributionPoint::reasons).orElse(ReasonFlags.ALL);
            if ((covered & ~reasons) == 0 || !isAuthentic(crl)) {
                return Optional.empty();
            }
            Optional<Crl> delta = deltas.stream()
                    .filter(d -> d.updates(crl) && isCurrent(d) && isOfSameSigner(d, crl))
                    .findFirst();
            boolean current =
                    isCurrent(crl) || (delta.isPresent() && !crl.thisUpdate().isAfter(at));
            index.ifPresent(i -> findings.form(crl, current, i));
            if (!current || crl.unknownCritical().isPresent() || !work.mayWalk(crl.size())) {
                return Optional.empty();
            }
            Optional<CrlEntry> entry = Optional.empty();
            if (delta.isPresent()) {
                if (!work.mayWalk(delta.get().size())) {
                    return Optional.empty();
                }
                entry = delta.get().find(issuer, certificate.getSerialNumber());
            }
            entry = entry.or(() -> crl.find(issuer, certificate.getSerialNumber()))
                    .filter(Predicate.not(CrlEntry::removed));
            if (entry.isEmpty()) {
                reasons |= covered;
            }
            return entry;
        }

        private boolean isAuthentic(Crl crl) {
            CrlSigner signer = signers.of(crl);
            if (!signer.found()) {
                index.ifPresent(i -> findings.unsigned(crl, signer.outcome(), i));
                return false;
            }
            if (signer.leansOn() <= position || signer.beside().contains(certificate)) {
                return false; // nobody tells of himself, or of whom he is certified by
            }
            boolean revoked = signer.beside().stream().anyMatch(c -> isRevoked(c, nesting + 1));
            if (revoked) {
                index.ifPresent(i -> findings.unsigned(crl, CrlSigner.Outcome.NO_PATH, i));
            }
            return !revoked;
        }

        private boolean isOfSameSigner(Crl delta, Crl crl) {
            return delta.unknownCritical().isEmpty()
                    && signers.of(delta).found()
                    && signers.of(delta).key().equals(signers.of(crl).key());
        }
    }
}
