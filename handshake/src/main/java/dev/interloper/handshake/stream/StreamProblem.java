package dev.interloper.handshake.stream;

/**
 * Why a direction's bytes could not all be understood. Whatever was understood besides is kept. Immutable.
 *
 * @param kind what sort of problem
 * @param direction which direction's bytes
 * @param offset index of the place in the direction's byte stream
 * @param description one sentence for a person
 * @since 0.1
 */
public record StreamProblem(Kind kind, Direction direction, long offset, String description) {

    /** Sorts of problems. */
    public enum Kind {
        /** The capture lacks bytes in the middle. */
        MISSING_BYTES,
        /** The bytes end before a message does: more were needed. */
        NEEDS_MORE,
        /** The bytes are not what the protocol says. */
        MALFORMED,
        /** A limit of this library was reached. */
        LIMIT
    }
}
