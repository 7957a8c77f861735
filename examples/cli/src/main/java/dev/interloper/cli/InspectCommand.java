package dev.interloper.cli;

import dev.interloper.certs.name.ServerName;
import dev.interloper.core.CaptureInspector;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.Outcome;
import dev.interloper.core.Overview;
import dev.interloper.core.Reference;
import dev.interloper.core.report.JsonReport;
import dev.interloper.core.report.TextReport;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureSummary;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inspect}: tells the story of every TLS connection in some captures. */
@Command(
        name = "inspect",
        description = "Judges every TLS connection in capture files (pcap, pcapng, gzipped or not).",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit status (the first that fits):%n",
        exitCodeList = {
            "64: wrong usage",
            "1: a connection is intercepted",
            "65: an input is unreadable or cut short",
            "2: a connection is inconclusive, or no handshake was found",
            "0: all connections are direct",
            "70: the program itself failed"
        })
final class InspectCommand implements Callable<Integer> {

    private final Streams streams;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "capture files")
    private List<Path> files = List.of();

    @Mixin
    private Knowledge knowledge = new Knowledge();

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "TLS key log (SSLKEYLOGFILE), with which what is encrypted is read too")
    private List<Path> keys = List.of();

    @Option(
            names = "--reference",
            paramLabel = "FILE",
            description = "a capture of the same hosts from where nothing is intercepted, to compare with")
    private @Nullable Path reference;

    @Option(
            names = "--reference-keys",
            paramLabel = "FILE",
            description = "the TLS key log of the reference; those of --keys are used for it as well")
    private List<Path> referenceKeys = List.of();

    @Option(
            names = "--reference-genuine",
            description = "take the reference at your word where nothing decides whether it is the server itself")
    private boolean referenceGenuine;

    @Option(names = "--json", description = "print JSON instead of text")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "write one HTML page of it as well")
    private @Nullable Path html;

    @Option(names = "--quiet", description = "no progress on the terminal")
    private boolean quiet;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "only connections to this host name or address, and those that name no host")
    private @Nullable String host;

    InspectCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        checkHost();
        KeyLog keyLog = keyLog("--keys", keys);
        KeyLog referenceLog = keyLog("--reference-keys", referenceKeys).and(keyLog);
        Interloper interloper = knowledge.interloper();
        ExitStatus status = new ExitStatus();
        HtmlOutput page = new HtmlOutput(html);
        page.clash(inputs()).ifPresent(input -> {
            throw usage("--html: " + input + " is read, and would be overwritten");
        });
        try {
            Reference compared = reference(interloper, referenceLog, status);
            if (json) {
                inspectJson(interloper, keyLog, compared, page, status);
            } else {
                inspectText(interloper, keyLog, compared, page, status);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
        boolean written = page.write(streams);
        return written || status.code() == ExitStatus.INTERCEPTED ? status.code() : ExitStatus.FAILED;
    }

    private List<Path> inputs() {
        return Stream.of(files, keys, referenceKeys, reference == null ? List.<Path>of() : List.of(reference))
                .flatMap(List::stream)
                .toList();
    }

    private CaptureProgress progress(Path file) {
        return CaptureProgress.onTerminal(streams.err(), quiet, file);
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec, "spec").commandLine(), message);
    }

    /** Before anything is printed. */
    private void checkHost() {
        if (host != null && ServerName.parse(host).kind() == ServerName.Kind.INVALID) {
            throw usage("--host: neither a host name nor an IP address: " + host);
        }
    }

    private @Nullable Reference reference(Interloper interloper, KeyLog keyLog, ExitStatus status) {
        if (reference == null) {
            if (!referenceKeys.isEmpty() || referenceGenuine) {
                String option = referenceGenuine ? "--reference-genuine" : "--reference-keys";
                throw usage(option + ": there is no --reference");
            }
            return null;
        }
        Reference read = interloper.reference(Capture.file(reference).withKeyLog(keyLog));
        finish(read.summary(), status);
        if (read.hosts() == 0) {
            streams.complain("--reference: " + reference + ": no TLS handshake to compare with");
        }
        if (read.passedOver() > 0) {
            streams.complain("--reference: " + reference + ": " + read.passedOver()
                    + " connections passed over, beyond " + Reference.MAX_HOSTS + " hosts");
        }
        return referenceGenuine ? read.vouched() : read;
    }

    private KeyLog keyLog(String option, List<Path> logs) {
        KeyLog all = KeyLog.empty();
        for (Path file : logs) {
            try {
                KeyLog read = KeyLog.file(file);
                if (read.isEmpty()) {
                    streams.complain(option + ": " + file + ": no line of it is a secret");
                }
                all = all.and(read);
            } catch (IOException e) {
                throw usage(option + ": " + file + ": " + Knowledge.reason(e));
            }
        }
        return all;
    }

    private CaptureInspector inspector(
            Interloper interloper, KeyLog keyLog, @Nullable Reference compared, Path file, CaptureProgress progress) {
        CaptureInspector inspector = interloper.capture(progress.capture(file)).keys(keyLog);
        if (compared != null) {
            inspector = inspector.reference(compared);
        }
        return host == null ? inspector : inspector.host(host);
    }

    private void inspectText(
            Interloper interloper, KeyLog keyLog, @Nullable Reference compared, HtmlOutput page, ExitStatus status) {
        for (Path file : files) {
            Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
            int[] shown = {0};
            page.beginCapture(file);
            CaptureProgress progress = progress(file);
            Overview.Collector overview = Overview.collector();
            CaptureSummary summary = inspector(interloper, keyLog, compared, file, progress)
                    .forEach(inspection -> {
                        status.add(inspection);
                        overview.add(inspection);
                        page.connection(inspection);
                        outcomes.merge(inspection.verdict().outcome(), 1, Integer::sum);
                        shown[0]++;
                        progress.erase();
                        streams.out()
                                .println("━━ " + Printable.whole(file) + " · connection " + shown[0] + " "
                                        + "━".repeat(20));
                        streams.out().println();
                        streams.out().println(TextReport.render(inspection));
                        streams.out().println();
                        progress.step();
                    });
            progress.erase();
            finish(summary, status);
            page.endCapture(summary, overview.overview());
            if (shown[0] > 1) {
                streams.out().println(TextReport.render(overview.overview()));
                streams.out().println();
            }
            streams.out().println(total(summary, shown[0], outcomes));
        }
    }

    private static String total(CaptureSummary summary, int shown, Map<Outcome, Integer> outcomes) {
        StringBuilder text = new StringBuilder(Printable.whole(summary.name()))
                .append(": ")
                .append(counted(summary.packets(), "packet"))
                .append(", ")
                .append(counted(summary.connections(), "TCP connection"))
                .append(", ")
                .append(counted(summary.handshakes(), "TLS handshake"));
        if (shown != summary.handshakes()) {
            text.append(", ").append(shown).append(" of them for this host");
        }
        if (shown == 0) {
            return text.append("; nothing to judge").toString();
        }
        for (Outcome outcome : Outcome.values()) {
            text.append(outcome == Outcome.INTERCEPTED ? ": " : ", ")
                    .append(outcomes.getOrDefault(outcome, 0))
                    .append(' ')
                    .append(outcome);
        }
        return text.toString();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void inspectJson(
            Interloper interloper, KeyLog keyLog, @Nullable Reference compared, HtmlOutput page, ExitStatus status)
            throws IOException {
        JsonReport report = new JsonReport(streams.out());
        for (Path file : files) {
            report.beginCapture(file.toString());
            page.beginCapture(file);
            CaptureProgress progress = progress(file);
            Overview.Collector overview = Overview.collector();
            CaptureSummary summary = inspector(interloper, keyLog, compared, file, progress)
                    .forEach(inspection -> {
                        overview.add(inspection);
                        page.connection(inspection);
                        progress.step();
                        writeJson(report, status, inspection);
                    });
            progress.erase();
            finish(summary, status);
            report.endCapture(summary, overview.overview());
            page.endCapture(summary, overview.overview());
        }
        report.end();
    }

    private static void writeJson(JsonReport report, ExitStatus status, Inspection inspection) {
        status.add(inspection);
        try {
            report.connection(inspection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void finish(CaptureSummary summary, ExitStatus status) {
        status.add(summary);
        summary.problem().ifPresent(problem -> streams.complain(summary.name() + ": " + problem));
    }
}
