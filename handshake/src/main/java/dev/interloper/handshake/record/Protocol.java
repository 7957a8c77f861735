package dev.interloper.handshake.record;

/**
 * What carries a handshake's messages. The set is closed by the transports that RFC 8446, RFC 9147 and RFC 9001 define.
 *
 * @since 0.1
 */
public enum Protocol {
    /** TLS records over a byte stream, SSL included. */
    TLS,
    /** DTLS records in datagrams. */
    DTLS,
    /** CRYPTO frames of QUIC packets. */
    QUIC
}
