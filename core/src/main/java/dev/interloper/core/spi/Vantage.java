package dev.interloper.core.spi;

/**
 * What has to be at hand before a signal can say anything.
 *
 * @since 0.1
 */
public enum Vantage {
    /** A certificate chain, from wherever it comes. */
    CHAIN,
    /** A connection's handshake, as a capture or a live connection shows it. */
    CONNECTION,
    /** Several connections of one capture. */
    CAPTURE,
    /** Another view of the same host: an earlier capture, or one from elsewhere. */
    REFERENCE
}
