package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.List;
import java.util.Optional;

/** Whether the name in the hello decides. */
final class SniFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Exchange> named = Steps.hellos(seen)
                .filter(made -> made.serverNameSent().isPresent())
                .toList();
        boolean cutOff = !named.isEmpty() && named.stream().allMatch(SniFacts::isCutOff);
        Optional<Exchange> nameless = seen.exchange(ProbeStep.WITHOUT_SNI)
                .filter(made -> made.chain().size() > 0 || made.ending() == Ending.ALERT);
        return cutOff && nameless.isPresent()
                ? List.of(Fact.of(
                                FactCodes.SNI_DECIDES,
                                "hellos with the name "
                                        + named.get(0).serverNameSent().orElse("")
                                        + " are cut off; without it the server answers")
                        .in(ProbeStep.WITHOUT_SNI))
                : List.of();
    }

    private static boolean isCutOff(Exchange made) {
        return made.received().isEmpty()
                && (made.ending() == Ending.RESET
                        || made.ending() == Ending.CLOSED
                        || made.ending() == Ending.TIMED_OUT);
    }
}
