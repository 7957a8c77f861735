package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.HopLimits;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Packets in one server's name that came from different distances. */
final class ChangedHopsSignal implements Signal {

    private static final String ID = "hops.changed";
    private static final String SOURCE = "RFC 791 section 3.1; Weaver et al., NDSS 2009, section 4";
    private static final double WEIGHT = 0.7;
    private static final int ROUTES_DIFFER_BY = 4;

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
        return "Every router takes one from a packet's time to live. If TCP was opened from another distance than the bytes come"
                + " from, two machines speak in the server's name.";
    }

    @Override
    public String weighing() {
        return "It tells of a second machine, not of what it does: what opens connections before it hands them on need not decrypt"
                + " them.";
    }

    @Override
    public String falsePositives() {
        return "SYN proxies against floods, load balancers whose servers answer the client themselves, a route that changes by more than"
                + " four hops in mid-connection. Resets are only noted: firewalls forge them, and some systems give their own another start.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        HopLimits hops = seen.handshake()
                .map(Handshake::conversation)
                .map(Conversation::serverHops)
                .orElse(HopLimits.NONE);
        return Stream.concat(data(hops), reset(hops)).toList();
    }

    private static Stream<Evidence> data(HopLimits hops) {
        if (isNear(hops.opening(), hops.lowest()) && isNear(hops.opening(), hops.highest())) {
            return Stream.empty();
        }
        String statement = "the SYN-ACK came with " + left(hops.opening()) + ", the server's bytes with "
                + (hops.lowest().equals(hops.highest())
                        ? hops.lowest().orElse(0)
                        : hops.lowest().orElse(0) + " to " + hops.highest().orElse(0))
                + ": two machines speak in the server's name";
        return Stream.of(Evidence.of(ID, Grade.WEAK, WEIGHT, statement, SOURCE));
    }

    private static Stream<Evidence> reset(HopLimits hops) {
        OptionalInt low = hops.lowest().isPresent() ? hops.lowest() : hops.opening();
        OptionalInt high = hops.highest().isPresent() ? hops.highest() : hops.opening();
        if (isNear(low, hops.reset()) || isNear(high, hops.reset())) {
            return Stream.empty();
        }
        String statement = "the reset came with " + left(hops.reset()) + ", the packets before it with "
                + high.orElse(0) + ": somebody else may have sent it in the server's name, as firewalls do";
        return Stream.of(Evidence.context(ID, statement, SOURCE));
    }

    private static String left(OptionalInt hops) {
        return hops.orElse(0) + " hops left";
    }

    /** Whether one route, or two of which one is a little longer, can explain both; what was not seen, anything can. */
    private static boolean isNear(OptionalInt one, OptionalInt other) {
        return one.isEmpty() || other.isEmpty() || Math.abs(one.getAsInt() - other.getAsInt()) <= ROUTES_DIFFER_BY;
    }
}
