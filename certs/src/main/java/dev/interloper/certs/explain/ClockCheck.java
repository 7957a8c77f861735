package dev.interloper.certs.explain;

import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates of different age are never all too new or all too old by accident. */
final class ClockCheck {
    private static final Duration LONG_EXPIRED = Duration.ofDays(365);

    private ClockCheck() {}

    static Optional<Diagnosis> of(TrustReport report) {
        Instant at = report.request().at();
        return report.bestPath()
                .map(ClockCheck::certificates)
                .filter(c -> c.size() >= 2)
                .flatMap(c -> tooEarly(c, at).or(() -> tooLate(c, at)));
    }

    private static List<X509Certificate> certificates(TrustPath path) {
        return Stream.concat(path.certificates().stream(), path.anchor().flatMap(Anchor::certificate).stream())
                .distinct()
                .toList();
    }

    private static Optional<Diagnosis> tooEarly(List<X509Certificate> certificates, Instant at) {
        Instant first = certificates.stream()
                .map(c -> c.getNotBefore().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        return at.isBefore(first)
                ? clock(at, "all " + certificates.size() + " certificates begin later, the first at " + first)
                : Optional.empty();
    }

    private static Optional<Diagnosis> tooLate(List<X509Certificate> certificates, Instant at) {
        Instant last = certificates.stream()
                .map(c -> c.getNotAfter().toInstant())
                .max(Instant::compareTo)
                .orElseThrow();
        return at.isAfter(last.plus(LONG_EXPIRED))
                ? clock(
                        at,
                        "all " + certificates.size() + " certificates ended more than a year before, the last at "
                                + last)
                : Optional.empty();
    }

    private static Optional<Diagnosis> clock(Instant at, String why) {
        return Optional.of(new Diagnosis(
                Cause.CLOCK_WRONG, Certainty.LIKELY, "The client's clock says " + at + ", and " + why + "."));
    }
}
