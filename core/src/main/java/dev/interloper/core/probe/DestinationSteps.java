package dev.interloper.core.probe;

import dev.interloper.handshake.record.TlsVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps that talk to the destination itself. When it cannot be reached, one attempt says all. */
final class DestinationSteps {

    private final Options options;
    private final Connector connector;
    private final Interruption interruption;
    private final Agenda agenda;
    private final Consumer<Exchange> sink;
    private boolean reachable;

    DestinationSteps(
            Options options, Connector connector, Interruption interruption, Agenda agenda, Consumer<Exchange> sink) {
        this.options = options;
        this.connector = connector;
        this.interruption = interruption;
        this.agenda = agenda;
        this.sink = sink;
    }

    /**
     * Asks.
     *
     * @param to the destination
     * @param bare the destination by its address alone, as a browser would be given it; empty if that is not known
     * @param canBeReached false if there is nowhere to dial, so that all is pointless
     */
    void run(Destination to, Optional<Destination> bare, boolean canBeReached) {
        reachable = canBeReached;
        HandshakeExchange handshakes = fresh();
        HelloExchange hellos = new HelloExchange(connector, interruption);
        String name = options.serverName().orElse(null);
        boolean again = options.steps().contains(ProbeStep.SECOND_HANDSHAKE);

        Exchange first = ask(ProbeStep.HANDSHAKE, time -> handshakes.run(ProbeStep.HANDSHAKE, to, name, again, time));
        askIf(
                speaksClassic(),
                ProbeStep.CLASSIC_HELLO,
                time -> hellos.classic(
                        to, name, classicVersion(), options.applicationProtocols(), options.random(), time));
        askIf(
                first != null && first.ending() == Ending.COMPLETE,
                ProbeStep.SECOND_HANDSHAKE,
                time -> handshakes.run(ProbeStep.SECOND_HANDSHAKE, to, name, false, time));
        askIf(name != null, ProbeStep.WITHOUT_SNI, time -> fresh().run(ProbeStep.WITHOUT_SNI, to, null, false, time));
        String canary = Canary.name(options.random());
        ask(ProbeStep.CANARY_NAME, time -> fresh().run(ProbeStep.CANARY_NAME, to, canary, false, time));
        ask(ProbeStep.PSEUDO_TLS_MICROSOFT, time -> hellos.pseudo(PseudoHello.MICROSOFT, to, time));
        ask(ProbeStep.PSEUDO_TLS_GOOGLE, time -> hellos.pseudo(PseudoHello.GOOGLE, to, time));
        ask(
                ProbeStep.HOST_PAGE,
                time -> fresh().page(ProbeStep.HOST_PAGE, to, name, header(options.host(), to.port()), time));
        Destination address = bare.orElse(to);
        askIf(
                bare.isPresent(),
                ProbeStep.ADDRESS_PAGE,
                time -> fresh().page(
                                ProbeStep.ADDRESS_PAGE, address, null, header(address.host(), address.port()), time));
    }

    /** Sessions of one name are not offered for another. */
    private HandshakeExchange fresh() {
        PlatformTls tls = new PlatformTls(
                options.clientCertificate().orElse(null), options.applicationProtocols(), options.versions());
        return new HandshakeExchange(connector, tls, interruption);
    }

    private void askIf(boolean worthwhile, ProbeStep step, Function<Deadline, Exchange> question) {
        if (worthwhile) {
            ask(step, question);
        } else if (options.steps().contains(step)) {
            agenda.skip();
        }
    }

    private @Nullable Exchange ask(ProbeStep step, Function<Deadline, Exchange> question) {
        if (!options.steps().contains(step)) {
            return null;
        }
        if (!reachable) {
            agenda.skip();
            return null;
        }
        Deadline turn = agenda.turn().orElse(null);
        if (turn == null) {
            return null;
        }
        Exchange exchange = question.apply(turn);
        reachable = exchange.tcp() == TcpOutcome.CONNECTED && exchange.ending() != Ending.TUNNEL_REFUSED;
        sink.accept(exchange);
        return exchange;
    }

    private boolean speaksClassic() {
        return options.versions().isEmpty() || !options.versions().equals(List.of("TLSv1.3"));
    }

    private TlsVersion classicVersion() {
        List<String> versions = options.versions();
        if (versions.isEmpty() || versions.contains("TLSv1.2")) {
            return TlsVersion.TLS_1_2;
        }
        if (versions.contains("TLSv1.1")) {
            return TlsVersion.TLS_1_1;
        }
        return versions.contains("TLSv1") ? TlsVersion.TLS_1_0 : TlsVersion.TLS_1_2;
    }

    private static String header(String host, int port) {
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == 443 ? bracketed : bracketed + ":" + port;
    }
}
