package dev.interloper.handshake;

/**
 * Sees the messages of one connection as they become complete, without a copy of them being made.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface HandshakeListener {

    /**
     * A handshake message is complete.
     *
     * @param message a view of it, good during this call only
     */
    void message(MessageView message);

    /**
     * A client's hello in the form of SSL 2 (RFC 5246 appendix E.2).
     *
     * @param message a view of its record, without the 2-byte header; good during this call only
     */
    default void sslv2ClientHello(MessageView message) {}

    /**
     * An alert was sent in the clear, or was decrypted.
     *
     * @param message a view of its two bytes, good during this call only
     */
    default void alert(MessageView message) {}
}
