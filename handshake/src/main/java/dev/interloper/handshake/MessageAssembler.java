package dev.interloper.handshake;

import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.stream.StreamProblem;
import org.jspecify.annotations.Nullable;

/**
 * Puts the contents of handshake and alert records together to messages. One that lies in one piece is handed on where it lies;
 * else the pieces are held in a buffer that grows with the bytes that are there, never to a declared length.
 */
final class MessageAssembler {

    private static final int HEADER_LENGTH = 4;
    private static final int ALERT_LENGTH = 2;
    private static final int INITIAL_BUFFER = 2048;
    private static final byte[] NOTHING = {};

    private final MessageOwner owner;
    private byte[] buffer = NOTHING;
    private int fill;
    private long offset;
    private int firstRecord;
    private boolean afterHole;

    MessageAssembler(MessageOwner owner) {
        this.owner = owner;
    }

    boolean isUnderWay() {
        return fill > 0;
    }

    /** What comes next may be the tail of a message whose head is lost. */
    void expectTail() {
        afterHole = true;
    }

    /** Takes a part of an alert record that starts at a place in the stream. */
    void alert(byte[] bytes, int at, int length, long position, int record) {
        for (int i = 0; i < length && owner.isReading(); i++) {
            append(bytes, at + i, 1, position + i, record);
            if (fill == ALERT_LENGTH) {
                owner.alert(buffer, 0, offset, position + i + 1, firstRecord);
                release();
            }
        }
    }

    /** Takes a part of a handshake record; false if the rest of the record is to be skipped. */
    boolean fragment(byte[] bytes, int at, int length, long position, int record) {
        int from = at;
        int end = at + length;
        while (from < end) {
            if (fill == 0 && isWhole(bytes, from, end)) {
                offset = position + (from - at);
                firstRecord = record;
                int body = declaredLength(bytes, from);
                if (!acceptHeader(bytes, from)) {
                    return false;
                }
                from += HEADER_LENGTH + body;
                owner.message(
                        bytes[from - body - HEADER_LENGTH] & 0xff,
                        bytes,
                        from - body,
                        body,
                        offset,
                        position + (from - at),
                        record);
            } else {
                int taken = Math.min(wanted() - fill, end - from);
                append(bytes, from, taken, position + (from - at), record);
                from += taken;
                if (fill == HEADER_LENGTH && !acceptHeader(buffer, 0)) {
                    release();
                    return false;
                }
                if (fill >= HEADER_LENGTH && fill == HEADER_LENGTH + declaredLength(buffer, 0)) {
                    complete(position + (from - at));
                }
            }
            if (!owner.isReading()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(byte[] bytes, int from, int end) {
        return end - from >= HEADER_LENGTH && end - from - HEADER_LENGTH >= declaredLength(bytes, from);
    }

    private int wanted() {
        return fill < HEADER_LENGTH ? HEADER_LENGTH : HEADER_LENGTH + declaredLength(buffer, 0);
    }

    private void append(byte[] bytes, int at, int length, long position, int record) {
        if (fill == 0) {
            offset = position;
            firstRecord = record;
        }
        int size = fill + length;
        if (buffer.length == 0) {
            buffer = owner.buffers().take(Math.max(size, INITIAL_BUFFER));
        } else if (buffer.length < size) {
            buffer = owner.buffers().grow(buffer, fill, size);
        }
        System.arraycopy(bytes, at, buffer, fill, length);
        fill = size;
    }

    private static int declaredLength(byte[] header, int at) {
        return (header[at + 1] & 0xff) << 16 | (header[at + 2] & 0xff) << 8 | (header[at + 3] & 0xff);
    }

    private boolean acceptHeader(byte[] header, int at) {
        int declared = declaredLength(header, at);
        boolean tooLong = declared > owner.limits().maxMessageBytes();
        if (afterHole && (tooLong || !new HandshakeType(header[at] & 0xff).isKnown())) {
            return false; // the tail of a message that the hole swallowed
        }
        afterHole = false;
        if (tooLong) {
            owner.stop(
                    StreamProblem.Kind.LIMIT,
                    offset,
                    new HandshakeType(header[at] & 0xff) + " of " + declared + " bytes, more than the limit of "
                            + owner.limits().maxMessageBytes());
        }
        return !tooLong;
    }

    private void complete(long end) {
        int length = fill - HEADER_LENGTH;
        fill = 0; // before the call: what it does may end the reading
        owner.message(buffer[0] & 0xff, buffer, HEADER_LENGTH, length, offset, end, firstRecord);
        release();
    }

    /** Gives the message under way up. */
    void abandon(StreamProblem.Kind kind, String why) {
        owner.problem(kind, offset, underWay() + " " + why + " after " + fill + " bytes");
        release();
    }

    private String underWay() {
        return fill < HEADER_LENGTH
                ? "a handshake header"
                : new HandshakeType(buffer[0] & 0xff) + " of " + declaredLength(buffer, 0) + " bytes";
    }

    /** What the message under way lacks; null without one whose header is there. */
    @Nullable
    String unfinished() {
        return fill < HEADER_LENGTH ? null : underWay() + " ends after " + (fill - HEADER_LENGTH);
    }

    long offset() {
        return offset;
    }

    void release() {
        if (buffer.length > 0) {
            owner.buffers().give(buffer);
            buffer = NOTHING;
        }
        fill = 0;
    }

    int footprint() {
        return buffer.length;
    }
}
