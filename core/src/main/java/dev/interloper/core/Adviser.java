package dev.interloper.core;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.core.cure.BypassList;
import dev.interloper.core.cure.BypassRenderer;
import dev.interloper.core.cure.BypassTarget;
import dev.interloper.core.cure.BypassTargetException;
import dev.interloper.core.cure.BypassText;
import dev.interloper.core.cure.ProductAdvice;
import dev.interloper.core.cure.Service;
import dev.interloper.core.cure.ServiceCatalog;
import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Turns a verdict into advice. */
final class Adviser {

    private static final int HTTPS = 443;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_NAME = 253;

    private final ServiceCatalog services;

    Adviser(ServiceCatalog services) {
        this.services = services;
    }

    Advice advise(Observation seen, Verdict verdict) {
        return switch (verdict.outcome()) {
            case INTERCEPTED -> intercepted(seen, verdict);
            case DIRECT ->
                new Advice(
                        "Nothing to do: the server itself answered. If something fails here, TLS inspection is not why.",
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of());
            case INCONCLUSIVE ->
                new Advice(
                        "What was seen does not decide it; this would:",
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        missing(seen));
        };
    }

    private Advice intercepted(Observation seen, Verdict verdict) {
        List<BypassEntry> bypass = bypass(seen);
        String who = verdict.product().map(Product::name).orElse("an unknown product");
        String what = seen.serverName()
                .map(ServerName::text)
                .filter(name -> isPrintable(name))
                .orElse("this server");
        Optional<ProductAdvice> product = ProductAdvice.of(verdict.product()
                .map(known -> known.name() + " " + known.vendor())
                .orElse(verdict.engine().orElse("")));
        List<String> steps = new ArrayList<>();
        steps.add("Ask whoever runs the proxy to except these destinations from TLS inspection"
                + product.map(known -> "; where: " + known.place()).orElse("") + ".");
        ofService(
                        seen,
                        (service, part) -> "Except the whole of " + service.name()
                                + ", not this destination alone: its vendor publishes the list.")
                .ifPresent(steps::add);
        if (isNameless(seen)) {
            steps.add("Use the address: the client names no host (no SNI), so that an entry by name never matches.");
        } else if (bypass.size() > 1) {
            steps.add(
                    "If the list takes both, enter both: a name does not match clients that send no SNI, and an address"
                            + " does not follow the server when it moves.");
        }
        steps.add("Never switch certificate verification off instead. If the interception is wanted, install the"
                + " organisation's root where this client looks for its roots.");
        steps.add("If nobody knows this proxy, treat the connection as attacked.");
        return new Advice(
                "The port is open, but " + who + " decrypts the connection to " + what + ".",
                bypass,
                product.flatMap(ProductAdvice::renderer).flatMap(renderer -> rule(renderer, bypass, seen)),
                breakage(seen),
                steps);
    }

    private static boolean isPrintable(String text) {
        return text.length() <= MAX_NAME && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static boolean isNameless(Observation seen) {
        return seen.handshake()
                .map(handshake ->
                        handshake.serverName().isEmpty() && handshake.tunnel().isEmpty())
                .orElse(false);
    }

    /** Behind an explicit proxy the connection's address is the proxy's, which is none to bypass. */
    private static List<BypassEntry> bypass(Observation seen) {
        List<BypassEntry> entries = new ArrayList<>();
        Optional<Endpoint> server = seen.handshake()
                .filter(handshake -> handshake.tunnel().isEmpty())
                .map(handshake -> handshake.conversation().server());
        int port = server.map(Endpoint::port).orElse(tunnelPort(seen));
        seen.serverName()
                .filter(name -> name.kind() != ServerName.Kind.INVALID && !name.isIp() && !isNameless(seen))
                .ifPresent(name -> entries.add(new BypassEntry(BypassEntry.Kind.HOST, name.normalized(), port)));
        if (server.isPresent()) {
            entries.add(new BypassEntry(BypassEntry.Kind.ADDRESS, server.get().addressText(), port));
        } else {
            seen.serverName()
                    .filter(ServerName::isIp)
                    .ifPresent(ip -> entries.add(new BypassEntry(BypassEntry.Kind.ADDRESS, ip.normalized(), port)));
        }
        return entries;
    }

    private static int tunnelPort(Observation seen) {
        return seen.handshake()
                .flatMap(Handshake::tunnel)
                .map(tunnel -> tunnel.target().substring(tunnel.target().lastIndexOf(':') + 1))
                .filter(port -> port.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .filter(port -> port >= 1 && port <= MAX_PORT)
                .orElse(HTTPS);
    }

    private static Optional<BypassText> rule(BypassRenderer renderer, List<BypassEntry> entries, Observation seen) {
        try {
            List<BypassTarget> targets = new ArrayList<>();
            for (BypassEntry entry : entries) {
                boolean v6 = entry.value().indexOf(':') >= 0;
                targets.add(BypassTarget.parse((v6 ? "[" + entry.value() + "]" : entry.value()) + ":" + entry.port()));
            }
            return targets.isEmpty()
                    ? Optional.empty()
                    : Optional.of(renderer.render(
                            BypassList.of(targets, "found decrypted", LocalDate.ofInstant(seen.at(), ZoneOffset.UTC))));
        } catch (BypassTargetException e) {
            return Optional.empty(); // a name that no list should hold
        }
    }

    /** Of which service the connection's host or address is. */
    private Optional<String> ofService(Observation seen, BiFunction<Service, Service.Destination, String> words) {
        return bypass(seen).stream()
                .map(BypassEntry::value)
                .flatMap(value -> services.covering(value).stream()
                        .flatMap(service -> service.covering(value).map(part -> words.apply(service, part)).stream()))
                .findFirst();
    }

    private List<String> breakage(Observation seen) {
        List<String> breakage = new ArrayList<>();
        boolean refused = seen.handshake()
                .map(handshake -> handshake.alerts().stream()
                        .anyMatch(alert ->
                                alert.isFatal() && alert.provenance().direction() == Direction.CLIENT_TO_SERVER))
                .orElse(false);
        if (refused) {
            breakage.add("This client: it ended the handshake with a fatal alert.");
        }
        ofService(seen, (service, part) -> service.name() + ": " + part.why() + ".")
                .ifPresent(breakage::add);
        breakage.add(
                "Protocols that only look like TLS: media relays (Lync and Skype for Business A/V Edge, TURN) start a"
                        + " pseudo-TLS handshake that no proxy can decrypt, and fail although the port is open.");
        breakage.add("Applications that pin the server's key or certificate.");
        breakage.add("Servers that ask for a client certificate.");
        breakage.add("Programs with roots of their own: Java, Python, Node.js, Firefox, containers.");
        return breakage;
    }

    private static List<String> missing(Observation seen) {
        List<String> steps = new ArrayList<>();
        Handshake handshake = seen.handshake().orElse(null);
        if (seen.chain().size() == 0) {
            if (handshake != null && handshake.foreignReply().isPresent()) {
                steps.add(
                        "Open the address in a browser: something answers in another protocol, perhaps a captive portal.");
            } else if (handshake != null && handshake.isResumed()) {
                steps.add("Capture a connection that does not resume a session (restart the client first).");
            } else if (handshake != null
                    && handshake.version().map(version -> version.isTls13()).orElse(false)) {
                steps.add(
                        "Capture again with the client's TLS key log (SSLKEYLOGFILE), or with the client limited to TLS 1.2.");
            } else {
                steps.add("Capture beside the client, from before the connection is opened, with whole packets.");
            }
            return steps;
        }
        if (seen.trust()
                .map(trust -> trust.anchorClass() == AnchorClass.UNKNOWN)
                .orElse(false)) {
            steps.add(
                    "Hand in the missing issuer's certificate, or the roots installed on the client (extra anchors).");
        }
        steps.add(
                "Ask the server's operator which authority issues its certificate; or compare with the certificate seen"
                        + " from another network.");
        steps.add("Look at a second, unrelated public host on the same network: one issuer for both is a proxy's.");
        return steps;
    }
}
