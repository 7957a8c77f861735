package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.TcpOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether TCP gets through: to the destination, or to the proxy; and to a control host. */
final class TransportFacts implements FactFinder {

    /** One connection that stands shows that the way is open, whatever became of others. */
    private static final Comparator<Exchange> CONNECTED_FIRST = Comparator.<Exchange, Boolean>comparing(
                    made -> made.tcp() != TcpOutcome.CONNECTED)
            .thenComparing(Exchange::step);

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        boolean proxied = seen.proxy().isPresent();
        seen.exchanges().stream()
                .filter(made -> Steps.isOfDestination(made.step()) && made.tcp() != TcpOutcome.NOT_TRIED)
                .min(CONNECTED_FIRST)
                .map(made ->
                        (proxied && made.tcp() != TcpOutcome.CONNECTED ? proxy(made) : reached(made)).in(made.step()))
                .ifPresent(facts::add);
        seen.exchanges(ProbeStep.CONTROL_HOST)
                .filter(made -> made.tcp() != TcpOutcome.NOT_TRIED)
                .min(CONNECTED_FIRST)
                .ifPresent(made -> facts.add(control(made).in(made.step())));
        return facts;
    }

    private static Fact proxy(Exchange made) {
        return Fact.of(FactCodes.PROXY_UNREACHABLE, "the proxy at " + whom(made) + " cannot be reached: " + why(made));
    }

    private static Fact reached(Exchange made) {
        String time = made.tcpTime().toMillis() + " ms";
        return switch (made.tcp()) {
            case CONNECTED -> Fact.of(FactCodes.TCP_CONNECTED, "TCP to " + whom(made) + " stands after " + time);
            case TIMED_OUT ->
                Fact.of(FactCodes.TCP_TIMED_OUT, "no answer to the SYN from " + whom(made) + " within " + time);
            case REFUSED ->
                Fact.of(FactCodes.TCP_REFUSED, "the SYN to " + whom(made) + " was answered by a reset after " + time);
            case UNREACHABLE -> Fact.of(FactCodes.TCP_UNREACHABLE, "no way to " + whom(made) + ": " + why(made));
            default -> Fact.of(FactCodes.TCP_FAILED, "TCP to " + whom(made) + " failed: " + why(made));
        };
    }

    private static Fact control(Exchange made) {
        return made.tcp() == TcpOutcome.CONNECTED
                ? Fact.of(FactCodes.CONTROL_REACHABLE, "the control host " + whom(made) + " can be reached")
                : Fact.of(
                        FactCodes.CONTROL_UNREACHABLE,
                        "the control host " + made.host() + ":" + made.port() + " cannot be reached: " + why(made));
    }

    private static String whom(Exchange made) {
        return made.dialled().orElse(made.host() + ":" + made.port());
    }

    private static String why(Exchange made) {
        return made.failure().orElse(made.tcp().toString());
    }
}
