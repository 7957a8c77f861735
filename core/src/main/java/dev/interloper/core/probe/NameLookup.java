package dev.interloper.core.probe;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the resolver said to a name. Immutable.
 *
 * @param host the name as asked
 * @param outcome whether there was an answer
 * @param addresses the addresses in text form, in the resolver's order; empty unless found
 * @param took how long it took
 * @since 0.1
 */
public record NameLookup(String host, Outcome outcome, List<String> addresses, Duration took) {

    /** Whether a resolver answered. */
    public enum Outcome {
        /** There are addresses. */
        FOUND,
        /** The resolver says that there is no such name, or no address for it; Java does not tell a failing resolver from that. */
        NOT_FOUND,
        /** No answer within the time given. */
        TIMED_OUT,
        /** The host is an address already. */
        NOT_NEEDED,
        /** The proxy was left to resolve it. */
        LEFT_TO_PROXY
    }

    /**
     * Checks and copies.
     *
     * @param host the name as asked
     * @param outcome whether there was an answer
     * @param addresses the addresses in text form, in the resolver's order; empty unless found
     * @param took how long it took
     * @throws NullPointerException if anything is null
     */
    public NameLookup {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(outcome, "outcome");
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(took, "took");
    }
}
