package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import java.util.Optional;
import java.util.stream.Stream;

/** Which steps of a probe say what. */
final class Steps {

    private Steps() {}

    /** Whether a step talks to the destination itself. */
    static boolean isOfDestination(ProbeStep step) {
        return switch (step) {
            case COMPARED_HOSTS, STUN, CONTROL_HOST, CAPTIVE_PORTAL -> false;
            default -> true;
        };
    }

    /** The real hellos that named the host, as far as it has a name. */
    static Stream<Exchange> hellos(ProbeObservation seen) {
        return Stream.concat(seen.exchanges(ProbeStep.HANDSHAKE), seen.exchanges(ProbeStep.CLASSIC_HELLO));
    }

    /** The handshake that tells most. */
    static Optional<Exchange> main(ProbeObservation seen) {
        return hellos(seen)
                .filter(made -> made.chain().size() > 0)
                .findFirst()
                .or(() -> hellos(seen).findFirst());
    }
}
