package dev.interloper.core.diagnosis;

import java.util.Objects;

/**
 * One thing to do. Immutable.
 *
 * @param code what kind of thing, such as {@code BYPASS_IP}; the codes are those of {@code advice.tsv}
 * @param parameter which of that kind, such as {@code handshake} of {@code COLLECT}; may be empty
 * @param text an English sentence
 * @since 0.1
 */
public record AdviceStep(String code, String parameter, String text) {

    /**
     * Checks.
     *
     * @param code what kind of thing, such as {@code BYPASS_IP}; the codes are those of {@code advice.tsv}
     * @param parameter which of that kind, such as {@code handshake} of {@code COLLECT}; may be empty
     * @param text an English sentence
     * @throws NullPointerException if anything is null
     */
    public AdviceStep {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(parameter, "parameter");
        Objects.requireNonNull(text, "text");
    }

    /** The sentence. */
    @Override
    public String toString() {
        return text;
    }
}
