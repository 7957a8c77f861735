package dev.interloper.core.spi;

import java.util.List;

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
     * Why this tells interception from its absence.
     *
     * @return a sentence or two
     */
    String rationale();

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
