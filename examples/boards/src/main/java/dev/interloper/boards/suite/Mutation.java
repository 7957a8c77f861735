package dev.interloper.boards.suite;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Breaks bytes in the ways in which parsers break: lengths, ends, doubled and missing parts. */
final class Mutation {

    private static final int[] EDGES = {0, 1, 0x7f, 0x80, 0xfe, 0xff};

    private Mutation() {}

    static byte[] of(byte[] original, SplittableRandom random) {
        byte[] bytes = original.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> bytes[at] = (byte) EDGES[random.nextInt(EDGES.length)];
            case 3 -> bytes[random.nextInt(Math.min(bytes.length, 64))] = (byte) random.nextInt(256);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return spliced(bytes, at, at, part(bytes, random));
            }
            default -> {
                int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
                return spliced(bytes, at, end, new byte[0]);
            }
        }
        return bytes;
    }

    private static byte[] part(byte[] bytes, SplittableRandom random) {
        int from = random.nextInt(bytes.length);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(32)));
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
