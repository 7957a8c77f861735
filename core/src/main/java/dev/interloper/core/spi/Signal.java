package dev.interloper.core.spi;

import java.util.List;
import java.util.Set;

/**
 * One thing to look for. Implementations are stateless and thread-safe, look at nothing but the observation, and throw nothing.
 *
 * @since 0.1
 */
public interface Signal {

    /**
     * A stable identifier, {@code family.name} in lower case.
     *
     * @return the identifier
     */
    String id();

    /**
     * What has to be at hand for it.
     *
     * @return the vantage
     */
    Vantage vantage();

    /**
     * What its evidence is made of: where any of these kinds is withheld, the signal is not asked.
     *
     * @return the kinds; empty if it is none of those that can be withheld
     */
    Set<EvidenceKind> kinds();

    /**
     * Why this tells interception from its absence.
     *
     * @return a sentence or two
     */
    String rationale();

    /**
     * Why its evidence weighs what it weighs.
     *
     * @return a sentence or two; says "context only" where it weighs nothing
     */
    String weighing();

    /**
     * What looks the same without interception.
     *
     * @return a sentence or two; says "none known" where none is
     */
    String falsePositives();

    /**
     * Looks at an observation.
     *
     * @param observation what was seen
     * @return the evidence found; empty if there is nothing to say
     */
    List<Evidence> examine(Observation observation);
}
