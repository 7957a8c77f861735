package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.spi.Evidence;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Bad against good, and good against good and bad, over the labelled connections of the corpora: an intercepted connection beside
 * a direct one of the same host, or beside the proxy's own connection to it. Needs the system property {@code
 * interloper.corpora}, the folder that holds {@code interception/} and {@code interception-hard/}.
 */
class ReferenceCorpusTest {

    /** A labelled connection. */
    private record Row(Path folder, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "-");
        }

        boolean isIntercepted() {
            return cell("label").equals("intercepted");
        }

        /** Its certificate is the origin's own: a portal's is not, and a resumed session has none. */
        boolean isOrigins() {
            return cell("label").equals("direct")
                    && !cell("presented_leaf_sha256").equals("-")
                    && cell("presented_leaf_sha256").equals(cell("origin_leaf_sha256"));
        }

        String host() {
            return cell("origin") + " " + cell("sni");
        }

        Optional<Capture> capture(String column) {
            Path file = folder.resolve(cell(column));
            return Files.isRegularFile(file) ? Optional.of(Capture.file(file).withKeyLog(keys())) : Optional.empty();
        }

        KeyLog keys() {
            Path file = folder.resolve(cell("keylog"));
            try {
                return Files.isRegularFile(file) ? KeyLog.file(file) : KeyLog.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Map<String, int[]> table = new TreeMap<>();

    @Test
    void reference_hardCorpus_convictsEnginesNeverOrigins() throws IOException {
        measure("interception-hard");
    }

    @Test
    void reference_corpus_convictsEnginesNeverOrigins() throws IOException {
        measure("interception");
    }

    private void measure(String name) throws IOException {
        List<Row> rows = rows(name);
        Interloper interloper = Interloper.builder()
                .publicRoots(
                        AnchorSet.fromPem("public roots", rows.get(0).folder().resolve("pki/roots.pem")))
                .build();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            for (Row other : others(rows, row)) {
                String kind = row.isIntercepted()
                        ? "intercepted, beside a direct one"
                        : other.isIntercepted() ? "direct, beside an intercepted one" : "direct, beside a direct one";
                judge(interloper, row, other.capture("client_pcap").orElseThrow(), kind, wrong);
                if (!other.isIntercepted()) {
                    vouched(interloper, row, other.capture("client_pcap").orElseThrow(), kind, wrong);
                }
            }
            Optional<Capture> upstream = row.capture("upstream_pcap");
            if (upstream.isPresent()) {
                judge(interloper, row, upstream.get(), row.cell("label") + ", beside the proxy's own", wrong);
            }
        }
        System.out.printf("%n%-62s %11s %6s %12s%n", name + ", with keys", "intercepted", "direct", "inconclusive");
        table.forEach((key, n) -> System.out.printf("%-62s %11d %6d %12d%n", key, n[0], n[1], n[2]));
        wrong.forEach(System.out::println);
        assertThat(table).isNotEmpty();
        assertThat(wrong).filteredOn(line -> line.startsWith("FALSE")).isEmpty();
        assertThat(recall("intercepted, beside a direct one, vouched for")).isGreaterThanOrEqualTo(0.99);
    }

    private double recall(String kind) {
        int[] n = table.getOrDefault(kind, new int[] {1, 0, 0});
        return n[0] / (double) (n[0] + n[1] + n[2]);
    }

    /** For an intercepted row a direct one, for a direct one another direct one and an intercepted one, of the same host. */
    private static List<Row> others(List<Row> rows, Row row) {
        if (!row.isIntercepted() && !row.isOrigins()) {
            return List.of();
        }
        List<Row> found = new ArrayList<>();
        List<Row> sameHost = rows.stream()
                .filter(r -> !r.equals(row) && r.host().equals(row.host()))
                .toList();
        sameHost.stream().filter(Row::isOrigins).findFirst().ifPresent(found::add);
        if (!row.isIntercepted()) {
            sameHost.stream()
                    .filter(Row::isIntercepted)
                    .filter(r -> !r.cell("presented_leaf_sha256").equals("-"))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private void judge(Interloper interloper, Row row, Capture reference, String kind, List<String> wrong) {
        Reference read = interloper.reference(reference);
        boolean seen =
                read.view(row.cell("sni")).map(view -> view.chain().size() > 0).orElse(false);
        Inspection with = labelled(
                        interloper
                                .capture(row.capture("client_pcap").orElseThrow())
                                .reference(read)
                                .inspect(),
                        row)
                .orElse(null);
        if (with == null || !seen) {
            return;
        }
        Outcome without = labelled(
                        interloper
                                .capture(row.capture("client_pcap").orElseThrow())
                                .inspect(),
                        row)
                .orElseThrow()
                .verdict()
                .outcome();
        count(kind, with.verdict().outcome());
        count(kind + " (without it)", without);
        if (row.isIntercepted() != (with.verdict().outcome() == Outcome.INTERCEPTED)
                && (row.isIntercepted() || with.verdict().outcome() == Outcome.INTERCEPTED)) {
            wrong.add((row.isIntercepted() ? "missed " : "FALSE ") + row.cell("case") + " " + kind + ", "
                    + with.observation().referenceStanding() + ": "
                    + with.verdict().evidence().stream().map(Evidence::toString).toList());
        }
    }

    /** As it stands, and by the reference alone. */
    private void vouched(Interloper interloper, Row row, Capture reference, String kind, List<String> wrong) {
        Inspection with = labelled(
                        interloper
                                .capture(row.capture("client_pcap").orElseThrow())
                                .reference(interloper.reference(reference).vouched())
                                .inspect(),
                        row)
                .orElse(null);
        if (with == null || with.observation().leafBesideReference().isEmpty()) {
            return;
        }
        Outcome alone = Verdict.of(
                        with.verdict().evidence().stream()
                                .filter(item -> item.signal().startsWith("reference."))
                                .toList(),
                        null,
                        null)
                .outcome();
        count(kind + ", vouched for", with.verdict().outcome());
        count(kind + ", vouched for, by reference.* alone", alone);
        if (!row.isIntercepted() && (with.verdict().outcome() == Outcome.INTERCEPTED || alone == Outcome.INTERCEPTED)) {
            wrong.add("FALSE " + row.cell("case") + " vouched " + with.verdict().evidence());
        }
    }

    private void count(String kind, Outcome outcome) {
        int column = switch (outcome) {
            case INTERCEPTED -> 0;
            case DIRECT -> 1;
            case INCONCLUSIVE -> 2;
        };
        table.computeIfAbsent(kind, key -> new int[3])[column]++;
    }

    private static Optional<Inspection> labelled(CaptureInspection capture, Row row) {
        String net = row.cell("net");
        return capture.connections().stream()
                .filter(connection -> {
                    var handshake = connection.observation().handshake().orElseThrow();
                    String server = handshake.conversation().server().addressText();
                    return handshake.serverName().orElse("-").equals(row.cell("sni"))
                            && (!net.contains("server=") || net.endsWith("server=" + server));
                })
                .findFirst();
    }

    private static List<Row> rows(String name) throws IOException {
        String corpora = System.getProperty("interloper.corpora", "");
        Path folder = Path.of(corpora, name);
        Assumptions.assumeTrue(
                !corpora.isEmpty() && Files.isDirectory(folder),
                "the corpora are not here: give their folder as -Dinterloper.corpora=…");
        List<String> lines = Files.readAllLines(folder.resolve("labels.tsv"));
        String[] columns = lines.get(0).split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new HashMap<>();
                    String[] cells = line.split("\t", -1);
                    for (int i = 0; i < cells.length; i++) {
                        row.put(columns[i], cells[i]);
                    }
                    return new Row(folder, row);
                })
                .toList();
    }
}
