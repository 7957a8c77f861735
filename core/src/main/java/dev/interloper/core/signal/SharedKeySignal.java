package dev.interloper.core.signal;

import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** One key in leaves of unrelated domains. */
final class SharedKeySignal implements Signal {

    private static final String ID = "capture.key";
    private static final String SOURCE =
            "measured on squid, mitmproxy and sslsplit; Waked et al., ASIACCS 2018 (pre-generated keys)";
    private static final int MANY = 3;
    private static final double TWO_DOMAINS = 3;
    private static final double MANY_DOMAINS = 5;

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
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Owners keep their keys to themselves; an engine that makes one key when it starts puts it into every leaf.";
    }

    @Override
    public String weighing() {
        return "Hosting providers may use one key for several customers, so that two domains are strong and three decide.";
    }

    @Override
    public String falsePositives() {
        return "A provider that gives one key to certificates of several customers.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return OtherConnections.shared(seen, SharedTrait.Kind.KEY)
                .map(trait -> List.of(Evidence.of(
                        ID,
                        trait.domains() >= MANY && seen.sees(EvidenceKind.ROOTS) ? Grade.DECISIVE : Grade.STRONG,
                        trait.domains() >= MANY ? MANY_DOMAINS : TWO_DOMAINS,
                        "in this capture " + trait.certificates() + " certificates for " + trait.domains()
                                + " unrelated domains have one and the same key",
                        SOURCE)))
                .orElse(List.of());
    }
}
