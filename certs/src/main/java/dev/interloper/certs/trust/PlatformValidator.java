package dev.interloper.certs.trust;

import dev.interloper.certs.internal.SafeText;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The platform's second opinion on a path that our checks accept: same certificates, same anchor without its name
 * constraints, same time; no revocation and no policy input.
 */
final class PlatformValidator {
    private PlatformValidator() {}

    /** What the platform has against the path; empty when it accepts it. */
    static Optional<Finding> validate(CandidatePath path) {
        return path.anchor().flatMap(anchor -> validate(path.certificates(), anchor, path.at()));
    }

    static Optional<Finding> validate(List<X509Certificate> certificates, Anchor anchor, Instant at) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(anchor(anchor)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at.truncatedTo(ChronoUnit.SECONDS))); // as ValidityCheck
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(certificates), parameters);
            return Optional.empty();
        } catch (GeneralSecurityException | RuntimeException e) { // whatever it throws, it does not accept
            String why = SafeText.escape(String.valueOf(e.getMessage()));
            return Optional.of(Finding.of(
                    FindingCode.PLATFORM_REJECTS,
                    Severity.ERROR,
                    -1,
                    "The JDK's own validator does not accept this path: " + why + ".",
                    "java.security.cert.CertPathValidator, PKIX"));
        }
    }

    private static TrustAnchor anchor(Anchor anchor) {
        return anchor.certificate()
                .map(c -> new TrustAnchor(c, null))
                .orElseGet(() -> new TrustAnchor(anchor.subject(), anchor.publicKey(), null));
    }
}
