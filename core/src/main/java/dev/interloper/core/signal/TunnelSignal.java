package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The client spoke to an explicit proxy first. */
final class TunnelSignal implements Signal {

    private static final String ID = "proxy.tunnel";
    private static final String SOURCE = "RFC 9110 section 9.3.6";

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
        return Set.of(EvidenceKind.TRANSPORT);
    }

    @Override
    public String rationale() {
        return "An HTTP CONNECT shows that a proxy is on the path; whether it only relays, or inspects, the certificate"
                + " tells.";
    }

    @Override
    public String weighing() {
        return "Context only: most explicit proxies relay.";
    }

    @Override
    public String falsePositives() {
        return "Most explicit proxies only relay: it is context, not evidence.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.handshake()
                .flatMap(handshake -> handshake.tunnel())
                .map(tunnel -> List.of(Evidence.context(
                        ID,
                        "an explicit proxy was asked first (" + tunnel
                                + "): it is on the path, which does not mean that" + " it inspects",
                        SOURCE)))
                .orElse(List.of());
    }
}
