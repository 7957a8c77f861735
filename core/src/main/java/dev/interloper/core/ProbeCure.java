package dev.interloper.core;

import dev.interloper.core.cure.BypassList;
import dev.interloper.core.cure.BypassRenderer;
import dev.interloper.core.cure.BypassTarget;
import dev.interloper.core.cure.BypassTargetException;
import dev.interloper.core.cure.BypassText;
import dev.interloper.core.cure.ProductAdvice;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.probe.ProbeObservation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a probe's diagnosis advises to except, in the syntax of the product that it found. */
final class ProbeCure {

    private static final String BY_HOST = "BYPASS_HOST";
    private static final String BY_ADDRESS = "BYPASS_IP";
    private static final Set<String> NAMING =
            Set.of(FactCodes.PRODUCT, FactCodes.PAGE_ERROR, FactCodes.PAGE_AT_ADDRESS, FactCodes.PAGE_BLOCK);

    private ProbeCure() {}

    static Optional<BypassText> rule(ProbeObservation seen, Diagnosis diagnosis) {
        return product(diagnosis)
                .flatMap(ProductAdvice::renderer)
                .flatMap(renderer -> render(renderer, seen, diagnosis));
    }

    private static Optional<ProductAdvice> product(Diagnosis diagnosis) {
        return Stream.concat(diagnosis.evidence().stream(), diagnosis.otherFacts().stream())
                .filter(fact -> NAMING.contains(fact.code()))
                .map(Fact::subject)
                .flatMap(name -> ProductAdvice.of(name).stream())
                .findFirst();
    }

    private static Optional<BypassText> render(BypassRenderer renderer, ProbeObservation seen, Diagnosis diagnosis) {
        List<BypassTarget> targets = new ArrayList<>();
        if (advises(diagnosis, BY_HOST)) {
            target(seen.host(), seen.port()).ifPresent(targets::add);
        }
        if (advises(diagnosis, BY_ADDRESS)) {
            addresses(seen).forEach(address -> target(address, seen.port()).ifPresent(targets::add));
        }
        try {
            return targets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(renderer.render(BypassList.of(
                            targets, "found by a probe", LocalDate.ofInstant(seen.at(), ZoneOffset.UTC))));
        } catch (BypassTargetException e) {
            return Optional.empty();
        }
    }

    private static boolean advises(Diagnosis diagnosis, String code) {
        return diagnosis.advice().stream().anyMatch(step -> step.code().equals(code));
    }

    private static Optional<BypassTarget> target(String destination, int port) {
        try {
            boolean v6 = destination.indexOf(':') >= 0;
            return Optional.of(BypassTarget.parse((v6 ? "[" + destination + "]" : destination) + ":" + port));
        } catch (BypassTargetException e) {
            return Optional.empty(); // what no list should hold
        }
    }

    /** The destination's name, then its addresses. */
    static List<String> destinations(ProbeObservation seen) {
        return Stream.concat(Stream.of(seen.host()), addresses(seen).stream()).toList();
    }

    private static List<String> addresses(ProbeObservation seen) {
        return seen.lookup().map(lookup -> lookup.addresses()).orElse(List.of());
    }
}
