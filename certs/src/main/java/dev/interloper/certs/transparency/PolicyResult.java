package dev.interloper.certs.transparency;

import java.util.List;
import java.util.Objects;

/**
 * The outcome of one policy, with its reasons.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class PolicyResult {
    private final String policy;
    private final PolicyOutcome outcome;
    private final List<String> reasons;

    private PolicyResult(String policy, PolicyOutcome outcome, List<String> reasons) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.outcome = outcome;
        this.reasons = List.copyOf(reasons);
    }

    /**
     * The policy is met.
     *
     * @param policy its name; not null
     * @return the result
     */
    public static PolicyResult compliant(String policy) {
        return new PolicyResult(policy, PolicyOutcome.COMPLIANT, List.of());
    }

    /**
     * The policy is not met.
     *
     * @param policy its name; not null
     * @param reasons what is missing, the ends of sentences; not null, nor any element; not empty
     * @return the result
     * @throws IllegalArgumentException if there is no reason
     */
    public static PolicyResult notCompliant(String policy, List<String> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("reasons must not be empty");
        }
        return new PolicyResult(policy, PolicyOutcome.NOT_COMPLIANT, reasons);
    }

    /**
     * Nothing can be said.
     *
     * @param policy its name; not null
     * @param reason why, the end of a sentence; not null
     * @return the result
     */
    public static PolicyResult notEvaluated(String policy, String reason) {
        return new PolicyResult(policy, PolicyOutcome.NOT_EVALUATED, List.of(reason));
    }

    /**
     * Whose policy it is.
     *
     * @return the name
     */
    public String policy() {
        return policy;
    }

    /**
     * What it says.
     *
     * @return the outcome
     */
    public PolicyOutcome outcome() {
        return outcome;
    }

    /**
     * Why.
     *
     * @return ends of sentences, an unmodifiable list; empty when the policy is met
     */
    public List<String> reasons() {
        return reasons;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyResult that
                && policy.equals(that.policy)
                && outcome == that.outcome
                && reasons.equals(that.reasons);
    }

    @Override
    public int hashCode() {
        return Objects.hash(policy, outcome, reasons);
    }

    /** Name, outcome and reasons. */
    @Override
    public String toString() {
        return policy + ": " + outcome + (reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")");
    }
}
