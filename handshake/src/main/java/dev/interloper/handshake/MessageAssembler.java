package dev.interloper.handshake;

import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts the contents of handshake and alert records together to messages. Holds the one that is under way; its buffer grows with
 * the bytes that are there, never to a declared length.
 */
final class MessageAssembler {

    private static final int HEADER_LENGTH = 4;
    private static final int ALERT_LENGTH = 2;
    private static final int INITIAL_BUFFER = 512;

    private final DirectionReader owner;
    private final int maxMessageBytes;
    private byte[] buffer = new byte[0];
    private int fill;
    private long offset;
    private int firstRecord;
    private boolean afterHole;

    MessageAssembler(DirectionReader owner, int maxMessageBytes) {
        this.owner = owner;
        this.maxMessageBytes = maxMessageBytes;
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
        for (int i = 0; i < length && owner.readsRecords(); i++) {
            append(bytes, at + i, 1, position + i, record);
            if (fill == ALERT_LENGTH) {
                fill = 0;
                owner.alert(buffer[0] & 0xff, buffer[1] & 0xff, offset, position + i + 1, firstRecord);
            }
        }
    }

    /** Takes a part of a handshake record; false if the rest of the record is to be skipped. */
    boolean fragment(byte[] bytes, int at, int length, long position, int record) {
        int from = at;
        int end = at + length;
        while (from < end) {
            int wanted = fill < HEADER_LENGTH ? HEADER_LENGTH : HEADER_LENGTH + declaredLength();
            int taken = Math.min(wanted - fill, end - from);
            append(bytes, from, taken, position + (from - at), record);
            from += taken;
            if (fill == HEADER_LENGTH && !acceptHeader()) {
                fill = 0;
                return false;
            }
            if (fill >= HEADER_LENGTH && fill == HEADER_LENGTH + declaredLength()) {
                complete(position + (from - at));
            }
            if (!owner.readsRecords()) {
                return false;
            }
        }
        return true;
    }

    private void append(byte[] bytes, int at, int length, long position, int record) {
        if (fill == 0) {
            offset = position;
            firstRecord = record;
        }
        int size = fill + length;
        if (buffer.length < size) {
            buffer = Arrays.copyOf(buffer, Math.max(size, Math.max(INITIAL_BUFFER, buffer.length * 2)));
        }
        System.arraycopy(bytes, at, buffer, fill, length);
        fill = size;
    }

    private int declaredLength() {
        return (buffer[1] & 0xff) << 16 | (buffer[2] & 0xff) << 8 | (buffer[3] & 0xff);
    }

    private boolean acceptHeader() {
        boolean tooLong = declaredLength() > maxMessageBytes;
        if (afterHole && (tooLong || !type().isKnown())) {
            return false; // the tail of a message that the hole swallowed
        }
        afterHole = false;
        if (tooLong) {
            owner.stop(
                    StreamProblem.Kind.LIMIT,
                    offset,
                    type() + " of " + declaredLength() + " bytes, more than the limit of " + maxMessageBytes);
        }
        return !tooLong;
    }

    private HandshakeType type() {
        return new HandshakeType(buffer[0] & 0xff);
    }

    private void complete(long end) {
        Bytes body = Bytes.copyOf(buffer, HEADER_LENGTH, fill - HEADER_LENGTH);
        fill = 0;
        owner.message(type(), body, offset, end, firstRecord);
    }

    /** Gives the message under way up. */
    void abandon(StreamProblem.Kind kind, String why) {
        String what = fill < HEADER_LENGTH ? "a handshake header" : type() + " of " + declaredLength() + " bytes";
        owner.problem(kind, offset, what + " " + why + " after " + fill + " bytes");
        fill = 0;
    }

    /** What the message under way lacks; null without one whose header is there. */
    @Nullable
    String unfinished() {
        return fill < HEADER_LENGTH
                ? null
                : type() + " of " + declaredLength() + " bytes ends after " + (fill - HEADER_LENGTH);
    }

    long offset() {
        return offset;
    }

    void release() {
        buffer = new byte[0];
        fill = 0;
    }

    int footprint() {
        return buffer.length;
    }
}
