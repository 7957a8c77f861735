package dev.interloper.handshake.capture;

import dev.interloper.handshake.stream.Endpoint;
import java.util.Optional;

/**
 * A connection while its capture is being read. Not thread-safe.
 *
 * @since 0.1
 */
public interface ConnectionView {

    /**
     * The end that opened the connection.
     *
     * @return its address and port, made for this call
     */
    Endpoint client();

    /**
     * The end that answered.
     *
     * @return its address and port, made for this call
     */
    Endpoint server();

    /**
     * When the connection's first packet arrived.
     *
     * @return nanoseconds since 1970-01-01T00:00:00Z
     */
    long startNanos();

    /**
     * Keeps something with the connection until it ends, instead of what was kept before.
     *
     * @param object what the listener wants to find again
     */
    void attach(Object object);

    /**
     * What {@link #attach} kept.
     *
     * @return empty if nothing was
     */
    Optional<Object> attachment();
}
