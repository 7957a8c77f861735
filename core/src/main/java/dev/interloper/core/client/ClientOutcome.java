package dev.interloper.core.client;

/**
 * What a verdict on a client comes to.
 *
 * @since 0.1
 */
public enum ClientOutcome {
    /**
     * Somebody in between sent the hello: the probability is at least 95 %, and decisive evidence, or strong evidence of two
     * kinds, carries it.
     */
    INTERCEPTED,
    /**
     * No sign of anybody in between: the hello fits the browser that the user agent names. An interceptor that imitates that
     * browser's hello looks the same.
     */
    CONSISTENT,
    /** Neither can be said: no browser is named, it is newer than the data, or too little was seen. */
    INCONCLUSIVE;

    /** The constant in lower case. */
    @Override
    public String toString() {
        return switch (this) {
            case INTERCEPTED -> "intercepted";
            case CONSISTENT -> "consistent";
            case INCONCLUSIVE -> "inconclusive";
        };
    }
}
