package dev.interloper.core;

import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.core.spi.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What connections have in common, trait by trait. */
final class SharedTraits {
    private static final Map<String, Function<Observation, Optional<String>>> ALL = new TreeMap<>(Map.of(
            "are all under the domain", SharedTraits::domain,
            "are all at the address", SharedTraits::address,
            "all use the port", SharedTraits::port,
            "have all certificates that were issued by", SharedTraits::issuer,
            "all speak", SharedTraits::version));

    private final Map<String, Optional<String>> values = new TreeMap<>();
    private long connections;

    void add(Observation seen) {
        connections++;
        ALL.forEach((trait, value) -> {
            Optional<String> here = value.apply(seen);
            values.merge(trait, here, (before, now) -> before.equals(now) ? now : Optional.empty());
        });
    }

    List<String> unlike(SharedTraits others) {
        return connections < 2
                ? List.of()
                : values.entrySet().stream()
                        .filter(entry -> entry.getValue().isPresent())
                        .filter(entry -> !entry.getValue().equals(others.values.get(entry.getKey())))
                        .map(entry -> "the exempt hosts " + entry.getKey() + " "
                                + entry.getValue().orElseThrow())
                        .toList();
    }

    private static Optional<String> domain(Observation seen) {
        return seen.serverName()
                .filter(name -> !name.isIp())
                .flatMap(name -> PublicSuffixes.bundled().registrableDomain(name.normalized()));
    }

    private static Optional<String> address(Observation seen) {
        return seen.handshake()
                .map(handshake -> handshake.conversation().server().addressText());
    }

    private static Optional<String> port(Observation seen) {
        return seen.handshake()
                .map(handshake ->
                        String.valueOf(handshake.conversation().server().port()));
    }

    private static Optional<String> version(Observation seen) {
        return seen.handshake().flatMap(handshake -> handshake.version()).map(Object::toString);
    }

    private static Optional<String> issuer(Observation seen) {
        return seen.forgePrint().map(leaf -> leaf.issuer().printable());
    }
}
