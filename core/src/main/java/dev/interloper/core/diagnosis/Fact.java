package dev.interloper.core.diagnosis;

import java.util.Objects;

/**
 * One thing that is known of a connection. What is not known is no fact: rules never take it for its opposite. Immutable.
 *
 * @param code what it is, of {@link FactCodes} or one's own
 * @param statement an English sentence with the numbers, peers' text in it escaped
 * @param subject whom or what it is about, such as a product's name; may be empty
 * @since 0.1
 */
public record Fact(String code, String statement, String subject) {

    /**
     * Checks.
     *
     * @throws NullPointerException if anything is null
     * @throws IllegalArgumentException if the code is empty
     */
    public Fact {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(subject, "subject");
        if (code.isEmpty()) {
            throw new IllegalArgumentException("code is empty");
        }
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

    /** The statement and the code. */
    @Override
    public String toString() {
        return statement + " [" + code + "]";
    }
}
