package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.cure.ServiceCatalog;
import dev.interloper.core.diagnosis.Circumstances;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.diagnosis.Rules;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.spi.Surroundings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a probe saw, judged: a verdict on each exchange, then the diagnosis of them all. */
final class ProbeJudge {

    private final Judge judge;
    private final Rules rules;
    private final ServiceCatalog services;

    ProbeJudge(Judge judge, Rules rules, ServiceCatalog services) {
        this.services = services;
        this.judge = judge;
        this.rules = rules;
    }

    ProbeReport judge(ProbeObservation seen, Collection<Fact> more) {
        Survey survey = new Survey();
        seen.exchanges().stream()
                .filter(made -> isAsked(made.step()) && made.serverNameSent().isPresent())
                .forEach(made ->
                        survey.add(ServerName.parse(made.serverNameSent().get()), made.chain()));
        Surroundings compared = survey.surroundings();
        Surroundings surroundings =
                Canary.minted(seen).map(compared::withCanary).orElse(compared);
        List<ProbeReport.Judged> judged = new ArrayList<>();
        for (Exchange made : seen.exchanges()) {
            if (isAsked(made.step()) && made.handshake().isPresent()) {
                judged.add(new ProbeReport.Judged(made, judge.exchange(made, seen.at(), surroundings)));
            }
        }
        judged.sort(Comparator.comparingInt(each -> rank(each.exchange())));
        Circumstances.Builder known = Circumstances.of(seen);
        judged.stream()
                .filter(each -> isOfDestination(each.exchange().step()))
                .findFirst()
                .ifPresent(each -> VerdictFacts.of(each).forEach(known::fact));
        SharedByHosts.of(judged).forEach(known::fact);
        Canary.fact(seen).ifPresent(known::fact);
        service(seen).ifPresent(known::fact);
        more.forEach(known::fact);
        Diagnosis diagnosis = rules.diagnose(known.build());
        return new ProbeReport(seen, judged, diagnosis, ProbeCure.rule(seen, diagnosis));
    }

    /** Whether the destination is of a service whose vendor asks for no decryption. */
    private Optional<Fact> service(ProbeObservation seen) {
        return ProbeCure.destinations(seen).stream()
                .flatMap(each -> services.covering(each).stream()
                        .flatMap(service -> service.covering(each).stream()
                                .map(part -> new Fact(
                                        FactCodes.HOST_OF_SERVICE,
                                        each + " is of " + service.name() + " (" + part.why() + ")",
                                        service.name()))))
                .findFirst();
    }

    /** Whether a step asked for somebody by name or address, and got a certificate for an answer. */
    private static boolean isAsked(ProbeStep step) {
        return isOfDestination(step) || step == ProbeStep.COMPARED_HOSTS;
    }

    private static boolean isOfDestination(ProbeStep step) {
        return switch (step) {
            case HANDSHAKE, CLASSIC_HELLO, SECOND_HANDSHAKE, HOST_PAGE, ADDRESS_PAGE -> true;
            default -> false;
        };
    }

    /** The destination by its name first, and what shows a certificate before what does not. */
    private static int rank(Exchange made) {
        int step = switch (made.step()) {
            case HANDSHAKE -> 0;
            case CLASSIC_HELLO -> 1;
            case SECOND_HANDSHAKE -> 2;
            case HOST_PAGE -> 3;
            case ADDRESS_PAGE -> 4;
            default -> 5;
        };
        return step + (made.chain().size() > 0 || made.step() == ProbeStep.COMPARED_HOSTS ? 0 : 10);
    }
}
