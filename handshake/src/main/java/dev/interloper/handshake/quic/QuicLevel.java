package dev.interloper.handshake.quic;

/** The encryption levels that have a CRYPTO stream (RFC 9001 section 4.1.4). */
public enum QuicLevel {
    /** ClientHello and ServerHello; the keys come from a connection id. */
    INITIAL,
    /** From EncryptedExtensions to Finished. */
    HANDSHAKE,
    /** NewSessionTicket and what else comes after the handshake, in 1-RTT packets. */
    APPLICATION
}
