package dev.interloper.core.client;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.Strength;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product that headers and hello point to most strongly; none where they point to several equally. */
final class Culprit {

    private record Suspicion(Product product, Strength strength) {}

    private Culprit() {}

    static Optional<Product> of(ClientObservation client) {
        List<Suspicion> suspicions = Stream.concat(
                        client.products().stream()
                                .map(match -> new Suspicion(
                                        match.product(), match.pattern().strength())),
                        client.knownHellos().stream().map(known -> new Suspicion(known.product(), known.strength())))
                .toList();
        Optional<Strength> best = suspicions.stream().map(Suspicion::strength).max(Comparator.naturalOrder());
        List<Product> named = suspicions.stream()
                .filter(suspicion -> best.filter(suspicion.strength()::equals).isPresent())
                .map(Suspicion::product)
                .distinct()
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
