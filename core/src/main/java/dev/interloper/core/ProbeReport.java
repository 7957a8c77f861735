package dev.interloper.core;

import dev.interloper.core.cure.BypassText;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import java.util.List;
import java.util.Optional;

/**
 * What asking a live server came to: what was seen, the verdict on each exchange, the diagnosis, and what to do. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class ProbeReport {

    /**
     * An exchange and the verdict on it. Immutable.
     *
     * @param exchange what was seen
     * @param inspection the verdict on its certificate
     */
    public record Judged(Exchange exchange, Inspection inspection) {}

    private final ProbeObservation observation;
    private final List<Judged> judged;
    private final Diagnosis diagnosis;

    private final Optional<BypassText> rule;

    ProbeReport(ProbeObservation observation, List<Judged> judged, Diagnosis diagnosis, Optional<BypassText> rule) {
        this.rule = rule;
        this.observation = observation;
        this.judged = List.copyOf(judged);
        this.diagnosis = diagnosis;
    }

    /**
     * Everything that was seen.
     *
     * @return the observation
     */
    public ProbeObservation observation() {
        return observation;
    }

    /**
     * The exchanges in which TLS was spoken, each with its verdict.
     *
     * @return in the order made
     */
    public List<Judged> judged() {
        return judged;
    }

    /**
     * The verdict on the destination: the first exchange that asked for it by its name and saw a certificate.
     *
     * @return empty if none did
     */
    public Optional<Inspection> inspection() {
        return judged.stream().findFirst().map(Judged::inspection);
    }

    /**
     * What the verdict on the destination comes to.
     *
     * @return the inspection's outcome; where the certificates alone do not decide it, what the diagnosis says
     */
    public Outcome outcome() {
        return switch (diagnosis.code()) {
            case INTERCEPTED_TRUSTED,
                    INTERCEPTED_UNTRUSTED,
                    LOCAL_AV_INTERCEPTION,
                    PSEUDO_TLS_INTERCEPTED,
                    POSSIBLE_ATTACK -> Outcome.INTERCEPTED;
            case DIRECT_OK, PASS_THROUGH_PROXY, CDN_VARIATION, PIN_ROTATION, PSEUDO_TLS_OK, PRIVATE_CA_SERVER ->
                Outcome.DIRECT;
            default -> inspection().map(found -> found.verdict().outcome()).orElse(Outcome.INCONCLUSIVE);
        };
    }

    /**
     * What is wrong, or that nothing is.
     *
     * @return the diagnosis with its facts and advice
     */
    public Diagnosis diagnosis() {
        return diagnosis;
    }

    /**
     * The destination in the syntax of the bypass list of the product that was found, ready to be pasted.
     *
     * @return empty if no such entry is advised, or the product is unknown or has no such list
     */
    public Optional<BypassText> rule() {
        return rule;
    }

    /** The destination and the diagnosis. */
    @Override
    public String toString() {
        return observation.host() + ":" + observation.port() + ": " + diagnosis;
    }
}
