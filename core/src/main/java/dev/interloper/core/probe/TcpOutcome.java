package dev.interloper.core.probe;

/**
 * What became of an attempt to connect.
 *
 * @since 0.1
 */
public enum TcpOutcome {
    /** The connection stands. */
    CONNECTED,
    /** No answer to the SYN within the time given. */
    TIMED_OUT,
    /** The SYN was answered by a reset. */
    REFUSED,
    /** The host or network cannot be reached: a router said so (ICMP), or this machine has no route. */
    UNREACHABLE,
    /** Another failure; the exchange says which. */
    FAILED,
    /** Not tried: the probe ended before, by its deadline or because somebody cancelled it. */
    NOT_TRIED
}
