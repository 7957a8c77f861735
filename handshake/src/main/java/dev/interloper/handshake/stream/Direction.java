package dev.interloper.handshake.stream;

/**
 * Which way bytes travel.
 *
 * @since 0.1
 */
public enum Direction {
    /** From the peer that opened the connection. */
    CLIENT_TO_SERVER,
    /** From the peer that answered. */
    SERVER_TO_CLIENT;

    /**
     * The other way.
     *
     * @return the opposite direction
     */
    public Direction opposite() {
        return this == CLIENT_TO_SERVER ? SERVER_TO_CLIENT : CLIENT_TO_SERVER;
    }
}
