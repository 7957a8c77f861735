package dev.interloper.handshake.openvpn;

import dev.interloper.handshake.stream.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its contents whether a packet opens a control channel: a reset, which names no message but the first and has nothing
 * behind its header, or the first bytes of a hello. No packet tells how long its authentication is: the one length that makes
 * sense of the whole packet is it.
 */
public final class Opening {

    /** The most of a packet that is looked at: a header, and a record's and a message's start. */
    public static final int MOST = PacketHeader.MAX_LENGTH + 6;

    /** A packet's number and its time, behind the digest, against replays. */
    static final int REPLAY_LENGTH = 8;

    static final int MAX_AUTHENTICATION = 64 + REPLAY_LENGTH;

    /** None, or a digest such as MD5, SHA-1, SHA-224, SHA-256, SHA-384 or SHA-512 with what is against replays. */
    private static final int[] AUTHENTICATIONS = {0, 24, 28, 36, 40, 56, MAX_AUTHENTICATION};

    static final int SHORTEST = 14;
    private static final int LATE = 256;

    private Opening() {}

    /**
     * Which direction's first packet this may be, by its first byte alone.
     *
     * @param first the packet's first byte
     * @param direction which way it travelled
     * @return false for most bytes
     */
    public static boolean mayBeginWith(byte first, Direction direction) {
        int opcode = Opcode.of(first);
        boolean reset =
                direction == Direction.CLIENT_TO_SERVER ? Opcode.isClientReset(opcode) : Opcode.isServerReset(opcode);
        return Opcode.keyId(first) == 0 && (reset || opcode == Opcode.CONTROL);
    }

    /**
     * Who sends a packet that opens a control channel.
     *
     * @param bytes an array that holds the packet
     * @param at index of its first byte
     * @param length its length
     * @return null if it opens none
     */
    public static @Nullable Direction sender(byte[] bytes, int at, int length) {
        for (Direction direction : Direction.values()) {
            if (authentication(direction, bytes, at, length, length) >= 0) {
                return direction;
            }
        }
        return null;
    }

    /**
     * Whether a datagram is a client's reset, and of another session than the one that is known.
     *
     * @param bytes an array that holds the packet
     * @param at index of its first byte
     * @param length its length
     * @param session the session that is known
     * @return true if a new conversation begins
     */
    public static boolean isAnotherClients(byte[] bytes, int at, int length, long session) {
        return length > 0
                && Opcode.isClientReset(Opcode.of(bytes[at]))
                && authentication(Direction.CLIENT_TO_SERVER, bytes, at, length, length) >= 0
                && PacketHeader.session(bytes, at) != session;
    }

    /**
     * The session of a packet that opens a control channel.
     *
     * @param bytes an array that holds the packet
     * @param at index of its first byte
     * @return a random number
     */
    public static long session(byte[] bytes, int at) {
        return PacketHeader.session(bytes, at);
    }

    /** How long the authentication of a packet is that opens a control channel, its digest and what follows that; -1 if none. */
    static int authentication(Direction direction, byte[] bytes, int at, int available, int length) {
        if (length < SHORTEST || available == 0 || !mayBeginWith(bytes[at], direction)) {
            return -1;
        }
        PacketHeader header = new PacketHeader();
        for (int authentication : AUTHENTICATIONS) {
            int end = header.read(bytes, at, available, authentication);
            if (end > 0
                    && end <= available
                    && header.session != 0
                    && PacketHeader.isNumbered(bytes, at, authentication)
                    && isFirst(direction, header)
                    && (header.opcode == Opcode.CONTROL
                            ? startsHello(direction, bytes, at + end, available - end)
                            : end == length)) {
                return authentication;
            }
        }
        return -1;
    }

    private static boolean isFirst(Direction direction, PacketHeader header) {
        if (header.acknowledged > 0 && header.acknowledgedSession == 0) {
            return false;
        }
        if (header.opcode == Opcode.CONTROL) {
            return header.message > 0 && header.message < LATE && header.highestAcknowledged < LATE;
        }
        boolean acknowledges = header.acknowledged > 0;
        return header.message == 0
                && header.highestAcknowledged <= 0
                && !(acknowledges && direction == Direction.CLIENT_TO_SERVER);
    }

    private static boolean startsHello(Direction direction, byte[] bytes, int at, int length) {
        int hello = direction == Direction.CLIENT_TO_SERVER ? 1 : 2;
        return length >= 6
                && bytes[at] == 22
                && bytes[at + 1] == 3
                && bytes[at + 2] >= 0
                && bytes[at + 2] <= 4
                && (bytes[at + 3] & 0xff) <= 0x40
                && bytes[at + 5] == hello;
    }
}
