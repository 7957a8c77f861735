package dev.interloper.core.probe;

import dev.interloper.handshake.record.TlsVersion;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The steps that talk to the destination itself. When it cannot be reached, one attempt says all. */
final class DestinationSteps {

    private final Options options;
    private final Connector connector;
    private final Interruption interruption;
    private final Deadline deadline;
    private final Consumer<Exchange> sink;
    private boolean reachable = true;

    DestinationSteps(
            Options options,
            Connector connector,
            Interruption interruption,
            Deadline deadline,
            Consumer<Exchange> sink) {
        this.options = options;
        this.connector = connector;
        this.interruption = interruption;
        this.deadline = deadline;
        this.sink = sink;
    }

    void run(Destination to) {
        PlatformTls tls = new PlatformTls(
                options.clientCertificate().orElse(null), options.applicationProtocols(), options.versions());
        HandshakeExchange handshakes = new HandshakeExchange(connector, tls, interruption);
        HelloExchange hellos = new HelloExchange(connector, interruption);
        String name = options.serverName().orElse(null);
        boolean again = options.steps().contains(ProbeStep.SECOND_HANDSHAKE);

        ask(ProbeStep.HANDSHAKE, () -> handshakes.run(ProbeStep.HANDSHAKE, to, name, again, deadline));
        ask(
                ProbeStep.CLASSIC_HELLO,
                () -> hellos.classic(
                        to, name, classicVersion(), options.applicationProtocols(), options.random(), deadline));
        ask(ProbeStep.SECOND_HANDSHAKE, () -> handshakes.run(ProbeStep.SECOND_HANDSHAKE, to, name, false, deadline));
        if (name != null) {
            ask(ProbeStep.WITHOUT_SNI, () -> fresh().run(ProbeStep.WITHOUT_SNI, to, null, false, deadline));
        }
        String canary = Canary.name(options.random());
        ask(ProbeStep.CANARY_NAME, () -> fresh().run(ProbeStep.CANARY_NAME, to, canary, false, deadline));
        ask(ProbeStep.PSEUDO_TLS_MICROSOFT, () -> hellos.pseudo(PseudoHello.MICROSOFT, to, deadline));
        ask(ProbeStep.PSEUDO_TLS_GOOGLE, () -> hellos.pseudo(PseudoHello.GOOGLE, to, deadline));
        ask(ProbeStep.HOST_PAGE, () -> fresh().page(ProbeStep.HOST_PAGE, to, name, header(options.host()), deadline));
        address(to)
                .ifPresent(bare -> ask(
                        ProbeStep.ADDRESS_PAGE,
                        () -> fresh().page(ProbeStep.ADDRESS_PAGE, bare, null, header(bare.host()), deadline)));
    }

    /** Sessions of one name are not offered for another. */
    private HandshakeExchange fresh() {
        PlatformTls tls = new PlatformTls(
                options.clientCertificate().orElse(null), options.applicationProtocols(), options.versions());
        return new HandshakeExchange(connector, tls, interruption);
    }

    private void ask(ProbeStep step, Supplier<Exchange> question) {
        if (!options.steps().contains(step) || !reachable || deadline.isOver() || interruption.isRaised()) {
            return;
        }
        Exchange exchange = question.get();
        reachable = exchange.tcp() == TcpOutcome.CONNECTED && exchange.ending() != Ending.TUNNEL_REFUSED;
        sink.accept(exchange);
    }

    private TlsVersion classicVersion() {
        List<String> versions = options.versions();
        if (versions.isEmpty() || versions.contains("TLSv1.2")) {
            return TlsVersion.TLS_1_2;
        }
        return versions.contains("TLSv1.1")
                ? TlsVersion.TLS_1_1
                : versions.contains("TLSv1") ? TlsVersion.TLS_1_0 : TlsVersion.TLS_1_2;
    }

    /** The destination by its address alone, as a browser would be given it. */
    private static Optional<Destination> address(Destination to) {
        return to.addresses().stream()
                .findFirst()
                .map(InetAddress::getHostAddress)
                .map(text -> new Destination(text, to.port(), to.addresses()));
    }

    private static String header(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }
}
