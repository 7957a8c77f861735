package dev.interloper.certs.pin;

/**
 * What came of looking for a host's pins.
 *
 * @since 0.1
 */
public enum PinOutcome {
    /** A validated path has what the pins ask for. */
    PINNED_MATCH,
    /** Nothing is pinned for the host, or the host is exempt. */
    NO_PINS_FOR_HOST,
    /** No validated path has what the pins ask for. */
    MISMATCH,
    /** No validated path has what the pins of a report-only set ask for, and no enforced set is against it. */
    REPORT_ONLY_MISMATCH,
    /** All sets for the host have expired, so nothing is pinned any more. */
    EXPIRED_SET,
    /** No path is validated, so there is nothing on which pins could be looked for. */
    NOT_TRUSTED,
    /** No validated path has the pins, and all end in local anchors, which the policy explicitly lets get by. */
    LOCAL_ANCHOR_BYPASS;

    /**
     * Whether the pins let the connection go on.
     *
     * @return false for {@link #MISMATCH} and {@link #NOT_TRUSTED}
     */
    public boolean permits() {
        return this != MISMATCH && this != NOT_TRUSTED;
    }
}
