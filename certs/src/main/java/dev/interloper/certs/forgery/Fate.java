package dev.interloper.certs.forgery;

/**
 * What became of a field of the genuine leaf in the leaf that was presented.
 *
 * @since 0.1
 */
public enum Fate {
    /** It is the same, octet for octet. */
    KEPT,
    /** It says the same in another order, encoding or criticality. */
    REWRITTEN,
    /** It says something else. */
    CHANGED,
    /** It is no longer there. */
    DROPPED,
    /** It was not there before. */
    ADDED,
    /** Neither leaf has it. */
    ABSENT
}
