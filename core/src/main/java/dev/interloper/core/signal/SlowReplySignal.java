package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.flight.FirstReply;
import dev.interloper.handshake.flight.FlightShape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** TCP answers at once, TLS does not: somebody near may be asking somebody far. */
final class SlowReplySignal implements Signal {

    private static final String ID = "flight.slow-reply";
    private static final String SOURCE = "measured on squid and mitmproxy with an origin 80 ms away";
    private static final double WEIGHT = 0.7;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CONNECTION;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.TRANSPORT);
    }

    @Override
    public String rationale() {
        return "An inspecting proxy near the client asks the origin, and mints a certificate, before its ServerHello: TCP"
                + " answers far faster than TLS.";
    }

    @Override
    public String weighing() {
        return "One genuine server in four or so is as slow at times; engines are until they have cached the leaf.";
    }

    @Override
    public String falsePositives() {
        return "Busy or cold servers; an explicit proxy that only relays (through an HTTP CONNECT the signal is not used).";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        boolean relayed = seen.handshake()
                .map(handshake -> handshake.tunnel().isPresent())
                .orElse(true);
        if (relayed || !seen.flight().map(FlightShape::isReliable).orElse(false)) {
            return List.of();
        }
        return seen.flight()
                .flatMap(FlightShape::firstReply)
                .filter(FirstReply::isSlow)
                .map(reply -> List.of(Evidence.of(ID, Grade.WEAK, WEIGHT, statement(reply), SOURCE)))
                .orElse(List.of());
    }

    private static String statement(FirstReply reply) {
        return String.format(
                Locale.ROOT,
                "the ServerHello took %.1f ms where TCP's round trip takes %.1f ms",
                reply.delayNanos() / 1e6,
                reply.roundTripNanos().orElse(0) / 1e6);
    }
}
