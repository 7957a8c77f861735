package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HelloRetryRequest;
import dev.interloper.handshake.message.ServerHello;
import java.util.List;
import java.util.Set;

/** A server that asked for another key share. */
final class HelloRetrySignal implements Signal {

    private static final String ID = "hello.retry";
    private static final String SOURCE = "RFC 8446 section 4.1.4; measured on sslsplit";
    private static final Set<Integer> KEY_SHARES = Set.of(51, 40); // 40 in drafts of TLS 1.3 before the 23rd
    private static final double WEIGHT = 0.5;

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
        return "Clients send key shares for the groups that nearly all servers take; who asks for another one has been told to, or is an"
                + " engine with a choice of its own.";
    }

    @Override
    public String weighing() {
        return "One public server in fifty or so asks again.";
    }

    @Override
    public String falsePositives() {
        return "Servers that insist on a group for policy or for post-quantum agreement.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Handshake handshake = seen.handshake().orElse(null);
        if (handshake == null || seen.isPubliclyAnchored() || !seen.isPublicHost()) {
            return List.of();
        }
        return handshake.messages().stream().anyMatch(HelloRetrySignal::asksForKeyShare)
                ? List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "the server asked for another key share (HelloRetryRequest), which few public servers do",
                        SOURCE))
                : List.of();
    }

    /** One that only sets a cookie makes the client show its address, as datagram servers must (RFC 9147 section 5.1). */
    private static boolean asksForKeyShare(HandshakeMessage message) {
        List<Extension> extensions = message instanceof HelloRetryRequest draft
                ? draft.extensions()
                : message instanceof ServerHello hello && hello.isHelloRetryRequest() ? hello.extensions() : List.of();
        return extensions.stream().anyMatch(extension -> KEY_SHARES.contains(extension.type()));
    }
}
