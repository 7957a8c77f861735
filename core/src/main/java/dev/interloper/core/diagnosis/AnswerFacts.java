package dev.interloper.core.diagnosis;

import dev.interloper.core.page.HttpReply;
import dev.interloper.core.page.PageCatalog;
import dev.interloper.core.page.PageKind;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.TcpOutcome;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.CertificateRequest;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.LookAlike;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came back to real ClientHellos, where it was no TLS, or TLS that came to nothing. */
final class AnswerFacts implements FactFinder {

    @Override
    public List<Fact> find(ProbeObservation seen) {
        List<Exchange> hellos = Steps.hellos(seen)
                .filter(made -> made.tcp() == TcpOutcome.CONNECTED && made.ending() != Ending.TUNNEL_REFUSED)
                .toList();
        List<Fact> facts = new ArrayList<>();
        hellos.stream()
                .flatMap(made -> made.handshake().stream())
                .filter(AnswerFacts::wantsClientCertificate)
                .findFirst()
                .ifPresent(found ->
                        facts.add(Fact.of(FactCodes.CLIENT_CERTIFICATE, "the server asks for a client certificate")));
        boolean answered = hellos.stream().anyMatch(made -> made.chain().size() > 0);
        if (answered) {
            return facts;
        }
        Steps.main(seen).filter(hellos::contains).ifPresent(made -> {
            List<Fact> why = new ArrayList<>();
            failed(why, made);
            why.forEach(fact -> facts.add(fact.in(made.step())));
        });
        return facts;
    }

    private static boolean wantsClientCertificate(Handshake handshake) {
        return handshake.messages().stream().anyMatch(CertificateRequest.class::isInstance);
    }

    private static void failed(List<Fact> facts, Exchange made) {
        Optional<Fact> other = otherProtocol(made);
        if (other.isPresent()) {
            facts.add(other.get());
            return;
        }
        String whom = made.host() + ":" + made.port();
        Optional<Alert> alert = made.handshake().flatMap(AnswerFacts::fatal);
        if (alert.isPresent()) {
            facts.add(new Fact(
                    FactCodes.ALERT,
                    whom + " answers the hello with " + alert.get(),
                    String.valueOf(alert.get().description())));
            return;
        }
        boolean hello = made.handshake().flatMap(Handshake::serverHello).isPresent();
        switch (made.ending()) {
            case RESET -> facts.add(Fact.of(FactCodes.HELLO_RESET, whom + " resets the connection behind the hello"));
            case CLOSED ->
                facts.add(Fact.of(
                        made.received().isEmpty() ? FactCodes.HELLO_CLOSED : FactCodes.HELLO_FAILED,
                        whom + " closes the connection behind the hello, after "
                                + made.received().length() + " bytes"));
            case TIMED_OUT ->
                facts.add(Fact.of(
                        FactCodes.HELLO_SILENT,
                        whom + " did not complete an answer to the hello in time; "
                                + made.received().length() + " bytes came"));
            case LIMIT_REACHED ->
                facts.add(Fact.of(FactCodes.HELLO_ENDLESS, "the answer of " + whom + " goes beyond all limits"));
            case FAILED ->
                facts.add(Fact.of(FactCodes.HELLO_FAILED, made.failure().orElse("the platform's TLS gave up")));
            case COMPLETE ->
                facts.add(
                        hello && made.handshake().orElseThrow().isResumed()
                                ? Fact.of(FactCodes.RESUMED, "the session was resumed; no certificate was sent")
                                : Fact.of(FactCodes.UNSEEN, whom + " sent no certificate"));
            default -> {}
        }
    }

    private static Optional<Alert> fatal(Handshake handshake) {
        return handshake.alerts().stream()
                .filter(alert -> alert.isFatal() && alert.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .findFirst();
    }

    private static Optional<Fact> otherProtocol(Exchange made) {
        if (made.received().isEmpty()) {
            return Optional.empty();
        }
        String start =
                made.received().slice(0, Math.min(40, made.received().length())).printable();
        String says = made.host() + ":" + made.port() + " answers the hello with \"" + start + "\"";
        LookAlike like =
                LookAlike.ofStart(Direction.SERVER_TO_CLIENT, made.received()).orElse(null);
        if (like == null) {
            boolean tls = made.handshake()
                    .map(seen -> seen.serverHello().isPresent()
                            || !seen.alerts().isEmpty()
                            || seen.foreignReply().isEmpty())
                    .orElse(false);
            return tls ? Optional.empty() : Optional.of(Fact.of(FactCodes.ANSWER_OTHER, says));
        }
        return Optional.of(
                switch (like) {
                    case HTTP -> http(made, says);
                    case HTTP_BAD_REQUEST -> Fact.of(FactCodes.ANSWER_HTTP_BAD_REQUEST, says);
                    case SSH -> Fact.of(FactCodes.ANSWER_SSH, says);
                    case STUN, STUN_FRAMED -> Fact.of(FactCodes.ANSWER_STUN, says);
                    case ZEROTIER -> Fact.of(FactCodes.ANSWER_ZEROTIER, says);
                    default -> Fact.of(FactCodes.ANSWER_OTHER, says);
                });
    }

    private static Fact http(Exchange made, String says) {
        Optional<HttpReply> reply = HttpReply.parse(made.received());
        boolean portal = reply.flatMap(PageCatalog.bundled()::recognise)
                .filter(page -> page.kind() == PageKind.CAPTIVE)
                .isPresent();
        if (portal) {
            return Fact.of(FactCodes.CAPTIVE, says);
        }
        return reply.flatMap(HttpReply::location)
                .map(target -> new Fact(FactCodes.ANSWER_REDIRECT, says, target))
                .orElse(Fact.of(FactCodes.ANSWER_HTTP, says));
    }
}
