package dev.interloper.core.diagnosis;

import dev.interloper.core.page.HttpReply;
import dev.interloper.core.page.PageCatalog;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an explicit proxy said to the request for a tunnel. */
final class ProxyFacts implements FactFinder {

    private static final int MAX_SCHEMES = 100;

    private static final Comparator<Exchange> TUNNELS_FIRST = Comparator.<Exchange, Boolean>comparing(
                    made -> made.ending() == Ending.TUNNEL_REFUSED)
            .thenComparing(Exchange::step);

    @Override
    public List<Fact> find(ProbeObservation seen) {
        return seen.exchanges().stream()
                .filter(made ->
                        Steps.isOfDestination(made.step()) && made.proxyReply().isPresent())
                .min(TUNNELS_FIRST)
                .map(made -> replied(made, made.proxyReply().orElseThrow()))
                .orElse(List.of());
    }

    private static List<Fact> replied(Exchange made, Bytes bytes) {
        List<Fact> facts = new ArrayList<>();
        replied(facts, made, bytes);
        return facts.stream().map(fact -> fact.in(made.step())).toList();
    }

    private static void replied(List<Fact> facts, Exchange made, Bytes bytes) {
        Optional<HttpReply> reply = HttpReply.parse(bytes);
        if (made.ending() != Ending.TUNNEL_REFUSED) {
            facts.add(Fact.of(
                    FactCodes.PROXY_TUNNELS,
                    "the proxy agreed to tunnel"
                            + reply.map(head -> " (" + head + ")").orElse("")));
            return;
        }
        if (reply.isEmpty()) {
            facts.add(Fact.of(FactCodes.PROXY_DENIED, made.failure().orElse("the proxy refused")));
            return;
        }
        reply.flatMap(PageCatalog.bundled()::recognise)
                .filter(page -> !page.product().isEmpty())
                .ifPresent(
                        page -> facts.add(new Fact(FactCodes.PRODUCT, "the proxy's reply is " + page, page.product())));
        facts.add(refused(reply.get()));
    }

    private static Fact refused(HttpReply reply) {
        if (reply.status() == 407) {
            String schemes = String.join(", ", reply.header("Proxy-Authenticate"));
            String shown = schemes.length() > MAX_SCHEMES ? schemes.substring(0, MAX_SCHEMES) + "…" : schemes;
            return new Fact(
                    FactCodes.PROXY_AUTHENTICATION,
                    "the proxy wants credentials (" + reply + (shown.isEmpty() ? "" : ": " + shown) + ")",
                    shown);
        }
        return reply.status() >= 500
                ? Fact.of(FactCodes.PROXY_UPSTREAM_FAILED, "the proxy could not connect (" + reply + ")")
                : Fact.of(FactCodes.PROXY_DENIED, "the proxy refused to tunnel (" + reply + ")");
    }
}
