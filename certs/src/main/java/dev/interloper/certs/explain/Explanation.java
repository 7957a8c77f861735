package dev.interloper.certs.explain;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.TrustReport;
import java.util.List;
import java.util.Optional;

/**
 * Why a connection failed, how sure that is, and what to do.
 *
 * <p>Immutable and thread-safe. {@link #toString()} is fit for a log: one line for the cause, one for each step.
 *
 * @since 0.1
 */
public final class Explanation {
    private final Cause cause;
    private final Certainty certainty;
    private final String sentence;
    private final List<String> remedies;
    private final Optional<TrustReport> report;

    Explanation(Diagnosis diagnosis, List<String> remedies, Optional<TrustReport> report) {
        this.cause = diagnosis.cause();
        this.certainty = diagnosis.certainty();
        this.sentence = diagnosis.sentence();
        this.remedies = List.copyOf(remedies);
        this.report = report;
    }

    /**
     * What made it fail.
     *
     * @return the cause
     */
    public Cause cause() {
        return cause;
    }

    /**
     * How sure that is.
     *
     * @return the certainty
     */
    public Certainty certainty() {
        return certainty;
    }

    /**
     * What happened, for people.
     *
     * @return one English sentence; peers' text in it is escaped
     */
    public String sentence() {
        return sentence;
    }

    /**
     * What to do about it, the best first. Never that everything be trusted.
     *
     * @return an unmodifiable list of sentences, with at least one element
     */
    public List<String> remedies() {
        return remedies;
    }

    /**
     * Everything that was found on the chain, beside the cause too.
     *
     * @return an unmodifiable list; empty when no chain was at hand
     */
    public List<Finding> findings() {
        return report.map(TrustReport::findings).orElse(List.of());
    }

    /**
     * The evaluation of the chain.
     *
     * @return the report; empty when no chain was at hand
     */
    public Optional<TrustReport> report() {
        return report;
    }

    /** The cause, how sure it is, the sentence; then a line for each step. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(cause).append(" (").append(certainty).append("): ").append(sentence);
        remedies.forEach(step -> text.append("\n  - ").append(step));
        return text.toString();
    }
}
