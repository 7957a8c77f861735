package dev.interloper.core.engine;

import java.util.Objects;

/**
 * How much a leaf looks like an engine's. Immutable, thread-safe.
 *
 * @param print the engine's print that is most alike
 * @param similarity from 0 to 1, over the features that both know
 * @param overlap how much of what there is to know both know, from 0 to 1
 * @since 0.1
 */
public record EngineMatch(EnginePrint print, double similarity, double overlap) {

    /** From here on two shapes differ in no more than one of the features that engines do not copy. */
    private static final double NEAR = 0.9;

    /** Few features fit everybody; squid's print, which leaves out all that squid copies, has two thirds. */
    private static final double MIN_OVERLAP = 0.4;

    /**
     * A match.
     *
     * @param print the engine's print
     * @param similarity from 0 to 1
     * @param overlap from 0 to 1
     * @throws NullPointerException if the print is null
     */
    public EngineMatch {
        Objects.requireNonNull(print, "print");
    }

    /**
     * The engine's name.
     *
     * @return the same for all of its prints
     */
    public String engine() {
        return print.engine();
    }

    /**
     * Whether the leaf is alike enough to be called after the engine.
     *
     * @return false if the engine is a resemblance at best
     */
    public boolean isNear() {
        return similarity >= NEAR && overlap >= MIN_OVERLAP;
    }
}
