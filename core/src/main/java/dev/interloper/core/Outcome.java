package dev.interloper.core;

/**
 * What a verdict comes to.
 *
 * @since 0.1
 */
public enum Outcome {
    /**
     * Somebody in the middle terminates TLS: the probability is at least 95 %, and decisive evidence, or strong evidence of two
     * kinds, carries it. Weak evidence alone never does.
     */
    INTERCEPTED,
    /** The genuine server answered: the probability of interception is at most 5 %, and decisive evidence carries it. */
    DIRECT,
    /** Neither can be said from what was seen. It is an answer of its own, and leans to neither side. */
    INCONCLUSIVE;

    /** The constant in lower case. */
    @Override
    public String toString() {
        return switch (this) {
            case INTERCEPTED -> "intercepted";
            case DIRECT -> "direct";
            case INCONCLUSIVE -> "inconclusive";
        };
    }
}
