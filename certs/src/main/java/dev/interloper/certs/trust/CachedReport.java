package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report and the time for which it holds.
 *
 * @param from the first moment
 * @param to the first moment for which it does not hold any more
 */
record CachedReport(TrustReport report, Instant from, Instant to) {
    /** Their sentences tell the time. */
    private static final List<FindingCode> OF_A_MOMENT =
            List.of(FindingCode.EXPIRED, FindingCode.NOT_YET_VALID, FindingCode.ANCHOR_NOT_VALID);

    /** Empty for a report that holds for its own moment alone. */
    static Optional<CachedReport> of(TrustReport report) {
        boolean ofAMoment = Stream.concat(
                        report.findings().stream(), report.paths().stream().flatMap(p -> p.findings().stream()))
                .anyMatch(f -> OF_A_MOMENT.contains(f.code()));
        if (ofAMoment) {
            return Optional.empty();
        }
        Instant at = report.request().at();
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        List<X509Certificate> certificates = Stream.concat(
                        report.request().chain().certificates().stream(),
                        report.paths().stream()
                                .flatMap(p -> p.anchor().stream())
                                .flatMap(a -> a.certificate().stream()))
                .toList();
        for (X509Certificate certificate : certificates) {
            Instant begins = certificate.getNotBefore().toInstant();
            Instant lastSecond = certificate.getNotAfter().toInstant().plusSeconds(1);
            for (Instant turn : List.of(begins, lastSecond)) {
                if (turn.isAfter(at)) {
                    to = turn.isBefore(to) ? turn : to;
                } else {
                    from = turn.isAfter(from) ? turn : from;
                }
            }
        }
        return Optional.of(new CachedReport(report, from, to));
    }

    boolean holdsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
