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
                .map(reply -> List.of(fact(reply).in(ProbeStep.STUN)))
                .orElse(List.of());
    }

    private static Fact fact(DatagramReply reply) {
        String from = reply.address() + " over UDP " + reply.port();
        return switch (reply.outcome()) {
            case ANSWERED ->
                Fact.of(
                        FactCodes.STUN_ANSWERED,
                        "UDP " + reply.port() + " answers"
                                + reply.mappedAddress()
                                        .map(mapped -> ": this client is " + mapped)
                                        .orElse(""));
            case REFUSED ->
                Fact.of(
                        FactCodes.STUN_REFUSED,
                        "STUN to " + from + " is refused: by a firewall, or because nobody listens there");
            case GARBLED -> Fact.of(FactCodes.STUN_SILENT, "what came from " + from + " is no STUN answer");
            case SILENT, FAILED ->
                Fact.of(
                        FactCodes.STUN_SILENT,
                        "no STUN answer from " + from + " within "
                                + reply.took().toMillis() + " ms");
        };
    }
}
