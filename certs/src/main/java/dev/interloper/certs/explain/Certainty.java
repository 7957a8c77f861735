package dev.interloper.certs.explain;

/**
 * How sure an explanation is.
 *
 * @since 0.1
 */
public enum Certainty {
    /** The exception and the chain say the same, or the exception leaves no other reading. */
    CERTAIN,
    /** The chain or the exception says so, and there are rarer readings. */
    LIKELY,
    /** One of several readings; more would have to be known, the chain above all. */
    POSSIBLE
}
