package dev.interloper.core.signal;

import dev.interloper.certs.transparency.SctStatus;
import dev.interloper.certs.transparency.TransparencyLog;
import dev.interloper.certs.transparency.TransparencyReport;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** Timestamps of certificate transparency that verify. */
final class VerifiedTimestampSignal implements Signal {

    private static final String ID = "marks.verified";
    private static final String SOURCE = "RFC 6962 section 3.2; Chrome and Apple certificate transparency policies";
    private static final double ONE = -4;
    private static final double SEVERAL = -6;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.PUBLIC_MARKS);
    }

    @Override
    public String rationale() {
        return "Logs take certificates of public authorities only, and sign each by itself: who has a valid timestamp has a certificate"
                + " that the world can see.";
    }

    @Override
    public String weighing() {
        return "Two logs of a list cannot both be fooled; one alone is nearly as good. Neither says that the chain may be trusted.";
    }

    @Override
    public String falsePositives() {
        return "An interceptor with a mis-issued public certificate.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        long verified = seen.transparency().map(VerifiedTimestampSignal::logs).orElse(0L);
        if (verified == 0 || seen.transparency().map(TransparencyReport::forged).orElse(0) > 0) {
            return List.of();
        }
        boolean forOtherNames = seen.trust()
                .flatMap(trust -> trust.hostname())
                .filter(name -> !name.matched())
                .isPresent();
        if (forOtherNames) {
            return List.of(Evidence.context(ID, "the certificate is logged, but it is for other names", SOURCE));
        }
        return List.of(Evidence.of(
                ID,
                verified > 1 ? Grade.DECISIVE : Grade.STRONG,
                verified > 1 ? SEVERAL : ONE,
                verified == 1
                        ? "a certificate transparency log vouches that it was shown this certificate"
                        : verified + " certificate transparency logs vouch that they were shown this certificate",
                SOURCE));
    }

    /** A log that says it twice is still one log. */
    private static long logs(TransparencyReport report) {
        return report.results().stream()
                .filter(result -> result.status() == SctStatus.VALID)
                .flatMap(result -> result.log().stream())
                .map(TransparencyLog::id)
                .distinct()
                .count();
    }
}
