package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** Timestamps of certificate transparency that were copied from another certificate. */
final class ForgedTimestampSignal implements Signal {

    private static final String ID = "marks.forged";
    private static final String SOURCE = "RFC 6962 sections 3.2 and 3.3";
    private static final double WEIGHT = 7;

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
        return "A log signs the very certificate that it was shown. Whoever copies the timestamps of a genuine certificate into another one"
                + " copies signatures that do not fit.";
    }

    @Override
    public String weighing() {
        return "A signature of a known log that does not verify is made by nobody by accident; one case in a thousand is left for logs"
                + " and certificates that are misread.";
    }

    @Override
    public String falsePositives() {
        return "A certificate whose authority put another one's timestamps into it by mistake; chains in which the issuer sent is not the"
                + " one that signed the certificate that was logged.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.transparency().stream()
                .filter(report -> report.forged() > 0)
                .map(report -> Evidence.of(
                        ID,
                        Grade.DECISIVE,
                        WEIGHT,
                        report.forged() == 1
                                ? "a signed certificate timestamp in it was made for another certificate"
                                : report.forged()
                                        + " signed certificate timestamps in it were made for another certificate",
                        SOURCE))
                .toList();
    }
}
