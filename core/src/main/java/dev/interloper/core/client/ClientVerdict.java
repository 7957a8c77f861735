package dev.interloper.core.client;

import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sits between a client and the server, how sure that is, who it is, and by which evidence. Immutable,
 * thread-safe.
 *
 * <p>The probability is the logistic function of a prior and of the evidence's weights (log-odds). Evidence of one kind (the part
 * of {@link Evidence#signal()} before the dot) mostly has one cause, a foreign TLS library for instance, so the heaviest of it
 * counts in full and the rest by a quarter. The outcome needs more than the probability: see {@link ClientOutcome}.
 *
 * @since 0.1
 */
public final class ClientVerdict {

    /**
     * The log-odds of interception before anything was seen: 6.2 % of connections to shops, between the 4.0 % of Firefox's update
     * servers and the 10.9 % of a content delivery network (Durumeric et al., NDSS 2017).
     */
    static final double PRIOR = Math.log(0.062 / 0.938);

    private static final double SURE = 0.95;
    private static final int STRONG_KINDS = 2;
    private static final double REPEATED = 0.25;

    private final ClientOutcome outcome;
    private final double probability;
    private final List<Evidence> evidence;
    private final @Nullable Product product;

    private ClientVerdict(
            ClientOutcome outcome, double probability, List<Evidence> evidence, @Nullable Product product) {
        this.outcome = outcome;
        this.probability = probability;
        this.evidence = evidence;
        this.product = product;
    }

    static ClientVerdict of(List<Evidence> found, @Nullable Product product) {
        List<Evidence> ranked = found.stream().sorted(ranking()).toList();
        double probability = 1 / (1 + Math.exp(-logOdds(ranked)));
        ClientOutcome outcome = outcome(ranked, probability);
        return new ClientVerdict(outcome, probability, ranked, outcome == ClientOutcome.INTERCEPTED ? product : null);
    }

    private static double logOdds(List<Evidence> ranked) {
        double sum = PRIOR;
        Set<String> counted = new HashSet<>();
        for (Evidence item : ranked) {
            boolean first = item.weight() != 0 && counted.add(kind(item) + (item.weight() > 0 ? '+' : '-'));
            sum += first ? item.weight() : REPEATED * item.weight();
        }
        return sum;
    }

    private static String kind(Evidence item) {
        int dot = item.signal().indexOf('.');
        return dot < 0 ? item.signal() : item.signal().substring(0, dot);
    }

    /** The heaviest first; context last. Equal weights have one order too, so that the sum does not depend on the finders'. */
    private static Comparator<Evidence> ranking() {
        return Comparator.comparingDouble((Evidence item) -> -Math.abs(item.weight()))
                .thenComparing(Evidence::signal)
                .thenComparingDouble(Evidence::weight)
                .thenComparing(Evidence::statement);
    }

    private static ClientOutcome outcome(List<Evidence> evidence, double probability) {
        if (probability >= SURE && convicts(evidence)) {
            return ClientOutcome.INTERCEPTED;
        }
        boolean carried = evidence.stream().anyMatch(item -> item.weight() < 0 && item.grade() != Grade.WEAK);
        return probability <= 1 - SURE && carried ? ClientOutcome.CONSISTENT : ClientOutcome.INCONCLUSIVE;
    }

    private static boolean convicts(List<Evidence> evidence) {
        long strongKinds = evidence.stream()
                .filter(item -> item.weight() > 0 && item.grade() == Grade.STRONG)
                .map(ClientVerdict::kind)
                .distinct()
                .count();
        return strongKinds >= STRONG_KINDS
                || evidence.stream().anyMatch(item -> item.weight() > 0 && item.grade() == Grade.DECISIVE);
    }

    /**
     * What the verdict comes to.
     *
     * @return intercepted, consistent or inconclusive
     */
    public ClientOutcome outcome() {
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
     * @return empty unless the outcome is intercepted, and what was seen points to one product only
     */
    public Optional<Product> product() {
        return Optional.ofNullable(product);
    }

    /** The sentence that a user wants: outcome, probability, product and the weightiest evidence. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(outcome.toString());
        text.append(String.format(
                Locale.ROOT,
                " (probability of interception %.1f %%)",
                Math.min(0.999, Math.max(0.001, probability)) * 100));
        if (product != null) {
            text.append(" by ").append(product.name());
        }
        evidence.stream().findFirst().ifPresent(first -> text.append(": ").append(first.statement()));
        return text.toString();
    }
}
