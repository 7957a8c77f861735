package dev.interloper.core.probe;

import java.util.Objects;

/**
 * One thing that a probe has done, for whoever watches its progress. Immutable.
 *
 * @param step what it belongs to
 * @param statement what happened, in a few words; peers' text in it is escaped
 * @since 0.1
 */
public record ProbeEvent(ProbeStep step, String statement) {

    /**
     * Checks.
     *
     * @param step what it belongs to
     * @param statement what happened, in a few words; peers' text in it is escaped
     * @throws NullPointerException if anything is null
     */
    public ProbeEvent {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(statement, "statement");
    }
}
