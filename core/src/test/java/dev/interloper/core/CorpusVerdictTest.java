package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.AnchorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Verdicts over the labelled connections of the corpora, TLS 1.2 and below, where certificates can be seen without keys. Needs
 * the system property {@code interloper.corpora}, the folder that holds {@code interception/} and {@code interception-hard/}.
 */
class CorpusVerdictTest {

    /** One labelled connection and what was said of it. */
    private record Judged(Map<String, String> label, Outcome outcome) {

        boolean is(String kind) {
            return label.getOrDefault("label", "").equals(kind);
        }

        /** The engine of an intercepted case; the relay, or none, and the origin of a direct one. */
        String group() {
            String engine = label.getOrDefault("interceptor", "-");
            return is("intercepted") ? engine : engine + " " + label.getOrDefault("origin", "");
        }
    }

    @Test
    void inspect_interceptionCorpus_convictsEngines_neverAnOrigin() throws IOException {
        List<Judged> judged = judge("interception");
        print("interception", judged);
        assertThat(judged).hasSizeGreaterThan(300);
        assertThat(judged.stream().filter(row -> row.is("direct")).map(Judged::outcome))
                .as("verdicts on direct connections")
                .doesNotContain(Outcome.INTERCEPTED);
        assertThat(share(judged, "intercepted", Outcome.INTERCEPTED)).isGreaterThanOrEqualTo(0.98);
        assertThat(share(judged, "direct", Outcome.DIRECT)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void inspect_hardCorpus_neverConvictsAnOrigin() throws IOException {
        List<Judged> judged = judge("interception-hard");
        print("interception-hard", judged);
        assertThat(judged).hasSizeGreaterThan(20);
        assertThat(judged.stream().filter(row -> row.is("direct")).map(Judged::outcome))
                .as("verdicts on direct connections")
                .doesNotContain(Outcome.INTERCEPTED);
        assertThat(judged.stream().filter(row -> row.is("intercepted")).map(Judged::outcome))
                .as("verdicts on intercepted connections")
                .doesNotContain(Outcome.DIRECT);
    }

    private static double share(List<Judged> judged, String kind, Outcome outcome) {
        List<Judged> rows = judged.stream().filter(row -> row.is(kind)).toList();
        return rows.stream().filter(row -> row.outcome() == outcome).count() / (double) rows.size();
    }

    private static List<Judged> judge(String name) throws IOException {
        String corpora = System.getProperty("interloper.corpora", "");
        Path folder = Path.of(corpora, name);
        Assumptions.assumeTrue(
                !corpora.isEmpty() && Files.isDirectory(folder),
                "the corpora are not here: give their folder as -Dinterloper.corpora=…");
        Interloper interloper = Interloper.builder()
                .publicRoots(AnchorSet.fromPem("public roots", folder.resolve("pki/roots.pem")))
                .build();
        Map<String, List<Inspection>> inspected = new HashMap<>();
        return labels(folder.resolve("labels.tsv")).stream()
                .filter(label -> !label.getOrDefault("tls", "").equals("1.3"))
                .map(label -> {
                    List<Inspection> connections = inspected.computeIfAbsent(
                            label.getOrDefault("client_pcap", ""),
                            file -> interloper
                                    .capture(folder.resolve(file))
                                    .inspect()
                                    .connections());
                    return new Judged(label, labelled(connections, label));
                })
                .toList();
    }

    private static List<Map<String, String>> labels(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] columns = lines.get(0).split("\t", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    Map<String, String> row = new HashMap<>();
                    String[] cells = line.split("\t", -1);
                    for (int i = 0; i < cells.length; i++) {
                        row.put(columns[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }

    /** The labelled connection is the one with the row's SNI, and, where {@code net} names it, server address. */
    private static Outcome labelled(List<Inspection> connections, Map<String, String> label) {
        String sni = label.getOrDefault("sni", "-");
        String net = label.getOrDefault("net", "");
        return connections.stream()
                .filter(connection -> {
                    var handshake = connection.observation().handshake().orElseThrow();
                    String server = handshake.conversation().server().addressText();
                    return handshake.serverName().orElse("-").equals(sni)
                            && (!net.contains("server=") || net.endsWith("server=" + server));
                })
                .findFirst()
                .map(connection -> connection.verdict().outcome())
                .orElseThrow(() -> new AssertionError("no connection of " + label.get("case")));
    }

    private static void print(String corpus, List<Judged> judged) {
        Map<String, int[]> table = new TreeMap<>();
        for (Judged row : judged) {
            int[] counts = table.computeIfAbsent(row.label().get("label") + " " + row.group(), key -> new int[3]);
            switch (row.outcome()) {
                case INTERCEPTED -> counts[0]++;
                case DIRECT -> counts[1]++;
                case INCONCLUSIVE -> counts[2]++;
            }
        }
        System.out.printf(
                "%n%-52s %11s %6s %12s%n", corpus + ", TLS 1.2 and below", "intercepted", "direct", "inconclusive");
        table.forEach(
                (group, counts) -> System.out.printf("%-52s %11d %6d %12d%n", group, counts[0], counts[1], counts[2]));
    }
}
