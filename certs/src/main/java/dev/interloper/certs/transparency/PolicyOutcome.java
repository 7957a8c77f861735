package dev.interloper.certs.transparency;

/**
 * What a policy says of a certificate and its timestamps.
 *
 * @since 0.1
 */
public enum PolicyOutcome {
    /** The policy is met. */
    COMPLIANT,
    /** The policy is not met. */
    NOT_COMPLIANT,
    /** It cannot be told, or the policy does not ask. */
    NOT_EVALUATED
}
