package dev.interloper.core;

import dev.interloper.core.compare.Comparison;
import dev.interloper.core.spi.Observation;
import java.util.Optional;

/**
 * One connection, or one chain, judged: what was seen, the verdict, and what to do. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Inspection {

    private final Observation observation;
    private final Verdict verdict;
    private final Advice advice;

    Inspection(Observation observation, Verdict verdict, Advice advice) {
        this.observation = observation;
        this.verdict = verdict;
        this.advice = advice;
    }

    /**
     * Everything that the verdict rests on.
     *
     * @return handshake, chain, trust report and the rest
     */
    public Observation observation() {
        return observation;
    }

    /**
     * Whether somebody sits in the middle.
     *
     * @return the verdict with its evidence
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * What to do about it.
     *
     * @return the advice
     */
    public Advice advice() {
        return advice;
    }

    /**
     * The connection side by side with its reference.
     *
     * @return empty where there was none, or where it is intercepted itself; made anew by each call
     */
    public Optional<Comparison> comparison() {
        return Comparison.of(observation);
    }

    /** The host and the verdict. */
    @Override
    public String toString() {
        return observation.serverName().map(name -> name + ": ").orElse("") + verdict;
    }
}
