package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** Says what the reference is worth. */
final class ReferenceStandingSignal implements Signal {

    private static final String ID = "reference.standing";
    private static final String SOURCE = "the verdict on the reference itself";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.REFERENCE;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of();
    }

    @Override
    public String rationale() {
        return "A comparison is worth what its reference is worth: an intercepted one proves nothing, "
                + "and an undecided one little.";
    }

    @Override
    public String weighing() {
        return "Context only.";
    }

    @Override
    public String falsePositives() {
        return "None known: it is context, not evidence.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return switch (seen.referenceStanding()) {
            case NONE, GENUINE -> List.of();
            case MISSING -> said("the reference holds no connection to this host");
            case INTERCEPTED ->
                said("the reference is intercepted itself, so that nothing is concluded from it: take one from another"
                        + " network");
            case UNDECIDED ->
                said("whether the reference is the server itself is not known: it may be intercepted as well");
        };
    }

    private static List<Evidence> said(String statement) {
        return List.of(Evidence.context(ID, statement, SOURCE));
    }
}
