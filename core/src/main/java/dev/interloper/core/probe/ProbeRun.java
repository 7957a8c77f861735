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
    private final Deadline deadline;
    private final Lookup lookup;
    private final Dialler dialler;
    private final ProbeObservation.Builder seen;

    ProbeRun(Options options) {
        this.options = options;
        interruption = new Interruption(options.cancellation());
        deadline = Deadline.in(options.deadline(), options.clock());
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
        List<InetAddress> proxyAddresses =
                options.proxy().map(proxy -> addresses(proxy.host())).orElse(List.of());
        Connector connector = new Connector(options, dialler, interruption, proxyAddresses);
        Destination to = destination(options.host(), options.port(), options.connectTo());
        if (options.proxy().isPresent()
                ? !proxyAddresses.isEmpty()
                : !to.addresses().isEmpty()) {
            new DestinationSteps(options, connector, interruption, deadline, this::note).run(to);
        }
        others(connector, to);
        if (deadline.isOver() || interruption.isRaised()) {
            seen.incomplete();
        }
        return seen.build();
    }

    /** What is asked of others, and over other protocols, whether the destination answered or not. */
    private void others(Connector connector, Destination to) {
        for (Authority host : isOn(ProbeStep.COMPARED_HOSTS) ? options.compared() : List.<Authority>of()) {
            if (goOn()) {
                compare(connector, host);
            }
        }
        if (isOn(ProbeStep.STUN) && goOn() && !to.addresses().isEmpty()) {
            DatagramReply reply = new StunBinding(options.clock(), interruption)
                    .ask(
                            to.addresses().get(0),
                            StunBinding.PORT,
                            options.random(),
                            deadline.within(options.patience()));
            seen.stun(reply);
            tell(ProbeStep.STUN, reply.outcome().toString().toLowerCase(Locale.ROOT));
        }
        options.controlHost()
                .filter(host -> isOn(ProbeStep.CONTROL_HOST) && goOn())
                .ifPresent(host -> {
                    Destination control = destination(host.host(), host.port(), Optional.empty());
                    Exchange.Builder exchange = Exchange.of(ProbeStep.CONTROL_HOST, host.host(), host.port());
                    connector.dialOnly(control, exchange, deadline);
                    note(exchange.build());
                });
        if (isOn(ProbeStep.CAPTIVE_PORTAL)) {
            for (CanaryPage page : CanaryPage.values()) {
                if (goOn()) {
                    note(page.request(
                            dialler, destination(page.host(), 80, Optional.empty()), interruption, deadline, options));
                }
            }
        }
    }

    private void compare(Connector connector, Authority host) {
        Destination other = destination(host.host(), host.port(), Optional.empty());
        PlatformTls tls = new PlatformTls(null, options.applicationProtocols(), options.versions());
        String name = Addresses.isLiteral(host.host()) ? null : host.host();
        note(new HandshakeExchange(connector, tls, interruption)
                .run(ProbeStep.COMPARED_HOSTS, other, name, false, deadline));
    }

    private Destination destination(String host, int port, Optional<InetAddress> dialInstead) {
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
        return new Destination(host, port, addresses(host));
    }

    private List<InetAddress> addresses(String host) {
        Optional<InetAddress> literal = Addresses.literal(host);
        if (literal.isPresent()) {
            note(host, NameLookup.Outcome.NOT_NEEDED, List.of(literal.get()));
            return List.of(literal.get());
        }
        Lookup.Answer answer = lookup.resolve(host, deadline.within(options.patience()), interruption);
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

    private boolean goOn() {
        return !deadline.isOver() && !interruption.isRaised();
    }
}
