package dev.interloper.handshake.openvpn;

import dev.interloper.handshake.stream.Direction;

/**
 * Tells a TCP direction's TLS bytes from what is around them: each packet has its length before it, and a header. Bytes are taken
 * in any portions. Not thread-safe.
 */
public final class PacketStream {

    /** What some bytes of the stream are. */
    public enum Piece {
        /** Packets' lengths and headers, and packets that carry no TLS. */
        FRAMING,
        /** The next bytes of TLS. */
        TLS,
        /** The tunnel's data has begun. */
        DATA,
        /** No packets. */
        BROKEN
    }

    /** Bytes of a packet's length. */
    public static final int PREFIX = 2;

    /** A record's first byte is greater than the first byte of a length below this times 256. */
    private static final int LONGEST_JOINED = 20;

    private final Session session;
    private final Direction direction;
    private final PacketHeader header = new PacketHeader();
    private final byte[] head = new byte[PREFIX + PacketHeader.MAX_LENGTH];
    private int fill;
    private int needed = PREFIX + 1;
    private int remaining;
    private long next = 1;
    private boolean isTls;
    private Piece piece = Piece.FRAMING;

    /**
     * A direction that has not begun.
     *
     * @param session the channel that it belongs to
     * @param direction which way its bytes travel
     */
    public PacketStream(Session session, Direction direction) {
        this.session = session;
        this.direction = direction;
    }

    /**
     * Whether a direction's first bytes may be a packet that opens a channel; {@link #isDecidable} tells when that is known. Only a
     * reset does, unless the capture began after the connection.
     *
     * @param direction which way they travelled
     * @param joined whether the connection's start was not captured
     * @param bytes an array that holds them
     * @param at index of the first
     * @param length how many are there, at least one
     * @return false if they are something else
     */
    public static boolean mayOpen(Direction direction, boolean joined, byte[] bytes, int at, int length) {
        if (!joined && !mayBeReset(bytes, at, length)) {
            return false;
        }
        if (length <= PREFIX) {
            return bytes[at] >= 0 && bytes[at] < LONGEST_JOINED;
        }
        if (!Opening.mayBeginWith(bytes[at + PREFIX], direction)) {
            return false;
        }
        return !isDecidable(bytes, at, length)
                || Session.openedBy(direction, bytes, at + PREFIX, length - PREFIX, packetLength(bytes, at))
                        .isPresent();
    }

    private static boolean mayBeReset(byte[] bytes, int at, int length) {
        return bytes[at] == 0
                && (length < PREFIX
                        || (bytes[at + 1] >= Opening.SHORTEST && (bytes[at + 1] & 0xff) <= PacketHeader.MAX_LENGTH))
                && (length <= PREFIX || Opcode.isReset(Opcode.of(bytes[at + PREFIX])));
    }

    /**
     * Whether enough of the first packet is there.
     *
     * @param bytes an array that holds it
     * @param at index of its length's first byte
     * @param length how many bytes are there
     * @return false if more are needed
     */
    public static boolean isDecidable(byte[] bytes, int at, int length) {
        return length > PREFIX && length >= PREFIX + Math.min(packetLength(bytes, at), Opening.MOST);
    }

    /**
     * The channel that a decidable first packet opens.
     *
     * @param direction which way it travelled
     * @param start the direction's first bytes
     * @return a fresh session
     */
    public static Session session(Direction direction, byte[] start) {
        return Session.openedBy(direction, start, PREFIX, start.length - PREFIX, packetLength(start, 0))
                .orElseThrow();
    }

    /**
     * A packet's length.
     *
     * @param bytes an array that holds it
     * @param at index of its first byte
     * @return bytes that follow it
     */
    public static int packetLength(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /**
     * Takes the next bytes that are of one kind, which {@link #piece} tells.
     *
     * @param bytes an array that holds them; not kept
     * @param at index of the first
     * @param length how many are there, at least one
     * @return how many were taken
     */
    public int take(byte[] bytes, int at, int length) {
        if (remaining > 0) {
            int taken = Math.min(remaining, length);
            remaining -= taken;
            piece = isTls ? Piece.TLS : Piece.FRAMING;
            return taken;
        }
        int taken = Math.min(needed - fill, length);
        System.arraycopy(bytes, at, head, fill, taken);
        fill += taken;
        piece = Piece.FRAMING;
        if (fill == needed) {
            look();
        }
        return taken;
    }

    private void look() {
        int length = packetLength(head, 0);
        int opcode = Opcode.of(head[PREFIX]);
        if (length == 0 || !Opcode.isKnown(opcode)) {
            piece = Piece.BROKEN;
        } else if (Opcode.isData(opcode)) {
            piece = Piece.DATA;
        } else if (!Opcode.isControl(opcode) || Opcode.keyId(head[PREFIX]) != 0) {
            begin(length - 1, false);
        } else {
            int end = header.read(head, PREFIX, fill - PREFIX, session.authentication);
            if (end < 0 || end > length) {
                piece = Piece.BROKEN;
            } else if (end > fill - PREFIX) {
                needed = PREFIX + end;
            } else {
                boolean carries = session.take(direction, header, head, PREFIX, end) == Session.Part.MESSAGE;
                begin(length - end, carries && isNext());
            }
        }
    }

    private void begin(int length, boolean tls) {
        remaining = length;
        isTls = tls;
        fill = 0;
        needed = PREFIX + 1;
    }

    /** Over TCP nothing is overtaken, but a message may be sent twice. */
    private boolean isNext() {
        if (header.message > next) {
            piece = Piece.BROKEN;
        }
        return header.message == next && next++ > 0;
    }

    /**
     * What the bytes are that {@link #take} took last.
     *
     * @return of which kind
     */
    public Piece piece() {
        return piece;
    }

    /**
     * Passes over bytes that will never come, if they lie within a packet's contents.
     *
     * @param length how many
     * @return what they were; {@link Piece#BROKEN} if it is not known any more where packets begin
     */
    public Piece missing(long length) {
        if (remaining == 0 || length > remaining) {
            return Piece.BROKEN;
        }
        remaining -= (int) length;
        return isTls ? Piece.TLS : Piece.FRAMING;
    }
}
