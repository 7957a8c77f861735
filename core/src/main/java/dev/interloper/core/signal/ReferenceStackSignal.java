package dev.interloper.core.signal;

import dev.interloper.core.compare.ComparedAspect;
import dev.interloper.core.compare.Comparison;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Another TLS stack answered than in the reference. */
final class ReferenceStackSignal implements Signal {

    private static final String ID = "reference.stack";
    private static final String SOURCE =
            "RFC 8446 section 4.1.3; measured on fourteen TLS stacks; Durumeric et al., NDSS 2017";
    private static final double EACH = 0.5;
    private static final int COUNTED = 3;
    private static final double UNDECIDED = 0.3;

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
        return Set.of(EvidenceKind.FLIGHT);
    }

    @Override
    public String rationale() {
        return "One server answers like offers in one way: its versions, the order of its extensions, "
                + "its protocols and how it packs its messages do not change by themselves; an inspecting "
                + "proxy answers with a stack of its own.";
    }

    @Override
    public String weighing() {
        return "Sites behind several edges, and servers that were updated, answer in two ways as well, "
                + "perhaps one in three: weak, however many things differ, since all come from one change "
                + "of stack.";
    }

    @Override
    public String falsePositives() {
        return "Several edges or load balancers with different stacks; a server that was updated or "
                + "reconfigured between both captures; another client that is treated otherwise.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Observation reference = seen.reference().orElse(null);
        if (reference == null) {
            return List.of();
        }
        List<ComparedAspect> differences = Comparison.stacks(seen, reference).stream()
                .filter(ComparedAspect::matters)
                .toList();
        if (differences.isEmpty()) {
            return List.of();
        }
        String statement = "another TLS stack, or another setting, answered than in the reference: "
                + differences.stream()
                        .map(row -> row.aspect().label() + " (" + row.remark() + ")")
                        .collect(Collectors.joining("; "));
        if (seen.isPubliclyAnchored()) {
            return List.of(Evidence.context(
                    ID,
                    statement + "; the public certificate says that it is another of the operator's servers",
                    SOURCE));
        }
        double weight = seen.referenceStanding() == ReferenceStanding.GENUINE
                ? EACH * Math.min(COUNTED, differences.size())
                : UNDECIDED;
        return List.of(Evidence.of(ID, Grade.WEAK, weight, statement, SOURCE));
    }
}
