package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.BoundaryKind;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.flight.InnerSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The server's flight came in pieces: the sign that started the founding case, and that proves nothing alone. */
final class FlightSplitSignal implements Signal {

    private static final String ID = "flight.split";
    private static final String SOURCE = "RFC 5246 section 6.2.1; RFC 896; measured on fourteen TLS stacks";
    private static final double SPLIT = 0.4;
    private static final double PAUSE = 0.7;
    private static final double MINTING = 1.2;

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
        return Set.of(EvidenceKind.FLIGHT);
    }

    @Override
    public String rationale() {
        return "A server that normally packs its flight together, or never pauses before its certificate, is another one"
                + " when it does: some inspecting proxies write message by message, and wait for the certificate they mint.";
    }

    @Override
    public String weighing() {
        return "Genuine servers on the same stacks do the same; a pause before the certificate is a little rarer.";
    }

    @Override
    public String falsePositives() {
        return "Every one of these shapes is made by innocent stacks: JSSE's SSLSocket, Mbed TLS, wolfSSL and s2n write"
                + " message by message; long chains and small buffers split too; slow keys pause.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        FlightShape flight = seen.flight().orElse(null);
        if (flight == null || flight.boundaries().isEmpty()) {
            return List.of();
        }
        if (!flight.isReliable()) {
            return List.of(Evidence.context(
                    ID, "times and packets are not judged: " + String.join("; ", flight.doubts()), SOURCE));
        }
        Optional<Boundary> beforeCertificate = beforeCertificate(flight);
        if (beforeCertificate.isPresent()) {
            return List.of(split(beforeCertificate.get(), seen.suspectLeaf().isPresent()));
        }
        Optional<Boundary> other = flight.splits().stream().findFirst();
        return other.map(boundary -> List.of(Evidence.context(ID, described(boundary) + "; innocent", SOURCE)
                        .inPackets(packets(boundary))))
                .orElseGet(() -> whole(flight));
    }

    /** The first cut right behind the ServerHello, or rather a pause anywhere between it and the certificate. */
    private static Optional<Boundary> beforeCertificate(FlightShape flight) {
        Optional<Boundary> cut = flight.splits().stream()
                .filter(boundary -> boundary.before().equals("ServerHello"))
                .findFirst();
        return flight.boundaries().stream()
                .takeWhile(boundary -> !boundary.before().equals("Certificate"))
                .filter(boundary -> boundary.kind().isComputeGap())
                .findFirst()
                .or(() -> cut);
    }

    /** A pause before a certificate of no public authority is what minting looks like; before any other it is a slow server's. */
    private static Evidence split(Boundary boundary, boolean suspect) {
        boolean pause = boundary.kind().isComputeGap();
        return Evidence.of(
                        ID,
                        pause && suspect ? Grade.STRONG : Grade.WEAK,
                        pause && suspect ? MINTING : pause ? PAUSE : SPLIT,
                        described(boundary) + ". " + explanation(boundary.kind())
                                + " By itself the split proves nothing; who issued the certificate does",
                        SOURCE)
                .inPackets(packets(boundary));
    }

    private static String described(Boundary boundary) {
        return String.format(
                Locale.ROOT,
                "%s and %s came in different packets (%d and %d), %.1f ms apart: %s",
                boundary.before(),
                boundary.after(),
                boundary.lastBefore().number(),
                boundary.firstAfter().number(),
                boundary.gapNanos() / 1e6,
                boundary.kind());
    }

    private static String explanation(BoundaryKind kind) {
        return switch (kind) {
            case NAGLE_HOLD, NAGLE_DELAYED_ACK ->
                "The server writes each message on its own and waits for acknowledgements, as any unbuffered TLS stack does.";
            case BACK_TO_BACK_WRITES ->
                "The server writes each message on its own, as Java's SSLSocket and Mbed TLS do.";
            case COMPUTE_GAP_CERTIFICATE ->
                "The certificate was not at hand: minted at that moment, or fetched by a slow server.";
            default -> "The server writes its messages one by one.";
        };
    }

    private static List<Evidence> whole(FlightShape flight) {
        if (flight.innerSplits().isEmpty()) {
            return List.of();
        }
        List<String> messages = new ArrayList<>();
        for (InnerSplit split : flight.innerSplits()) {
            if (!messages.contains(split.message())) {
                messages.add(split.message());
            }
        }
        return List.of(Evidence.context(
                ID,
                "the flight needs several packets because it is long; the cuts lie inside "
                        + String.join(" and ", messages) + ", not between messages: innocent",
                SOURCE));
    }

    private static List<Long> packets(Boundary boundary) {
        return List.of(boundary.lastBefore().number(), boundary.firstAfter().number());
    }
}
