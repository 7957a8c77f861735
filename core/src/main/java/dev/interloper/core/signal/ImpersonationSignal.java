package dev.interloper.core.signal;

import dev.interloper.certs.trust.FindingCode;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** An issuer bears a public root's name, and another key. */
final class ImpersonationSignal implements Signal {

    private static final String ID = "issuer.impersonation";
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
        return Set.of(EvidenceKind.NAMES, EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "A public root's name on a key that is not that root's is a forgery: the name was copied to look "
                + "right.";
    }

    @Override
    public String weighing() {
        return "Nobody bears a public root's name on another key by accident; one case in a thousand is left for a list that is out of date.";
    }

    @Override
    public String falsePositives() {
        return "A public root that changed its key under the same name, newer than the table.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.isPubliclyAnchored()) {
            return List.of();
        }
        return seen.trust().stream()
                .flatMap(trust -> trust.findings().stream())
                .filter(finding -> finding.code().equals(FindingCode.IMPERSONATES_PUBLIC_ROOT))
                .limit(1)
                .map(finding -> Evidence.of(ID, Grade.DECISIVE, WEIGHT, finding.sentence(), finding.source()))
                .toList();
    }
}
