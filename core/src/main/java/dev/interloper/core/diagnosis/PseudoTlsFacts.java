package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.TcpOutcome;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.PseudoTls;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came back to the hellos that only look like TLS. */
final class PseudoTlsFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Fact> facts = new ArrayList<>();
        asked(seen, ProbeStep.PSEUDO_TLS_MICROSOFT).ifPresent(made -> {
            List<Fact> replies = new ArrayList<>();
            microsoft(replies, made);
            replies.forEach(fact -> facts.add(fact.in(made.step())));
        });
        asked(seen, ProbeStep.PSEUDO_TLS_GOOGLE)
                .ifPresent(made -> facts.add(google(made).in(made.step())));
        return facts;
    }

    private static Optional<Exchange> asked(ProbeObservation seen, ProbeStep step) {
        return seen.exchange(step)
                .filter(made -> made.tcp() == TcpOutcome.CONNECTED
                        && made.ending() != Ending.TUNNEL_REFUSED
                        && made.ending() != Ending.CANCELLED);
    }

    private static PseudoTls.Reply reply(Exchange made) {
        return made.handshake().flatMap(PseudoTls::of).map(PseudoTls::reply).orElse(PseudoTls.Reply.NONE);
    }

    private static void microsoft(List<Fact> facts, Exchange made) {
        if (reply(made) == PseudoTls.Reply.EXACT) {
            facts.add(Fact.of(FactCodes.PSEUDO_MICROSOFT_EXACT, "the reply to Microsoft's pseudo-TLS hello is exact"));
            long pieces = made.handshake().map(PseudoTlsFacts::pieces).orElse(1L);
            if (pieces > 1) {
                facts.add(Fact.of(
                        FactCodes.PSEUDO_MICROSOFT_FRAGMENTED, "the exact reply came in " + pieces + " pieces"));
            }
            return;
        }
        Optional<Alert> alert = made.handshake().flatMap(PseudoTlsFacts::alert);
        String says = "Microsoft's pseudo-TLS hello to " + made.host() + ":" + made.port() + " ";
        if (made.handshake().flatMap(Handshake::serverCertificate).isPresent()) {
            facts.add(Fact.of(FactCodes.PSEUDO_MICROSOFT_CERTIFICATE, says + "was answered with a certificate"));
        } else if (alert.isPresent()) {
            facts.add(new Fact(
                    FactCodes.PSEUDO_MICROSOFT_ALERT,
                    says + "was answered with " + alert.get(),
                    String.valueOf(alert.get().description())));
        } else if (made.handshake().map(PseudoTlsFacts::isInTwoRecords).orElse(false)) {
            facts.add(Fact.of(FactCodes.PSEUDO_MICROSOFT_TWO_RECORDS, says + "was answered in two records"));
        } else if (!made.received().isEmpty()) {
            facts.add(Fact.of(
                    FactCodes.PSEUDO_MICROSOFT_OTHER,
                    says + "was answered with " + made.received().length() + " other bytes"));
        } else if (made.ending() == Ending.TIMED_OUT) {
            facts.add(Fact.of(FactCodes.PSEUDO_MICROSOFT_SILENT, says + "was not answered in time"));
        } else {
            facts.add(Fact.of(FactCodes.PSEUDO_MICROSOFT_CLOSED, says + "ended the connection, without a byte"));
        }
    }

    /** In how many reads the answer came; what a proxy said before it does not count. */
    private static long pieces(Handshake handshake) {
        return handshake.messages().stream()
                .filter(message -> message.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .flatMap(message -> message.provenance().segments().stream())
                .map(Segment::packet)
                .distinct()
                .count();
    }

    private static Fact google(Exchange made) {
        if (reply(made) == PseudoTls.Reply.EXACT) {
            return Fact.of(FactCodes.PSEUDO_GOOGLE_EXACT, "the reply to Google's pseudo-TLS hello is exact");
        }
        return made.ending() == Ending.RESET
                ? Fact.of(FactCodes.PSEUDO_GOOGLE_RESET, "Google's pseudo-TLS hello was answered by a reset")
                : Fact.of(
                        FactCodes.PSEUDO_GOOGLE_REFUSED,
                        "Google's pseudo-TLS hello was refused, or not answered ("
                                + made.received().length() + " bytes came)");
    }

    private static Optional<Alert> alert(Handshake handshake) {
        return handshake.alerts().stream()
                .filter(alert -> alert.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .findFirst();
    }

    private static boolean isInTwoRecords(Handshake handshake) {
        List<HandshakeMessage> answer = handshake.messages().stream()
                .filter(message -> message.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .toList();
        return answer.size() == 2
                && answer.get(0).type().equals(HandshakeType.SERVER_HELLO)
                && answer.get(1).type().equals(HandshakeType.SERVER_HELLO_DONE)
                && !answer.get(0)
                        .provenance()
                        .records()
                        .equals(answer.get(1).provenance().records());
    }
}
