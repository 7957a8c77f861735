package dev.interloper.certs.pin;

/**
 * What happens when several patterns cover a host.
 *
 * @since 0.1
 */
public enum PatternOverlap {
    /**
     * Only the most specific pattern counts, as with Android, HPKP and TrustKit: the host itself, then the longest name;
     * for one name {@code *.} before {@code **.}.
     */
    MOST_SPECIFIC,
    /**
     * The sets of all patterns count, and one match suffices, as with OkHttp. An exemption cuts off the less specific
     * patterns.
     */
    ALL_MATCHING
}
