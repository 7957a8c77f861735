package dev.interloper.handshake.fuzz;

import dev.interloper.handshake.stream.Direction;
import java.util.Arrays;

/** Takes a fuzzer's bytes apart; past their end everything is 0 or empty. */
final class Input {

    private final byte[] bytes;
    private int at;

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int u8() {
        return hasMore() ? bytes[at++] & 0xff : 0;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    /** As many bytes as there are, but not more than wanted. */
    byte[] take(int most) {
        byte[] taken = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + most));
        at += taken.length;
        return taken;
    }

    byte[] rest() {
        return take(bytes.length);
    }

    /** A direction and what it says: one bit, 15 bits of length, the bytes. */
    Turn turn() {
        int head = u16();
        Direction direction = head < 0x8000 ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        return new Turn(direction, take(head & 0x7fff));
    }

    /** A direction's next bytes. */
    record Turn(
            Direction direction,
            @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

        static Turn client(byte[] bytes) {
            return new Turn(Direction.CLIENT_TO_SERVER, bytes);
        }

        static Turn server(byte[] bytes) {
            return new Turn(Direction.SERVER_TO_CLIENT, bytes);
        }

        /** As {@link Input#turn} reads it. */
        byte[] encoded() {
            int head = bytes.length | (direction == Direction.CLIENT_TO_SERVER ? 0 : 0x8000);
            byte[] encoded = new byte[2 + bytes.length];
            encoded[0] = (byte) (head >> 8);
            encoded[1] = (byte) head;
            System.arraycopy(bytes, 0, encoded, 2, bytes.length);
            return encoded;
        }
    }
}
