package dev.interloper.core.probe;

import java.util.random.RandomGenerator;

/** A name that nobody has: its domain is reserved for that (RFC 6761 section 6.4), and no public authority certifies it. */
final class Canary {

    private static final int LETTERS = 16;

    private Canary() {}

    static String name(RandomGenerator random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name + ".invalid";
    }
}
