package dev.interloper.core.diagnosis;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What several handshakes with the same host show together. */
final class SeveralHandshakesFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        return changedLeaf(seen).stream()
                .map(fact -> fact.in(ProbeStep.SECOND_HANDSHAKE))
                .toList();
    }

    /** By the key: a certificate may be renewed, or minted anew with the same one. A server may have one key of each kind. */
    private static Optional<Fact> changedLeaf(ProbeObservation seen) {
        Map<String, Set<PublicKeyHash>> keys = Stream.concat(
                        Steps.hellos(seen), seen.exchanges(ProbeStep.SECOND_HANDSHAKE))
                .flatMap(made -> made.chain().leaf().stream())
                .map(X509Certificate::getPublicKey)
                .collect(Collectors.groupingBy(
                        PublicKey::getAlgorithm, Collectors.mapping(PublicKeyHash::of, Collectors.toSet())));
        int most = keys.values().stream().mapToInt(Set::size).max().orElse(0);
        return most > 1
                ? Optional.of(Fact.of(
                        FactCodes.LEAF_CHANGES,
                        "handshakes with " + seen.host() + " showed " + most + " different keys of one kind"))
                : Optional.empty();
    }
}
