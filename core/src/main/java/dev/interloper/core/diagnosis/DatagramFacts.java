package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.DatagramReply;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.List;

/** Whether STUN over UDP gets through. */
final class DatagramFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        return seen.stun()
                .filter(reply -> reply.outcome() != DatagramReply.Outcome.FAILED)
                .map(reply -> reply.outcome() == DatagramReply.Outcome.ANSWERED
                        ? Fact.of(
                                FactCodes.STUN_ANSWERED,
                                "UDP " + reply.port() + " answers"
                                        + reply.mappedAddress()
                                                .map(mapped -> ": this client is " + mapped)
                                                .orElse(""))
                        : Fact.of(
                                FactCodes.STUN_SILENT,
                                "no STUN answer from " + reply.address() + " over UDP " + reply.port() + " within "
                                        + reply.took().toMillis() + " ms"))
                .map(fact -> List.of(fact.in(ProbeStep.STUN)))
                .orElse(List.of());
    }
}
