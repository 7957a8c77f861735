package dev.interloper.certs.transparency;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says what came of the timestamps in the way of all findings. */
final class SctFindings {
    /** CAs backdate certificates and never wait for days between the log and the start of validity. */
    private static final Duration EARLY = Duration.ofDays(1);

    private SctFindings() {}

    static List<Finding> of(X509Certificate leaf, List<SctResult> results, List<PolicyResult> policies) {
        List<Finding> findings = new ArrayList<>();
        results.forEach(r -> result(r).ifPresent(findings::add));
        predates(leaf, results).ifPresent(findings::add);
        policies.forEach(p -> policy(p).ifPresent(findings::add));
        return List.copyOf(findings);
    }

    private static Optional<Finding> result(SctResult result) {
        return switch (result.status()) {
            case VALID -> Optional.empty();
            case INVALID_SIGNATURE ->
                finding(
                        FindingCode.SCT_INVALID_SIGNATURE,
                        result.origin() == SctOrigin.EMBEDDED ? Severity.ERROR : Severity.WARNING,
                        result,
                        "RFC 6962 3.2");
            case UNKNOWN_LOG -> finding(FindingCode.SCT_UNKNOWN_LOG, Severity.INFO, result, "RFC 6962 3.2");
            case LOG_NOT_ACCEPTED ->
                finding(FindingCode.SCT_LOG_NOT_ACCEPTED, Severity.INFO, result, "log list v3, state");
            case LOG_RETIRED -> finding(FindingCode.SCT_LOG_RETIRED, Severity.INFO, result, "log list v3, state");
            case FUTURE_TIMESTAMP ->
                finding(FindingCode.SCT_TIMESTAMP_IN_FUTURE, Severity.WARNING, result, "RFC 6962 5.2");
            case OUTSIDE_TEMPORAL_INTERVAL ->
                finding(
                        FindingCode.SCT_OUTSIDE_LOG_INTERVAL,
                        Severity.WARNING,
                        result,
                        "log list v3, temporal_interval");
            case UNSUPPORTED -> finding(FindingCode.SCT_UNSUPPORTED, Severity.INFO, result, "RFC 6962 3.2");
            case MALFORMED -> finding(FindingCode.SCT_MALFORMED, Severity.WARNING, result, "RFC 6962 3.3");
            case ISSUER_MISSING -> finding(FindingCode.SCT_ISSUER_MISSING, Severity.INFO, result, "RFC 6962 3.2");
            case NOT_CHECKED -> finding(FindingCode.SCT_LIMIT, Severity.WARNING, result, "RFC 6962 3.3");
        };
    }

    private static Optional<Finding> finding(FindingCode code, Severity severity, SctResult result, String source) {
        return Optional.of(Finding.of(code, severity, 0, result.sentence(), source));
    }

    /** Needs no issuer and no log list: a log cannot have signed a certificate before it was made. */
    private static Optional<Finding> predates(X509Certificate leaf, List<SctResult> results) {
        Instant notBefore = leaf.getNotBefore().toInstant();
        return results.stream()
                .filter(r -> r.origin() == SctOrigin.EMBEDDED && r.status() != SctStatus.VALID)
                .flatMap(r -> r.sct().stream())
                .map(SignedCertificateTimestamp::timestamp)
                .min(Comparator.naturalOrder())
                .filter(t -> t.isBefore(notBefore.minus(EARLY)))
                .map(t -> Finding.of(
                        FindingCode.SCT_PREDATES_CERTIFICATE,
                        Severity.WARNING,
                        0,
                        "An embedded SCT is dated " + t + ", "
                                + CountedScts.count(
                                        Duration.between(t, notBefore).toDays(), "day")
                                + " before the certificate's validity begins at " + notBefore
                                + ", and could not be verified: it may be copied from an older certificate.",
                        "RFC 6962 3.1"));
    }

    private static Optional<Finding> policy(PolicyResult policy) {
        String reasons = String.join("; ", policy.reasons());
        return switch (policy.outcome()) {
            case COMPLIANT -> Optional.empty();
            case NOT_COMPLIANT ->
                Optional.of(Finding.of(
                        FindingCode.SCT_POLICY_NOT_MET,
                        Severity.WARNING,
                        0,
                        "The transparency policy of " + policy.policy() + " is not met: " + reasons + ".",
                        "CT policy of " + policy.policy()));
            case NOT_EVALUATED ->
                Optional.of(Finding.of(
                        FindingCode.SCT_POLICY_NOT_EVALUATED,
                        Severity.INFO,
                        0,
                        "The transparency policy of " + policy.policy() + " is not evaluated: " + reasons + ".",
                        "CT policy of " + policy.policy()));
        };
    }
}
