package dev.interloper.core;

import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sits in the middle, how sure that is, who it is, and by which evidence. Immutable, thread-safe.
 *
 * <p>The probability is the logistic function of the sum of a prior and of all evidence's weights (log-odds). The outcome needs
 * more than the probability: see {@link Outcome}.
 *
 * @since 0.1
 */
public final class Verdict {

    /** The log-odds of interception before anything was seen: one connection in five of those that somebody looks into. */
    static final double PRIOR = Math.log(0.2 / 0.8);

    private static final double SURE = 0.95;
    private static final int STRONG_FAMILIES = 2;

    private final Outcome outcome;
    private final double probability;
    private final List<Evidence> evidence;
    private final @Nullable Product product;
    private final @Nullable String engine;

    private Verdict(
            Outcome outcome,
            double probability,
            List<Evidence> evidence,
            @Nullable Product product,
            @Nullable String engine) {
        this.outcome = outcome;
        this.probability = probability;
        this.evidence = evidence;
        this.product = product;
        this.engine = engine;
    }

    static Verdict of(List<Evidence> found, @Nullable Product product, @Nullable String engine) {
        List<Evidence> ranked = found.stream().sorted(ranking()).toList();
        double logOdds = PRIOR + ranked.stream().mapToDouble(Evidence::weight).sum();
        double probability = 1 / (1 + Math.exp(-logOdds));
        Outcome outcome = outcome(ranked, probability);
        boolean intercepted = outcome == Outcome.INTERCEPTED;
        return new Verdict(outcome, probability, ranked, intercepted ? product : null, intercepted ? engine : null);
    }

    /** The heaviest first; context last. Equal weights have one order too, so that the sum does not depend on the finders'. */
    private static Comparator<Evidence> ranking() {
        return Comparator.comparingDouble((Evidence item) -> -Math.abs(item.weight()))
                .thenComparing(Evidence::signal)
                .thenComparingDouble(Evidence::weight)
                .thenComparing(Evidence::statement);
    }

    private static Outcome outcome(List<Evidence> evidence, double probability) {
        if (probability >= SURE && convicts(evidence)) {
            return Outcome.INTERCEPTED;
        }
        boolean decisiveAgainst =
                evidence.stream().anyMatch(item -> item.grade() == Grade.DECISIVE && item.weight() < 0);
        return probability <= 1 - SURE && decisiveAgainst ? Outcome.DIRECT : Outcome.INCONCLUSIVE;
    }

    private static boolean convicts(List<Evidence> evidence) {
        long strongFamilies = evidence.stream()
                .filter(item -> item.weight() > 0 && item.grade() == Grade.STRONG)
                .map(item -> family(item.signal()))
                .distinct()
                .count();
        return strongFamilies >= STRONG_FAMILIES
                || evidence.stream().anyMatch(item -> item.weight() > 0 && item.grade() == Grade.DECISIVE);
    }

    /** Signals of one family, such as {@code validity.minted} and {@code validity.period}, look at the same thing twice. */
    private static String family(String signal) {
        int dot = signal.indexOf('.');
        return dot < 0 ? signal : signal.substring(0, dot);
    }

    /**
     * What the verdict comes to.
     *
     * @return intercepted, direct or inconclusive
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * How probable interception is, given all evidence.
     *
     * @return from 0 to 1
     */
    public double probability() {
        return probability;
    }

    /**
     * All evidence, for and against, and what else the reader should know.
     *
     * @return the weightiest first, context last
     */
    public List<Evidence> evidence() {
        return evidence;
    }

    /**
     * The product in the middle.
     *
     * @return empty unless the outcome is intercepted and the product is known
     */
    public Optional<Product> product() {
        return Optional.ofNullable(product);
    }

    /**
     * The engine in the middle, told by how it forges, whatever its operator calls it.
     *
     * @return empty unless the outcome is intercepted and the leaf looks like a known engine's; an interceptor without an
     *     engine here is an unknown one
     */
    public Optional<String> engine() {
        return Optional.ofNullable(engine);
    }

    /** The sentence that a user wants: outcome, probability, product and the weightiest evidence. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(outcome.toString());
        text.append(String.format(Locale.ROOT, " (probability of interception %.1f %%)", floored(probability) * 100));
        if (product != null) {
            text.append(" by ").append(product.name());
        } else if (engine != null) {
            text.append(" by an engine like ").append(engine);
        }
        evidence.stream().findFirst().ifPresent(first -> text.append(": ").append(first.statement()));
        return text.toString();
    }

    /** One decimal never rounds up to certainty. */
    private static double floored(double probability) {
        return Math.min(0.999, Math.max(0.001, probability));
    }
}
