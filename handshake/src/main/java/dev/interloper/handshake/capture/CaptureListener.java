package dev.interloper.handshake.capture;

import dev.interloper.handshake.MessageView;

/**
 * Sees the handshakes of a capture as they are read, without a copy of them being made: for captures that are too large to make
 * an object of each message.
 *
 * @since 0.1
 */
public interface CaptureListener {

    /**
     * A handshake message is complete.
     *
     * @param connection the connection that it belongs to: the same object for each of its messages, good until {@link #ended}
     * @param message a view of it, good during this call only
     */
    void message(ConnectionView connection, MessageView message);

    /**
     * A client's hello in the form of SSL 2 (RFC 5246 appendix E.2).
     *
     * @param connection the connection that it belongs to
     * @param message a view of its record, without the 2-byte header; good during this call only
     */
    default void sslv2ClientHello(ConnectionView connection, MessageView message) {}

    /**
     * An alert was sent in the clear, or was decrypted.
     *
     * @param connection the connection that it belongs to
     * @param alert a view of its two bytes, good during this call only
     */
    default void alert(ConnectionView connection, MessageView alert) {}

    /**
     * A connection with TLS in it has been seen as far as it can be.
     *
     * @param connection the connection
     */
    default void ended(ConnectionView connection) {}
}
