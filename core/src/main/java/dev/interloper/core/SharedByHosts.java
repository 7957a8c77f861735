package dev.interloper.core;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.IssuerGrouping;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.forgery.Sighting;
import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.certs.name.ServerName;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the destination and the hosts that it was compared with share. A public authority, or its subscriber's key, may serve anybody. */
final class SharedByHosts {

    private SharedByHosts() {}

    static List<Fact> of(List<ProbeReport.Judged> judged) {
        List<Sighting> sightings = new ArrayList<>();
        judged.stream()
                .filter(each -> each.exchange().step() != ProbeStep.COMPARED_HOSTS)
                .findFirst()
                .flatMap(SharedByHosts::privateSighting)
                .ifPresent(sightings::add);
        judged.stream()
                .filter(each -> each.exchange().step() == ProbeStep.COMPARED_HOSTS)
                .forEach(each -> privateSighting(each).ifPresent(sightings::add));
        IssuerGrouping grouping = IssuerGrouping.of(sightings, SharedByHosts::domain);
        List<Fact> facts = new ArrayList<>();
        domains(grouping, SharedTrait.Kind.KEY)
                .ifPresent(count ->
                        facts.add(Fact.of(FactCodes.ONE_KEY, "one key serves " + count + " unrelated domains")));
        domains(grouping, SharedTrait.Kind.ISSUER)
                .ifPresent(count -> facts.add(Fact.of(
                        FactCodes.ONE_ISSUER, "one private authority certifies " + count + " unrelated domains")));
        return facts.stream().map(fact -> fact.in(ProbeStep.COMPARED_HOSTS)).toList();
    }

    private static Optional<Integer> domains(IssuerGrouping grouping, SharedTrait.Kind kind) {
        return grouping.shared(kind).stream()
                .map(SharedTrait::domains)
                .filter(count -> count > 1)
                .findFirst();
    }

    private static Optional<Sighting> privateSighting(ProbeReport.Judged judged) {
        ServerName host = ServerName.parse(judged.exchange().host());
        boolean anchoredPublicly = judged.inspection()
                .observation()
                .trust()
                .map(trust -> trust.anchorClass().isPublic())
                .orElse(false);
        return host.isPublic() && !anchoredPublicly
                ? ForgePrint.of(judged.exchange().chain()).map(leaf -> new Sighting(host, leaf))
                : Optional.empty();
    }

    private static String domain(ServerName host) {
        return PublicSuffixes.bundled().registrableDomain(host.normalized()).orElse(host.normalized());
    }
}
