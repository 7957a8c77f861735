package dev.interloper.core.spi;

/**
 * What another view of the same host is worth as a reference.
 *
 * @since 0.1
 */
public enum ReferenceStanding {
    /** No reference was asked for. */
    NONE,
    /** There is a reference, but it holds no connection to this host. */
    MISSING,
    /** The reference is intercepted itself: nothing is concluded from it. */
    INTERCEPTED,
    /** Whether the reference is the server itself is not known: where both views differ, either may be the odd one. */
    UNDECIDED,
    /** The reference is known to be the server itself. */
    GENUINE
}
