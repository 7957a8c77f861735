package dev.interloper.core.spi;

import java.util.List;
import java.util.Objects;

/**
 * One thing that speaks for or against interception, with what it was seen on. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Evidence {

    private final String signal;
    private final Grade grade;
    private final double weight;
    private final String statement;
    private final String source;
    private final List<Long> packets;

    private Evidence(String signal, Grade grade, double weight, String statement, String source, List<Long> packets) {
        this.signal = signal;
        this.grade = grade;
        this.weight = weight;
        this.statement = statement;
        this.source = source;
        this.packets = packets;
    }

    /**
     * Evidence.
     *
     * @param signal identifier of the signal that found it, such as {@code key.own-issuer}
     * @param grade how far it carries
     * @param weight the natural logarithm of its likelihood ratio: how many times likelier it is under interception than without;
     *     positive speaks for interception, negative against; must be 0 for {@link Grade#CONTEXT}
     * @param statement one English sentence with the actual values
     * @param source where the rule comes from: an RFC's section, a paper, a measurement
     * @return the evidence, without packets
     * @throws IllegalArgumentException if the weight is not finite, or does not fit the grade
     */
    public static Evidence of(String signal, Grade grade, double weight, String statement, String source) {
        Objects.requireNonNull(grade, "grade");
        if (!Double.isFinite(weight) || (grade == Grade.CONTEXT) != (weight == 0)) {
            throw new IllegalArgumentException("weight " + weight + " does not fit grade " + grade + " of " + signal);
        }
        return new Evidence(
                Objects.requireNonNull(signal, "signal"),
                grade,
                weight,
                Objects.requireNonNull(statement, "statement"),
                Objects.requireNonNull(source, "source"),
                List.of());
    }

    /**
     * Something that the reader should know, and that is no evidence either way.
     *
     * @param signal identifier of the signal that found it
     * @param statement one English sentence with the actual values
     * @param source where the rule comes from
     * @return the evidence, with weight 0
     */
    public static Evidence context(String signal, String statement, String source) {
        return of(signal, Grade.CONTEXT, 0, statement, source);
    }

    /**
     * The same evidence, pointing at packets.
     *
     * @param numbers their numbers in the capture, from 1
     * @return the evidence
     */
    public Evidence inPackets(List<Long> numbers) {
        return new Evidence(signal, grade, weight, statement, source, List.copyOf(numbers));
    }

    /**
     * The signal that found it.
     *
     * @return its identifier
     */
    public String signal() {
        return signal;
    }

    /**
     * How far it carries.
     *
     * @return the grade
     */
    public Grade grade() {
        return grade;
    }

    /**
     * The natural logarithm of the likelihood ratio.
     *
     * @return positive for interception, negative against it, 0 for context
     */
    public double weight() {
        return weight;
    }

    /**
     * What was seen, in one sentence.
     *
     * @return English text, safe to print
     */
    public String statement() {
        return statement;
    }

    /**
     * Where the rule comes from.
     *
     * @return an RFC's section, a paper, a measurement
     */
    public String source() {
        return source;
    }

    /**
     * The packets that show it.
     *
     * @return their numbers in the capture; empty where it is not about packets
     */
    public List<Long> packets() {
        return packets;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && signal.equals(that.signal)
                && grade == that.grade
                && Double.compare(weight, that.weight) == 0
                && statement.equals(that.statement)
                && source.equals(that.source)
                && packets.equals(that.packets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signal, grade, weight, statement, source, packets);
    }

    /** The signal and its statement. */
    @Override
    public String toString() {
        return signal + ": " + statement;
    }
}
