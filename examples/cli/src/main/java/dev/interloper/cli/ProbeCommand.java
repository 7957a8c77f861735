package dev.interloper.cli;

import dev.interloper.core.Interloper;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.Symptom;
import dev.interloper.core.probe.Probe;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.ProxyServer;
import dev.interloper.core.report.HtmlProbeReport;
import dev.interloper.core.report.JsonProbeReport;
import dev.interloper.core.report.ProbeTextReport;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks live servers. */
@Command(
        name = "probe",
        description =
                "Asks live servers: who answers, what is wrong, what to do. Sends handshakes and nothing more, unless told.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nobody intercepts",
            "1:a connection is intercepted",
            "2:something is inconclusive, or cannot be reached",
            "64:the command line is wrong",
            "70:the program itself failed"
        })
final class ProbeCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Knowledge knowledge = new Knowledge();

    @Parameters(paramLabel = "HOST[:PORT]", arity = "1..*", description = "destinations; the port is 443 unless said")
    private List<String> destinations = List.of();

    @Option(names = "--proxy", paramLabel = "URL", description = "http, https, socks4 or socks5 proxy to go through")
    private @Nullable String proxy;

    @Option(
            names = "--connect",
            paramLabel = "ADDRESS",
            description = "dial this address, and ask there for HOST (name and SNI)")
    private @Nullable String connect;

    @Option(
            names = "--compare",
            paramLabel = "HOST",
            description = "an unrelated host to compare with: one authority for both is a proxy's")
    private List<String> compare = List.of();

    @Option(names = "--control", paramLabel = "HOST", description = "a host that is known to work")
    private @Nullable String control;

    @Option(
            names = "--steps",
            paramLabel = "STEP",
            split = ",",
            description = "steps to take besides; -STEP leaves one out, all takes all: ${COMPLETION-CANDIDATES}",
            completionCandidates = StepNames.class)
    private List<String> steps = List.of();

    @Option(names = "--no-sni", description = "name no host in the hello")
    private boolean withoutServerName;

    @Option(names = "--sni", paramLabel = "NAME", description = "name this host in the hello")
    private @Nullable String serverName;

    @Option(names = "--alpn", paramLabel = "PROTOCOL", split = ",", description = "protocols to offer, such as h2")
    private List<String> alpn = List.of();

    @Option(names = "--tls", paramLabel = "VERSION", split = ",", description = "versions to offer, such as TLSv1.2")
    private List<String> versions = List.of();

    @Option(names = "--starttls", paramLabel = "PROTOCOL", description = "smtp, imap, pop3, ftp, ldap, postgresql …")
    private @Nullable String startTls;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "key store (PKCS #12 or JKS) to show to servers that ask for a client certificate")
    private @Nullable Path clientCertificate;

    @Option(
            names = "--client-password-file",
            paramLabel = "FILE",
            description = "its first line is the key store's password")
    private @Nullable Path clientPassword;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "dial from this address of this machine")
    private @Nullable String bind;

    @Option(
            names = "--symptom",
            paramLabel = "SYMPTOM",
            split = ",",
            description = "what users see: ${COMPLETION-CANDIDATES}")
    private List<Symptom> symptoms = List.of();

    @Option(names = "--deadline", paramLabel = "SECONDS", description = "for each destination (${DEFAULT-VALUE})")
    private int deadline = 20;

    @Option(names = "--patience", paramLabel = "SECONDS", description = "for each wait (${DEFAULT-VALUE})")
    private int patience = 5;

    @Option(names = "-4", description = "IPv4 only")
    private boolean ipv4;

    @Option(names = "-6", description = "IPv6 only")
    private boolean ipv6;

    @Option(names = "--json", description = "print JSON instead of text")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write one self-contained page as well")
    private @Nullable Path html;

    ProbeCommand(Streams streams) {
        this.streams = streams;
    }

    /** The steps as the command line spells them. */
    static final class StepNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ProbeStep.values()).map(ProbeStep::toString).iterator();
        }
    }

    @Override
    public Integer call() throws IOException {
        Progress progress = Progress.on(streams);
        List<Probe> probes = destinations.stream()
                .map(destination -> probe(destination, progress))
                .toList();
        Interloper interloper = knowledge.interloper();
        ExitStatus status = new ExitStatus();
        JsonProbeReport document = json ? new JsonProbeReport(streams.out()) : null;
        HtmlProbeReport page = new HtmlProbeReport();
        for (Probe probe : probes) {
            ProbeReport report = interloper.probe(probe, symptoms.toArray(new Symptom[0]));
            progress.close();
            status.add(report);
            page.probe(report);
            if (document != null) {
                document.probe(report);
            } else {
                streams.out().println(ProbeTextReport.render(report));
                streams.out().println();
            }
        }
        if (document != null) {
            document.end();
        }
        boolean written = html == null || HtmlOutput.write(html, streams, page::writeTo);
        return written || status.code() == ExitStatus.INTERCEPTED ? status.code() : ExitStatus.FAILED;
    }

    private Probe probe(String destination, Progress progress) {
        try {
            Probe.Builder probe = Probe.to(destination)
                    .watcher(event -> progress.say(destination + ": " + event.step() + " " + event.statement()))
                    .deadline(Duration.ofSeconds(deadline))
                    .patience(Duration.ofSeconds(patience))
                    .applicationProtocols(alpn.toArray(new String[0]))
                    .versions(versions.toArray(new String[0]))
                    .family(family());
            if (proxy != null) {
                probe.through(ProxyServer.parse(proxy));
            }
            if (connect != null) {
                probe.connectTo(address("--connect", connect));
            }
            if (bind != null) {
                probe.bindAddress(address("--bind", bind));
            }
            if (clientCertificate != null) {
                probe.clientCertificate(keys(clientCertificate));
            }
            if (serverName != null) {
                probe.serverName(serverName);
            }
            if (withoutServerName) {
                probe.withoutServerName();
            }
            if (startTls != null) {
                probe.startTls(upgrade(startTls));
            }
            compare.forEach(probe::compare);
            if (control != null) {
                probe.controlHost(control);
            }
            takeSteps(probe);
            return probe.build();
        } catch (IllegalArgumentException e) {
            throw usage(destination + ": " + e.getMessage());
        }
    }

    private Probe.AddressFamily family() {
        if (ipv4 && ipv6) {
            throw usage("-4 and -6: one of both");
        }
        return ipv4 ? Probe.AddressFamily.IPV4 : ipv6 ? Probe.AddressFamily.IPV6 : Probe.AddressFamily.ANY;
    }

    private void takeSteps(Probe.Builder probe) {
        for (String name : steps) {
            if (name.equals("all")) {
                probe.with(ProbeStep.values());
            } else if (name.startsWith("-")) {
                probe.without(step(name.substring(1)));
            } else if (name.equals("pseudo-tls")) {
                probe.with(ProbeStep.PSEUDO_TLS_MICROSOFT, ProbeStep.PSEUDO_TLS_GOOGLE);
            } else {
                probe.with(step(name));
            }
        }
    }

    private static ProbeStep step(String name) {
        return Arrays.stream(ProbeStep.values())
                .filter(step -> step.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--steps: expected all, pseudo-tls or one of "
                        + Arrays.toString(ProbeStep.values()) + ", found " + name));
    }

    private static InetAddress address(String option, String text) {
        if (!text.matches("[0-9.]+|[0-9A-Fa-f:.%a-z]*:[0-9A-Fa-f:.%a-z]*")) {
            throw new IllegalArgumentException(option + ": expected an address, found " + text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(option + ": expected an address, found " + text, e);
        }
    }

    private X509ExtendedKeyManager keys(Path store) {
        try {
            return ClientCertificate.read(store, clientPassword);
        } catch (IOException e) {
            throw usage("--client-certificate: " + store + ": " + Knowledge.reason(e));
        }
    }

    private static UpgradeProtocol upgrade(String name) {
        return Arrays.stream(UpgradeProtocol.values())
                .filter(protocol -> protocol.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--starttls: no such protocol: " + name));
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec, "spec").commandLine(), message);
    }
}
