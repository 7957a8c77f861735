package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The certificate is for other names than the one asked for. */
final class HostnameSignal implements Signal {

    private static final String ID = "name.mismatch";
    private static final String SOURCE = "RFC 9525 section 6";

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
        return Set.of();
    }

    @Override
    public String rationale() {
        return "Proxies name what the client asked for; a captive portal or a wrongly configured server names "
                + "itself.";
    }

    @Override
    public String weighing() {
        return "Context only: engines name what was asked for.";
    }

    @Override
    public String falsePositives() {
        return "Misconfigured servers; it is context, not evidence.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.trust()
                .flatMap(trust -> trust.hostname())
                .filter(name -> !name.matched())
                .map(name -> List.of(Evidence.context(ID, name.toString(), SOURCE)))
                .orElse(List.of());
    }
}
