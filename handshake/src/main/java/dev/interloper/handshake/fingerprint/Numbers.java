package dev.interloper.handshake.fingerprint;

import java.util.Arrays;

/** A growing list of numbers that is filled again and again in the same room. */
final class Numbers {

    private int[] values = new int[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void sort() {
        Arrays.sort(values, 0, size);
    }
}
