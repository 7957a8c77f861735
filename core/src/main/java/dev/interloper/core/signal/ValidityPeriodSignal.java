package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A validity that no public authority may give. */
final class ValidityPeriodSignal implements Signal {

    private static final String ID = "validity.period";
    private static final Instant BEFORE_TLS = Instant.parse("1995-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(20 * 366);
    private static final double ABSURD = 2;
    private static final double VERY_LONG = 1;
    private static final double TOO_LONG = 0.7;
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements section 6.3.2";

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
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Since 2018 browsers bound how long a public certificate may be valid, ever shorter; engines "
                + "often take round years.";
    }

    @Override
    public String weighing() {
        return "Private authorities and appliances do this too; only dates before TLS existed are more than a hint.";
    }

    @Override
    public String falsePositives() {
        return "Private authorities and appliances are not bound.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.suspectLeaf().orElse(null);
        if (leaf == null) {
            return List.of();
        }
        long days = leaf.validity().plusSeconds(1).toDays(); // both ends belong to it
        boolean beforeTls = leaf.notBefore().isBefore(BEFORE_TLS);
        if (beforeTls || leaf.validity().compareTo(LIFETIME) > 0) {
            return List.of(Evidence.of(
                    ID,
                    beforeTls ? Grade.STRONG : Grade.WEAK,
                    beforeTls ? ABSURD : VERY_LONG,
                    "valid from " + leaf.notBefore() + " to " + leaf.notAfter() + " (" + days
                            + " days): no public authority issues that",
                    SOURCE));
        }
        boolean tooLong = seen.trust()
                .map(trust -> trust.has(FindingCode.VALIDITY_TOO_LONG))
                .orElse(false);
        return tooLong
                ? List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        TOO_LONG,
                        "valid for " + days + " days from " + leaf.notBefore()
                                + ": longer than a public authority may issue",
                        SOURCE))
                : List.of();
    }
}
