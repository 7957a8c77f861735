package dev.interloper.core.spi;

import java.util.Objects;

/**
 * What the pins for a host say of a chain. Immutable.
 *
 * @param standing where the pinned keys are
 * @param statement the same in words, without a full stop; foreign text escaped
 * @since 0.1
 */
public record PinSighting(Standing standing, String statement) {

    /** Where the pinned keys are. */
    public enum Standing {
        /** The leaf's own key is pinned: whoever completes the handshake holds it, whatever authority vouches for it. */
        LEAF_KEY,
        /** A pinned key is on a validated path. */
        PATH,
        /** A certificate with a pinned key was sent, but no validated path has it: anybody can send it along. */
        SENT_ONLY,
        /** No pinned key anywhere. */
        MISMATCH
    }

    /**
     * Refuses nulls.
     *
     * @param standing where the pinned keys are
     * @param statement the same in words
     * @throws NullPointerException if anything is null
     */
    public PinSighting {
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(statement, "statement");
    }
}
