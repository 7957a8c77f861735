package dev.interloper.core.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One run of a probe: the steps in their order, what is pointless left out, nothing beyond the deadline. */
final class ProbeRun {

    private final Options options;
    private final Interruption interruption;
    private final Agenda agenda;
    private final Lookup lookup;
    private final Dialler dialler;
    private final ProbeObservation.Builder seen;
    private boolean connected;

    ProbeRun(Options options) {
        this.options = options;
        interruption = new Interruption(options.cancellation());
        agenda = new Agenda(options, Deadline.in(options.deadline(), options.clock()), interruption);
        lookup = new Lookup(options.resolver(), options.executor(), options.family(), options.clock());
        dialler = new Dialler(
                options.sockets(),
                options.bindAddress().orElse(null),
                options.patience(),
                options.clock(),
                interruption);
        seen = ProbeObservation.of(
                options.host(), options.port(), options.clock().instant());
    }

    ProbeObservation run() {
        options.proxy().ifPresent(seen::proxy);
        Destination to = destination(options.host(), options.port(), options.connectTo(), agenda.preparation());
        List<InetAddress> proxyAddresses = options.proxy()
                .map(proxy -> addresses(proxy.host(), agenda.preparation()))
                .orElse(List.of());
        Connector connector = new Connector(options, dialler, interruption, proxyAddresses);
        boolean dialable = options.proxy().isPresent()
                ? !proxyAddresses.isEmpty()
                : !to.addresses().isEmpty();
        List<InetAddress> ownAddresses = ownAddresses(to);
        new DestinationSteps(options, connector, interruption, agenda, this::note)
                .run(to, bare(to, ownAddresses), dialable);
        if (connected) {
            compare(connector);
        }
        stun(ownAddresses);
        control(connector);
        captivePortal();
        if (!agenda.isComplete()) {
            seen.incomplete();
        }
        return seen.build();
    }

    /** Where the destination is, found out without the proxy if some step needs it. */
    private List<InetAddress> ownAddresses(Destination to) {
        boolean needed = isOn(ProbeStep.ADDRESS_PAGE) || isOn(ProbeStep.STUN);
        return to.addresses().isEmpty() && options.proxy().isPresent() && needed
                ? addresses(options.host(), agenda.preparation())
                : to.addresses();
    }

    private static Optional<Destination> bare(Destination to, List<InetAddress> addresses) {
        return addresses.stream()
                .findFirst()
                .map(InetAddress::getHostAddress)
                .map(text -> new Destination(text, to.port(), addresses));
    }

    private void compare(Connector connector) {
        for (Authority host : isOn(ProbeStep.COMPARED_HOSTS) ? options.compared() : List.<Authority>of()) {
            agenda.turn().ifPresent(time -> {
                Destination other = destination(host.host(), host.port(), Optional.empty(), time);
                PlatformTls tls = new PlatformTls(null, options.applicationProtocols(), options.versions());
                String name = Addresses.isLiteral(host.host()) ? null : host.host();
                note(new HandshakeExchange(connector, tls, interruption)
                        .run(ProbeStep.COMPARED_HOSTS, other, name, false, time));
            });
        }
    }

    private void stun(List<InetAddress> addresses) {
        if (!isOn(ProbeStep.STUN) || addresses.isEmpty()) {
            return;
        }
        agenda.turn().ifPresent(time -> {
            DatagramReply reply =
                    new StunBinding(options, interruption).ask(addresses.get(0), time.within(options.patience()));
            seen.stun(reply);
            tell(ProbeStep.STUN, reply.outcome().toString().toLowerCase(Locale.ROOT));
        });
    }

    /** By the way that the destination is asked: what a network lets nobody do says nothing about one host. */
    private void control(Connector connector) {
        options.controlHost()
                .filter(host -> isOn(ProbeStep.CONTROL_HOST))
                .ifPresent(host -> agenda.turn().ifPresent(time -> {
                    Destination control = destination(host.host(), host.port(), Optional.empty(), time);
                    note(connector.openOnly(ProbeStep.CONTROL_HOST, control, time));
                }));
    }

    /** One page that came says enough, whether it is the right one or a portal's. */
    private void captivePortal() {
        if (!isOn(ProbeStep.CAPTIVE_PORTAL)) {
            return;
        }
        Deadline turn = agenda.turn().orElse(null);
        boolean answered = false;
        for (int i = 0; turn != null && i < options.canaryPages().size() && !answered && !turn.isOver(); i++) {
            CanaryPage page = options.canaryPages().get(i);
            Deadline share = turn.fair(options.canaryPages().size() - i);
            Destination to = new Destination(page.host(), page.port(), addresses(page.host(), share));
            Exchange exchange = page.request(dialler, to, interruption, share, options);
            note(exchange);
            answered = exchange.page().isPresent();
        }
    }

    private Destination destination(String host, int port, Optional<InetAddress> dialInstead, Deadline time) {
        boolean main = host.equals(options.host()) && port == options.port();
        if (dialInstead.isPresent()) {
            note(host, NameLookup.Outcome.NOT_NEEDED, List.of(dialInstead.get()));
            boolean proxied = options.proxy().isPresent() && main;
            return new Destination(
                    proxied ? dialInstead.get().getHostAddress() : host, port, List.of(dialInstead.get()));
        }
        if (options.proxy().isPresent()) {
            seen.lookup(new NameLookup(
                    host,
                    Addresses.isLiteral(host) ? NameLookup.Outcome.NOT_NEEDED : NameLookup.Outcome.LEFT_TO_PROXY,
                    Addresses.literal(host).map(InetAddress::getHostAddress).stream()
                            .toList(),
                    Duration.ZERO));
            return new Destination(
                    host, port, Addresses.literal(host).map(List::of).orElse(List.of()));
        }
        return new Destination(host, port, addresses(host, time));
    }

    private List<InetAddress> addresses(String host, Deadline time) {
        Optional<InetAddress> literal = Addresses.literal(host);
        if (literal.isPresent()) {
            note(host, NameLookup.Outcome.NOT_NEEDED, List.of(literal.get()));
            return List.of(literal.get());
        }
        Lookup.Answer answer = lookup.resolve(host, time.within(options.patience()), interruption);
        seen.lookup(answer.said());
        return answer.addresses();
    }

    private void note(String host, NameLookup.Outcome outcome, List<InetAddress> addresses) {
        seen.lookup(new NameLookup(
                host,
                outcome,
                addresses.stream().map(InetAddress::getHostAddress).toList(),
                Duration.ZERO));
    }

    private void note(Exchange exchange) {
        connected |= exchange.tcp() == TcpOutcome.CONNECTED;
        seen.exchange(exchange);
        tell(
                exchange.step(),
                exchange.host() + ": "
                        + (exchange.tcp() == TcpOutcome.CONNECTED ? exchange.ending() : exchange.tcp())
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '));
    }

    private void tell(ProbeStep step, String statement) {
        options.watcher().accept(new ProbeEvent(step, statement));
    }

    private boolean isOn(ProbeStep step) {
        return options.steps().contains(step);
    }
}
