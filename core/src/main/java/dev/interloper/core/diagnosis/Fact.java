package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.ProbeStep;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is known of a connection. What is not known is no fact: rules never take it for its opposite. Immutable.
 *
 * @param code what it is, of {@link FactCodes} or one's own
 * @param statement an English sentence with the numbers, peers' text in it escaped
 * @param subject whom or what it is about, such as a product's name; may be empty
 * @param seenIn the step of a probe that showed it; empty if no single one did
 * @since 0.1
 */
public record Fact(String code, String statement, String subject, Optional<ProbeStep> seenIn) {

    /**
     * Checks.
     *
     * @param code what it is, of {@link FactCodes} or one's own
     * @param statement an English sentence with the numbers, peers' text in it escaped
     * @param subject whom or what it is about, such as a product's name; may be empty
     * @param seenIn the step of a probe that showed it; empty if no single one did
     * @throws NullPointerException if anything is null
     * @throws IllegalArgumentException if the code is empty
     */
    public Fact {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(seenIn, "seenIn");
        if (code.isEmpty()) {
            throw new IllegalArgumentException("code is empty");
        }
    }

    /**
     * A fact that no single step of a probe showed.
     *
     * @param code what it is
     * @param statement an English sentence
     * @param subject whom or what it is about; may be empty
     */
    public Fact(String code, String statement, String subject) {
        this(code, statement, subject, Optional.empty());
    }

    /**
     * A fact about the connection alone.
     *
     * @param code what it is
     * @param statement an English sentence
     * @return the fact
     */
    public static Fact of(String code, String statement) {
        return new Fact(code, statement, "");
    }

    /**
     * The same fact, shown by a step of a probe.
     *
     * @param step the step
     * @return a fact
     */
    public Fact in(ProbeStep step) {
        return new Fact(code, statement, subject, Optional.of(step));
    }

    /** The statement and the code. */
    @Override
    public String toString() {
        return statement + " [" + code + "]";
    }
}
