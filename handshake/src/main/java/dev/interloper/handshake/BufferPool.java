package dev.interloper.handshake;

import java.util.ArrayDeque;

/** Byte arrays that the connections of one reading take turns in using: as many as are needed at once, no more are made. */
final class BufferPool {

    private static final int SMALLEST = 9;
    private static final int LARGEST = 17;
    private static final int KEPT_OF_A_SIZE = 64;

    private final ArrayDeque<byte[]>[] free = newStacks();

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays of a generic type cannot be made otherwise
    private static ArrayDeque<byte[]>[] newStacks() {
        ArrayDeque<byte[]>[] stacks = new ArrayDeque[LARGEST + 1];
        for (int i = SMALLEST; i <= LARGEST; i++) {
            stacks[i] = new ArrayDeque<>();
        }
        return stacks;
    }

    /** An array of at least a size, with anything in it. */
    byte[] take(int size) {
        int power = Math.max(SMALLEST, 32 - Integer.numberOfLeadingZeros(size - 1));
        byte[] kept = power > LARGEST ? null : free[power].poll();
        return kept == null ? new byte[power > LARGEST ? size : 1 << power] : kept;
    }

    /** Takes an array back that {@link #take} gave. */
    void give(byte[] buffer) {
        int power = Integer.numberOfTrailingZeros(buffer.length);
        boolean fits = power >= SMALLEST && power <= LARGEST && buffer.length == 1 << power;
        if (fits && free[power].size() < KEPT_OF_A_SIZE) {
            free[power].push(buffer);
        }
    }

    /** A larger array with the same start; the smaller one is taken back. */
    byte[] grow(byte[] buffer, int used, int size) {
        byte[] larger = take(Math.max(size, buffer.length * 2));
        System.arraycopy(buffer, 0, larger, 0, used);
        give(buffer);
        return larger;
    }
}
