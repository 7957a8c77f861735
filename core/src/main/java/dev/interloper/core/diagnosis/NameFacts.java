package dev.interloper.core.diagnosis;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.ProbeObservation;
import java.util.ArrayList;
import java.util.List;

/** What the resolver said of the destination. */
final class NameFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        ServerName name = ServerName.parse(seen.host());
        if (name.kind() == ServerName.Kind.INTERNAL_DNS || name.kind() == ServerName.Kind.PRIVATE_IP) {
            facts.add(Fact.of(FactCodes.HOST_INTERNAL, "the host " + seen.host() + " is of somebody's own network"));
        }
        seen.lookup().ifPresent(lookup -> {
            switch (lookup.outcome()) {
                case NOT_FOUND ->
                    facts.add(Fact.of(FactCodes.DNS_NOT_FOUND, "the resolver has no address for " + lookup.host()));
                case TIMED_OUT ->
                    facts.add(Fact.of(
                            FactCodes.DNS_TIMED_OUT,
                            "the resolver did not answer within "
                                    + lookup.took().toMillis() + " ms"));
                case FOUND -> addresses(facts, name, lookup);
                default -> {}
            }
        });
        return facts;
    }

    private static void addresses(List<Fact> facts, ServerName name, NameLookup lookup) {
        for (String address : lookup.addresses()) {
            Sinkholes.of(address)
                    .ifPresent(whose -> facts.add(new Fact(
                            FactCodes.DNS_SINKHOLE, "the resolver answers with " + address + ": " + whose, whose)));
            if (name.isPublic() && ServerName.parse(address).kind() == ServerName.Kind.PRIVATE_IP) {
                facts.add(Fact.of(
                        FactCodes.DNS_PRIVATE_ADDRESS,
                        "the public name " + lookup.host() + " resolves to the private address " + address));
            }
        }
    }
}
