package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.engine.EngineKind;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An internal host whose certificate is as one of the administrators' tools makes them, down to the period of validity. */
final class InternalToolSignal implements Signal {

    private static final String ID = "internal.tool";
    private static final String SOURCE = "measured: leaves of administrators' tools, engines.tsv";
    private static final double WEIGHT = -2;
    private static final double ALIKE = 0.99;
    private static final double MARGIN = 0.05;
    /** Engines mint while the client waits. */
    private static final Duration MADE_BEFORE = Duration.ofMinutes(1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CONNECTION;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Some tools choose everything of a certificate themselves, its period too. At an internal host with a private address, dialled"
                + " directly, such a certificate is what the server's administrator would have made.";
    }

    @Override
    public String weighing() {
        return "No engine that was measured makes such certificates, and inspection of what stays inside is rare; one case in seven is left"
                + " for what was not measured. Libraries, with which anybody can make anything, do not count.";
    }

    @Override
    public String falsePositives() {
        return "A gateway before the host that shows a certificate which its administrator made with the same tool.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint leaf = seen.forgePrint().filter(print -> !print.selfSigned()).orElse(null);
        if (leaf == null || !seen.isInternalHost() || seen.isPubliclyAnchored() || !isDialledInside(seen)) {
            return List.of();
        }
        if (Duration.between(leaf.notBefore(), seen.at()).compareTo(MADE_BEFORE) < 0) {
            return List.of();
        }
        return tool(seen)
                .map(tool -> List.of(Evidence.of(
                        ID,
                        Grade.DECISIVE,
                        WEIGHT,
                        "an internal host at a private address, with a certificate as its administrator would make it with "
                                + tool.engine() + " (" + tool.print().variant() + ")",
                        SOURCE)))
                .orElse(List.of());
    }

    private static boolean isDialledInside(Observation seen) {
        return seen.handshake()
                .filter(handshake -> handshake.tunnel().isEmpty())
                .map(handshake -> handshake.conversation().server().address().getHostAddress())
                .map(address -> ServerName.parse(address).kind() == ServerName.Kind.PRIVATE_IP)
                .orElse(false);
    }

    private static Optional<EngineMatch> tool(Observation seen) {
        double nearest = seen.engines().stream()
                .filter(match -> match.print().kind() == EngineKind.INTERCEPTOR)
                .mapToDouble(EngineMatch::similarity)
                .max()
                .orElse(0);
        return seen.engines().stream()
                .filter(match -> match.print().kind() == EngineKind.TOOL)
                .filter(match ->
                        match.print().shape().feature(ForgeFeature.VALIDITY).isPresent())
                .filter(match -> match.isNear() && match.similarity() >= ALIKE && match.similarity() > nearest + MARGIN)
                .findFirst();
    }
}
