package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.PublicMark;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** A leaf that claims a public policy which its issuer cannot have. */
final class ClaimedPolicySignal implements Signal {

    private static final String ID = "anchor.claimed";
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements section 7.1.6.1";
    private static final Set<PublicMark> OWNER_VALIDATED =
            Set.of(PublicMark.ORGANIZATION_VALIDATED, PublicMark.INDIVIDUAL_VALIDATED, PublicMark.EXTENDED_VALIDATION);
    private static final double DOMAIN = 1;
    private static final double OWNER = 0.4;

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
        return Set.of(EvidenceKind.PUBLIC_MARKS, EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "A certificate that claims the Forum's own policy says that a public authority issued it. If that authority is in no store,"
                + " and logged nothing, the claim was copied.";
    }

    @Override
    public String weighing() {
        return "Domain validation is what public authorities do automatically, and they log all of it; organisation validation is also"
                + " claimed by national authorities that are in no store, and then says little.";
    }

    @Override
    public String falsePositives() {
        return "National and private authorities that put the Forum's policy into their certificates although no programme lists them.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.suspectLeaf().orElse(null);
        if (leaf == null || leaf.selfSigned() || Transparency.mayHaveTimestamps(seen, leaf)) {
            return List.of();
        }
        if (leaf.publicMarks().contains(PublicMark.DOMAIN_VALIDATED)) {
            return List.of(Evidence.of(
                    ID,
                    Grade.STRONG,
                    DOMAIN,
                    "it claims the policy of public domain validation, but its authority is in no store and it has no"
                            + " signed certificate timestamp",
                    SOURCE));
        }
        return OWNER_VALIDATED.stream().anyMatch(leaf.publicMarks()::contains)
                ? List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        OWNER,
                        "it claims a public policy, but its authority is in no store and it has no signed certificate"
                                + " timestamp",
                        SOURCE))
                : List.of();
    }
}
