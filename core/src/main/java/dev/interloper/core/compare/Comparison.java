package dev.interloper.core.compare;

import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.core.compare.ComparedAspect.Likeness;
import dev.interloper.core.spi.Observation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two connections to one host side by side: versions, ServerHellos, flights, chains and leaves. What differs because the clients
 * asked for other things, or because a certificate was renewed, is told from what does not. Nothing is weighed here. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class Comparison {

    private final Observation seen;
    private final Observation reference;
    private final List<ComparedAspect> aspects;

    private Comparison(Observation seen, Observation reference, List<ComparedAspect> aspects) {
        this.seen = seen;
        this.reference = reference;
        this.aspects = aspects;
    }

    /**
     * Compares an observation with its reference.
     *
     * @param seen the connection under inspection
     * @return empty where it has no reference
     */
    public static Optional<Comparison> of(Observation seen) {
        return seen.reference().map(reference -> of(seen, reference, seen.leafBesideReference()));
    }

    /**
     * Compares two observations of one host.
     *
     * @param seen the connection under inspection
     * @param reference the other view
     * @return the comparison
     */
    public static Comparison of(Observation seen, Observation reference) {
        return of(seen, reference, ForgeryComparison.of(seen.chain(), reference.chain()));
    }

    private static Comparison of(Observation seen, Observation reference, Optional<ForgeryComparison> leaves) {
        Rows rows = new Rows();
        addStack(rows, seen, reference);
        LeafRows.add(rows, seen, reference, leaves);
        return new Comparison(seen, reference, rows.rows());
    }

    /**
     * Compares only what tells the TLS stacks: the server's answers and how they were packed.
     *
     * @param seen the connection under inspection
     * @param reference the other view
     * @return aspects of the groups {@link Aspect.Group#ANSWER} and {@link Aspect.Group#FLIGHT}
     */
    public static List<ComparedAspect> stacks(Observation seen, Observation reference) {
        Rows rows = new Rows();
        addStack(rows, seen, reference);
        return rows.rows();
    }

    private static void addStack(Rows rows, Observation seen, Observation reference) {
        AnswerRows.add(
                rows,
                seen.handshake().flatMap(Answer::of),
                reference.handshake().flatMap(Answer::of));
        FlightRows.add(rows, seen.flight(), reference.flight());
    }

    /**
     * The connection under inspection.
     *
     * @return the observation
     */
    public Observation seen() {
        return seen;
    }

    /**
     * What it is compared with.
     *
     * @return the other observation
     */
    public Observation reference() {
        return reference;
    }

    /**
     * All that was compared.
     *
     * @return in a fixed order; without what neither side shows
     */
    public List<ComparedAspect> aspects() {
        return aspects;
    }

    /**
     * One aspect.
     *
     * @param aspect which
     * @return empty where neither side shows it
     */
    public Optional<ComparedAspect> aspect(Aspect aspect) {
        Objects.requireNonNull(aspect, "aspect");
        return aspects.stream().filter(row -> row.aspect() == aspect).findFirst();
    }

    /**
     * What differs.
     *
     * @return in the same order
     */
    public List<ComparedAspect> differences() {
        return aspects.stream()
                .filter(row -> row.likeness() == Likeness.DIFFERENT)
                .toList();
    }

    /**
     * What speaks for another party in one of both connections.
     *
     * @return in the same order
     */
    public List<ComparedAspect> mattering() {
        return aspects.stream().filter(ComparedAspect::matters).toList();
    }

    /** The differences, joined. */
    @Override
    public String toString() {
        List<ComparedAspect> differences = differences();
        return differences.isEmpty()
                ? "no differences"
                : differences.stream().map(ComparedAspect::toString).collect(Collectors.joining("; "));
    }
}
