package dev.interloper.handshake.quic;

/** The kinds of packets (RFC 9000 section 17). */
public enum QuicPacketType {
    INITIAL,
    ZERO_RTT,
    HANDSHAKE,
    RETRY,
    VERSION_NEGOTIATION,
    /** With a short header. */
    ONE_RTT
}
