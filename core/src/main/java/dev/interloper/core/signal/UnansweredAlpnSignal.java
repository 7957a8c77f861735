package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.message.Extension;
import java.util.List;
import java.util.Set;

/** An offer of HTTP/2 that nobody answered. */
final class UnansweredAlpnSignal implements Signal {

    private static final String ID = "hello.alpn";
    private static final String SOURCE = "RFC 7301 section 3.2; measured on squid, sslsplit, privoxy and mitmproxy";
    private static final double WEIGHT = 0.3;

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
        return "Most public servers speak HTTP/2 and answer an offer of it; most engines speak HTTP/1.1 only and do not answer at all.";
    }

    @Override
    public String weighing() {
        return "Three of four measured engines leave the offer unanswered, and perhaps half of the servers with private certificates do.";
    }

    @Override
    public String falsePositives() {
        return "Servers without HTTP/2. Nothing is said in TLS 1.3, where the answer is encrypted.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Answer answer = Answer.of(seen).orElse(null);
        if (answer == null) {
            return List.of();
        }
        boolean unanswered = answer.asked().applicationProtocols().contains("h2")
                && !answer.hello().selectedVersion().isTls13()
                && answer.hello().extension(Extension.ALPN).isEmpty();
        return unanswered && seen.isPublicHost()
                ? List.of(Evidence.of(ID, Grade.WEAK, WEIGHT, "the client's offer of HTTP/2 was not answered", SOURCE))
                : List.of();
    }
}
