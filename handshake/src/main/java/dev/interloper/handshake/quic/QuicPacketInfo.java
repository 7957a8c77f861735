package dev.interloper.handshake.quic;

import dev.interloper.handshake.wire.Bytes;

/**
 * A packet's header.
 *
 * @param type its kind
 * @param version the version field; of a short header, what the connection negotiated
 * @param destination the destination connection id
 * @param source the source connection id; empty in a short header
 * @param number the packet number; -1 if the packet has none or was not opened
 * @param datagram which call of {@link QuicReader#receive} brought it, from 0
 * @param offset where it starts in its datagram
 * @param length its bytes
 */
public record QuicPacketInfo(
        QuicPacketType type,
        int version,
        Bytes destination,
        Bytes source,
        long number,
        long datagram,
        int offset,
        int length) {}
