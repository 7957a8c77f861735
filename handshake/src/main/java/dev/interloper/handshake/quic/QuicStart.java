package dev.interloper.handshake.quic;

import dev.interloper.handshake.stream.Direction;
import java.util.Arrays;

/** Tells by their content datagrams with which a client may open a connection. */
final class QuicStart {

    private static final int MIN_ID = 8;

    /** What RFC 9000 section 14.1 demands of a client's Initial packets. */
    private static final int MIN_DATAGRAM = 1200;

    private QuicStart() {}

    static boolean isPlausible(byte[] bytes, int offset, int length) {
        LongHeader header = new LongHeader();
        return read(header, bytes, offset, offset + length);
    }

    private static boolean read(LongHeader header, byte[] bytes, int offset, int limit) {
        if (limit - offset < 7
                || (bytes[offset] & 0xc0) != 0xc0
                || !header.readInvariants(bytes, offset, limit)
                || !header.hasPlausibleIds()
                || header.destinationLength < MIN_ID
                || header.version == 0
                || QuicVersion.isGoogles(header.version)) {
            return false;
        }
        QuicVersion version = QuicVersion.of(header.version);
        boolean mayBeInitial = version == null
                ? limit - offset >= MIN_DATAGRAM
                        && (mayBeInitial(QuicVersion.V1, header) || mayBeInitial(QuicVersion.V2, header))
                : mayBeInitial(version, header);
        return mayBeInitial
                && header.readLengths(bytes, limit, true)
                && header.end - header.number > PacketProtection.TAG + 4;
    }

    private static boolean mayBeInitial(QuicVersion version, LongHeader header) {
        return version.type(header.first) == QuicPacketType.INITIAL;
    }

    /** Whether the first packet opens with the keys that a client derives from the connection id in it. */
    static boolean opensAsClients(byte[] bytes, int offset, int length) {
        LongHeader header = new LongHeader();
        if (!read(header, bytes, offset, offset + length)) {
            return false;
        }
        byte[] id = Arrays.copyOfRange(bytes, header.destination, header.destination + header.destinationLength);
        byte[] frames = new byte[header.end - header.number];
        QuicVersion known = QuicVersion.of(header.version);
        for (QuicVersion version : QuicVersion.CANDIDATES) {
            QuicVersion tried = known == null ? version : known;
            if (mayBeInitial(tried, header)
                    && InitialKeys.of(tried, id)
                                    .of(Direction.CLIENT_TO_SERVER)
                                    .open(bytes, offset, header.number, header.end, -1, frames)
                            >= 0) {
                return true;
            }
            if (known != null) {
                return false;
            }
        }
        return false;
    }
}
