package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** A leaf that no public authority may issue. */
final class NotPublicFormSignal implements Signal {

    private static final String ID = "anchor.form";
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements sections 6.1.5, 6.3.2, 7.1";
    private static final double WEIGHT = 2;

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
        return "Public authorities are bound in what they may issue. A leaf that breaks these rules is a private authority's, which can be"
                + " said even where the chain ends before any root.";
    }

    @Override
    public String weighing() {
        return "As much as a private root on a public host: it shows the same in another way, and is only said where no root shows it.";
    }

    @Override
    public String falsePositives() {
        return "Private authorities on public names; certificates that public authorities issued in error.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (!NotPublicForm.isOnlyClue(seen)) {
            return List.of();
        }
        List<String> reasons = NotPublicForm.reasons(seen);
        return reasons.isEmpty()
                ? List.of()
                : List.of(Evidence.of(
                        ID,
                        Grade.STRONG,
                        WEIGHT,
                        "no public authority may issue such a certificate for a public host: "
                                + String.join(", ", reasons),
                        SOURCE));
    }
}
