package dev.interloper.core.engine;

import java.util.Objects;

/**
 * How much a leaf looks like an engine's. Immutable, thread-safe.
 *
 * @param print the engine's print that is most alike
 * @param similarity from 0 to 1, over the features that both know
 * @since 0.1
 */
public record EngineMatch(EnginePrint print, double similarity) {

    /** From here on two shapes differ in no more than one of the features that engines do not copy. */
    private static final double NEAR = 0.9;

    /**
     * A match.
     *
     * @param print the engine's print
     * @param similarity from 0 to 1
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
        return similarity >= NEAR;
    }
}
