package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import java.util.List;

/**
 * One thing to look for in a client's hello and request, as a {@link dev.interloper.core.spi.Signal} is one thing to look for in
 * a connection. Implementations are stateless and thread-safe, look at nothing but the observation, and throw nothing.
 *
 * @since 0.1
 */
public interface ClientSignal {

    /**
     * A stable identifier, {@code kind.name} in lower case. Evidence of one kind mostly has one cause, so only the heaviest of
     * it counts in full.
     *
     * @return the identifier
     */
    String id();

    /**
     * Why this tells interception from its absence, and why it weighs what it does.
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
     * Looks at a client.
     *
     * @param client what was seen of it
     * @return the evidence found; empty if there is nothing to say
     */
    List<Evidence> examine(ClientObservation client);
}
