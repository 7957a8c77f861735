package dev.interloper.handshake.openvpn;

/**
 * What a control packet says before its TLS bytes: kind and key, sender's session, authentication, acknowledged messages with
 * their sender's session, and the message's own number. Reused from packet to packet.
 */
final class PacketHeader {

    static final int MAX_ACKNOWLEDGED = 8;

    /** Kind, session, the longest authentication, eight acknowledged messages, their session, a message's number. */
    static final int MAX_LENGTH = 1 + 8 + Opening.MAX_AUTHENTICATION + 1 + 4 * MAX_ACKNOWLEDGED + 8 + 4;

    private static final int SESSION = 1;
    private static final int AUTHENTICATION = SESSION + 8;

    int opcode;
    int keyId;
    long session;
    int acknowledged;
    long highestAcknowledged;
    long acknowledgedSession;
    /** -1 in a packet that only acknowledges. */
    long message;

    /**
     * Reads a header as far as it is there.
     *
     * @return how long the header is, as far as that is known; more than available if it was not read; -1 if it is none
     */
    int read(byte[] bytes, int at, int available, int authentication) {
        int counted = AUTHENTICATION + authentication + 1;
        if (available < counted) {
            return counted;
        }
        int count = bytes[at + counted - 1] & 0xff;
        if (count > MAX_ACKNOWLEDGED) {
            return -1;
        }
        int kind = Opcode.of(bytes[at]);
        int length = counted + (count > 0 ? 4 * count + 8 : 0) + (kind == Opcode.ACK ? 0 : 4);
        if (available < length) {
            return length;
        }
        opcode = kind;
        keyId = Opcode.keyId(bytes[at]);
        session = u64(bytes, at + SESSION);
        acknowledged = count;
        highestAcknowledged = -1;
        for (int i = 0; i < count; i++) {
            highestAcknowledged = Math.max(highestAcknowledged, u32(bytes, at + counted + 4 * i));
        }
        acknowledgedSession = count > 0 ? u64(bytes, at + counted + 4 * count) : 0;
        message = kind == Opcode.ACK ? -1 : u32(bytes, at + length - 4);
        return length;
    }

    /** The session that a packet names as its sender's. */
    static long session(byte[] bytes, int at) {
        return u64(bytes, at + SESSION);
    }

    /** Whether the packet's number in its authentication has ever been counted up; always without authentication. */
    static boolean isNumbered(byte[] bytes, int at, int authentication) {
        return authentication == 0 || u32(bytes, at + AUTHENTICATION + authentication - Opening.REPLAY_LENGTH) != 0;
    }

    private static long u32(byte[] bytes, int at) {
        return (long) (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | (bytes[at + 3] & 0xff);
    }

    private static long u64(byte[] bytes, int at) {
        return u32(bytes, at) << 32 | u32(bytes, at + 4);
    }
}
