package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The host's authority also signs for a name that does not exist. */
final class CanarySignal implements Signal {

    private static final String ID = "canary.minted";
    private static final String SOURCE =
            "RFC 6761 section 6.4 (.invalid); mitmproxy and Squid documentation, certificates made on demand";
    private static final double WEIGHT = 4;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CAPTURE;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "Nobody can have a certificate for a name below .invalid. Whoever shows one made it because the hello asked for it, as"
                + " inspecting proxies do for any name.";
    }

    @Override
    public String weighing() {
        return "Servers of public hosts with a private authority are rare, and fewer than one in fifty of them sign for whatever name they"
                + " are asked for.";
    }

    @Override
    public String falsePositives() {
        return "A server that issues certificates on demand from an authority of its own, as Caddy can be told to.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint canary = seen.surroundings().flatMap(Surroundings::canary).orElse(null);
        ForgePrint leaf = OtherConnections.suspect(seen).orElse(null);
        return canary == null || leaf == null || !canary.issuer().equals(leaf.issuer())
                ? List.of()
                : List.of(Evidence.of(
                        ID,
                        Grade.STRONG,
                        WEIGHT,
                        "\"" + leaf.issuer().printable()
                                + "\" also signed for a name that does not exist: it signs for whatever is asked for",
                        SOURCE));
    }
}
