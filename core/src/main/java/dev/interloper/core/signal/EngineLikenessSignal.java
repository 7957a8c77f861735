package dev.interloper.core.signal;

import dev.interloper.core.engine.EngineKind;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A leaf that is made as a known engine makes them. */
final class EngineLikenessSignal implements Signal {

    private static final String ID = "engine.likeness";
    private static final String SOURCE = "measured: leaves of engines and of authorities' tools, engines.tsv";
    /** A tool that is this close to the engine leaves the choice open. */
    private static final double MARGIN = 0.05;

    private static final double NEAR = 3;
    private static final double AMBIGUOUS = 0.5;

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
        return "The code that builds a certificate chooses extensions and their order, key identifiers, serial numbers,"
                + " dates and string types; together these tell engines apart, whatever their operators call them.";
    }

    @Override
    public String weighing() {
        return "Among the private certificates of public hosts one in twenty or so may by chance be as near to some engine;"
                + " where a tool of administrators is as near, next to nothing is said.";
    }

    @Override
    public String falsePositives() {
        return "A private authority that happens to make leaves in the same way: plain leaves with few extensions most of all.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.isPubliclyAnchored()
                || seen.forgePrint().filter(leaf -> !leaf.selfSigned()).isEmpty()) {
            return List.of();
        }
        EngineMatch engine =
                best(seen, EngineKind.INTERCEPTOR).filter(EngineMatch::isNear).orElse(null);
        if (engine == null) {
            return List.of();
        }
        String statement = "the certificate is made as " + engine.engine() + " makes them (" + percent(engine)
                + " alike, " + engine.print().variant() + ")";
        return List.of(best(seen, EngineKind.TOOL)
                .filter(tool -> tool.similarity() > engine.similarity() - MARGIN)
                .map(tool -> Evidence.of(
                        ID,
                        Grade.WEAK,
                        AMBIGUOUS,
                        statement + ", but also as " + tool.engine() + " does (" + percent(tool) + ")",
                        SOURCE))
                .orElseGet(() -> Evidence.of(ID, Grade.STRONG, NEAR, statement, SOURCE)));
    }

    private static Optional<EngineMatch> best(Observation seen, EngineKind kind) {
        return seen.engines().stream()
                .filter(match -> match.print().kind() == kind)
                .findFirst();
    }

    private static String percent(EngineMatch match) {
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(match.similarity() * 100));
    }
}
