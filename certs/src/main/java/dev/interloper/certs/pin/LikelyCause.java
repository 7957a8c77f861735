package dev.interloper.certs.pin;

import java.util.Objects;

/**
 * Why pins were probably not met. A guess from one chain, to begin looking with.
 *
 * @param kind the kind of cause
 * @param sentence what speaks for it, and what else it may be; foreign text escaped
 * @since 0.1
 */
public record LikelyCause(Kind kind, String sentence) {
    /**
     * The kinds of causes.
     *
     * @since 0.1
     */
    public enum Kind {
        /** Something that has its own root, such as a company's proxy or an antivirus program, is in between. */
        PROXY,
        /** The server's certificates were changed, and the pins were not. */
        ROTATION,
        /** A public authority that is not pinned has certified the host. */
        ATTACK,
        /** Nothing tells. */
        UNKNOWN
    }

    /**
     * Refuses nulls.
     *
     * @param kind the kind of cause; not null
     * @param sentence what speaks for it; not null
     */
    public LikelyCause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentence, "sentence");
    }
}
