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

/** A key or a signature that no public authority may give. */
final class WeakKeySignal implements Signal {

    private static final String ID = "key.weak";
    private static final double WEIGHT = 1;

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
        return "Public authorities have refused RSA keys under 2,048 bits since 2014 and SHA-1 since 2016; some "
                + "engines have not noticed.";
    }

    @Override
    public String weighing() {
        return "As common on old appliances as on engines that have not been updated.";
    }

    @Override
    public String falsePositives() {
        return "Old private authorities and appliances.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.suspectLeaf().isEmpty()) {
            return List.of();
        }
        return seen.trust().stream()
                .flatMap(trust -> trust.findings().stream())
                .filter(finding -> finding.certificateIndex().orElse(-1) == 0)
                .filter(finding -> finding.code().equals(FindingCode.WEAK_KEY)
                        || finding.code().equals(FindingCode.WEAK_SIGNATURE_ALGORITHM))
                .limit(1)
                .map(finding -> Evidence.of(ID, Grade.WEAK, WEIGHT, finding.sentence(), finding.source()))
                .toList();
    }
}
