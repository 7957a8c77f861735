package dev.interloper.core.diagnosis;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What several handshakes show together: with the same host, and with one that does not exist. */
final class SeveralHandshakesFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        changedLeaf(seen).ifPresent(fact -> facts.add(fact.in(ProbeStep.SECOND_HANDSHAKE)));
        canary(seen).ifPresent(fact -> facts.add(fact.in(ProbeStep.CANARY_NAME)));
        return facts;
    }

    /** By the key: a certificate may be renewed, or minted anew with the same one. */
    private static Optional<Fact> changedLeaf(ProbeObservation seen) {
        List<PublicKeyHash> keys = Stream.concat(Steps.hellos(seen), seen.exchanges(ProbeStep.SECOND_HANDSHAKE))
                .flatMap(made -> made.chain().leaf().stream())
                .filter(leaf -> leaf.getPublicKey().getAlgorithm().equals("RSA"))
                .map(PublicKeyHash::of)
                .distinct()
                .toList();
        return keys.size() > 1
                ? Optional.of(Fact.of(
                        FactCodes.LEAF_CHANGES,
                        keys.size() + " handshakes with " + seen.host() + " showed as many different keys"))
                : Optional.empty();
    }

    private static Optional<Fact> canary(ProbeObservation seen) {
        return seen.exchange(ProbeStep.CANARY_NAME)
                .filter(made -> made.serverNameSent().isPresent())
                .filter(made ->
                        namesOf(made.chain()).contains(made.serverNameSent().get()))
                .map(made -> Fact.of(
                        FactCodes.CANARY_MINTED,
                        "the certificate for " + made.serverNameSent().get()
                                + ", which does not exist, names it: it was made on demand"));
    }

    private static List<String> namesOf(CertificateChain chain) {
        return ForgePrint.of(chain)
                .map(leaf -> leaf.subjectAltNames().dnsNames())
                .orElse(List.of());
    }
}
