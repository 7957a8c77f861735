package dev.interloper.core.probe;

/**
 * How an exchange came to its end.
 *
 * @since 0.1
 */
public enum Ending {
    /** Everything that was asked for was answered: the handshake is complete, the flight was read, the page is there. */
    COMPLETE,
    /** There was no connection to ask over. */
    NOT_CONNECTED,
    /** The proxy refused to tunnel. */
    TUNNEL_REFUSED,
    /** The server sent a fatal alert. */
    ALERT,
    /** The server answered, but not in TLS. */
    NOT_TLS,
    /** The server closed the connection (FIN) before the answer was complete. */
    CLOSED,
    /** The connection was reset before the answer was complete. */
    RESET,
    /** The answer was not complete when the time was up. */
    TIMED_OUT,
    /** More came than the limits let in. */
    LIMIT_REACHED,
    /** The caller cancelled the probe. */
    CANCELLED,
    /** The platform's TLS gave up; the exchange says why. */
    FAILED
}
