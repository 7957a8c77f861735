package dev.interloper.certs.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes {@code log-list.tsv} from a log list in the v3 format:
 *
 * <pre>
 * mvn -q -pl certs test-compile &amp;&amp; java -cp certs/target/classes:certs/target/test-classes:BCPROV \
 *     dev.interloper.certs.transparency.LogListGenerator log_list.json \
 *     certs/src/main/resources/dev/interloper/certs/transparency/log-list.tsv
 * </pre>
 *
 * <p>BCPROV is the jar of Bouncy Castle's provider.
 */
public final class LogListGenerator {
    private LogListGenerator() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: LogListGenerator LOG_LIST_JSON OUTPUT");
            System.exit(64);
        }
        Files.writeString(Path.of(arguments[1]), generate(Path.of(arguments[0])));
    }

    static String generate(Path json) throws IOException {
        try (InputStream in = Files.newInputStream(json)) {
            LogList list = LogList.parse(in);
            return header(list)
                    + list.logs().stream().map(l -> row(l.entry())).sorted().collect(Collectors.joining());
        }
    }

    private static String row(LogEntry log) {
        String previous = log.previousOperators().stream()
                .map(p -> p.until() + " " + p.name())
                .collect(Collectors.joining("; "));
        return String.join(
                        "\t",
                        log.operator(),
                        log.description(),
                        log.key(),
                        log.tiled() ? "tiled" : "rfc6962",
                        log.state().listName(),
                        text(log.since()),
                        String.valueOf(log.mergeDelay().toSeconds()),
                        text(log.start()),
                        text(log.end()),
                        previous)
                + "\n";
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }

    private static String header(LogList list) {
        return """
                # Certificate Transparency logs: keys, operators, states and intervals.
                # date: %s
                # version: %s
                # rows: %d
                # columns: operator, description, key (SubjectPublicKeyInfo in Base64; its SHA-256 is the log's identifier),
                #   kind (rfc6962, tiled), state, state since, maximum merge delay in seconds, first expiry taken (inclusive),
                #   end of the expiries taken (exclusive), previous operators (UNTIL NAME, separated by semicolons)
                # generator: certs/src/test/java/dev/interloper/certs/transparency/LogListGenerator.java (how to run it is written there)
                # source: https://www.gstatic.com/ct/log_list/v3/log_list.json as of the date above, in the copy kept by
                #   https://github.com/appmattus/certificatetransparency (Apache-2.0). The file itself states no licence; facts only.
                # use: for telling what was seen. Google allows its lists for monitors, auditors and submitters, and not for
                #   enforcement in clients other than Chrome: https://googlechrome.github.io/CertificateTransparency/log_lists.html
                """.formatted(list.date(), list.version(), list.logs().size());
    }
}
