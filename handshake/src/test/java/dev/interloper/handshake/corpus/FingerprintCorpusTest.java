package dev.interloper.handshake.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.fingerprint.Ja3;
import dev.interloper.handshake.fingerprint.Ja3s;
import dev.interloper.handshake.fingerprint.Ja4;
import dev.interloper.handshake.fingerprint.Npf;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ClientHelloView;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloView;
import dev.interloper.handshake.stream.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Fingerprints against those that other tools gave of the same captures: of the hellos that our reader delivers ("reader"), and of
 * the hellos as tshark tells them ("fields"), where a difference can only be the fingerprint's.
 */
class FingerprintCorpusTest {

    private record Flow(String source, int sourcePort, String destination, int destinationPort) {

        static Flow of(String source, String sourcePort, String destination, String destinationPort)
                throws IOException {
            return new Flow(
                    address(source),
                    Integer.parseInt(sourcePort),
                    address(destination),
                    Integer.parseInt(destinationPort));
        }

        private static String address(String text) throws IOException {
            // nDPI shortens every zero group
            boolean shortenedTwice = text.indexOf("::") != text.lastIndexOf("::");
            return InetAddress.getByName(shortenedTwice ? text.replaceFirst("::", ":0:") : text)
                    .getHostAddress();
        }
    }

    private record Seen(Flow flow, String random, Ja3 ja3, Ja4 ja4) {}

    private final FingerprintScores scores = new FingerprintScores();
    private final Map<String, List<Seen>> byReader = new HashMap<>();
    private final Map<String, List<Seen>> byFields = new HashMap<>();

    @Test
    void fingerprints_areThoseOfOtherTools() throws IOException {
        Path corpus = Corpora.require("tls");
        Map<String, Set<String>> computed = computedJa4(corpus);
        for (Map<String, String> row : Corpora.table(corpus.resolve("MANIFEST.tsv"))) {
            Path file = corpus.resolve(row.get("file"));
            for (String oracle : row.get("oracle").split(";", -1)) {
                if (oracle.endsWith(".tshark.json") && !oracle.contains(".keys.") && !oracle.contains(".decodeas.")) {
                    capture(row.get("file"), file, corpus.resolve(oracle), computed);
                }
            }
        }
        Path expected = corpus.resolve("oracle/expected");
        table(expected.resolve("ja4_rust.tsv"), "C FoxIO Rust", "ja4/pcap/", row -> List.of(row.get("ja4")), Seen::ja4);
        table(
                expected.resolve("ja4_python.tsv"),
                "C FoxIO Python",
                "ja4/pcap/",
                row -> List.of(row.get("ja4")),
                Seen::ja4);
        table(
                expected.resolve("ja4_python.tsv"),
                "C FoxIO Python _r",
                "ja4/pcap/",
                row -> List.of(row.get("ja4_r")),
                seen -> seen.ja4().raw());
        table(
                expected.resolve("ja4_python.tsv"),
                "C FoxIO Python _ro",
                "ja4/pcap/",
                row -> List.of(row.get("ja4_ro")),
                seen -> seen.ja4().rawOriginal());
        arkime(expected.resolve("arkime.tsv"));
        ndpi(expected.resolve("ndpi.tsv"));
        scores.print();

        for (String suite : List.of("B JA3, fields", "D nDPI b and c, fields", "D nDPI b and c, reader")) {
            assertThat(scores.disagreements(suite)).as(suite).isZero();
        }
        // draft 14 of TLS 1.3 has no session id in its ServerHello; the oracle reads one
        assertThat(scores.disagreements("B JA3S, fields")).isLessThanOrEqualTo(1);
        // an application protocol that is not text: the first and last digits of baad are b and d; the others print 9,
        // or read ef…bd
        assertThat(scores.disagreements("C JA4 from the text, fields")).isLessThanOrEqualTo(1);
        assertThat(scores.disagreements("C FoxIO Rust, fields")).isLessThanOrEqualTo(1);
        assertThat(scores.disagreements("C FoxIO Python, fields")).isLessThanOrEqualTo(1);
        assertThat(scores.disagreements("C Arkime ja4, fields")).isZero();
        assertThat(scores.total("B JA3, fields")).isGreaterThan(4000);
    }

    @Test
    void npfOfTheTopHundred_isMercurys() throws IOException {
        Path data = Corpora.require("tls").resolve("mercury/test/data");
        Set<String> expected = new TreeSet<>(Files.readAllLines(data.resolve("top_100_fingerprints.fp")));
        Set<String> ours = new TreeSet<>();
        for (Handshake handshake :
                Capture.file(data.resolve("top_100_fingerprints.pcap")).handshakes()) {
            handshake.messages().forEach(message -> {
                if (message instanceof ClientHello hello) {
                    ours.add(Npf.of(hello).text());
                }
            });
        }
        Set<String> found = new TreeSet<>(expected);
        found.retainAll(ours);
        System.out.println("fingerprints, E NPF tls/: " + found.size() + "/" + expected.size());

        assertThat(ours).containsAll(expected);
    }

    private static Map<String, Set<String>> computedJa4(Path corpus) throws IOException {
        Map<String, Set<String>> computed = new HashMap<>();
        for (Map<String, String> row : Corpora.table(corpus.resolve("oracle/ja4_computed.tsv"))) {
            String key = row.get("#oracle") + " " + row.get("frame") + " " + row.get("sport");
            computed.computeIfAbsent(key, name -> new TreeSet<>()).add(row.get("ja4") + " " + row.get("ja4_r"));
        }
        return computed;
    }

    private void capture(String name, Path file, Path oracle, Map<String, Set<String>> computed) throws IOException {
        if (!Files.exists(file) || !Files.exists(oracle)) {
            return;
        }
        List<Seen> read = new ArrayList<>();
        List<String> servers = new ArrayList<>();
        for (Handshake handshake : Capture.file(file).handshakes()) {
            Endpoint client = handshake.conversation().client();
            Endpoint server = handshake.conversation().server();
            for (HandshakeMessage message : handshake.messages()) {
                if (message instanceof ClientHello hello) {
                    read.add(new Seen(
                            Flow.of(client.addressText(), "" + client.port(), server.addressText(), "" + server.port()),
                            hello.random().hex(),
                            Ja3.of(hello),
                            Ja4.of(hello, handshake.protocol())));
                } else if (message instanceof ServerHello hello) {
                    servers.add(hello.random().hex() + " " + Ja3s.of(hello).text());
                }
            }
        }
        byReader.put(name, read);
        String oracleName = oracle.getFileName().toString().replace(".tshark.json", "");
        for (JsonNode json : Corpora.json(oracle).get("handshakes")) {
            OracleHello theirs = new OracleHello(json);
            if (theirs.isComparable() && json.has("ja3")) {
                client(name, json, theirs, read);
                String key = oracleName + " " + json.get("frame").asText() + " "
                        + json.get("sport").asText();
                computed(name, theirs, computed.getOrDefault(key, Set.of()));
            } else if (theirs.isComparable() && json.has("ja3s")) {
                server(name, json, theirs, servers);
            }
        }
    }

    private void client(String name, JsonNode json, OracleHello theirs, List<Seen> read) throws IOException {
        String where = name + " frame " + json.get("frame");
        String expected = json.get("ja3_full").asText() + " " + json.get("ja3").asText();
        ClientHelloView view = new ClientHelloView();
        byte[] body = theirs.clientBody();
        view.reset(body, 0, body.length, theirs.isDatagram());
        Ja3 ja3 = Ja3.of(view);
        Seen seen = new Seen(
                Flow.of(
                        json.get("src").asText(),
                        json.get("sport").asText(),
                        json.get("dst").asText(),
                        json.get("dport").asText()),
                json.get("random").asText(),
                ja3,
                Ja4.of(view, theirs.protocol()));
        byFields.computeIfAbsent(name, key -> new ArrayList<>()).add(seen);
        String fields = ja3.text() + " " + ja3.hash();
        scores.compare("B JA3, fields", where, expected, fields, expected.equals(fields));
        List<String> ours = read.stream()
                .filter(other ->
                        other.random().equals(seen.random()) && other.flow().equals(seen.flow()))
                .map(other -> other.ja3().text() + " " + other.ja3().hash())
                .toList();
        outcome("B JA3, reader, " + theirs.protocol(), where, expected, ours);
    }

    private void computed(String name, OracleHello theirs, Set<String> expected) {
        byte[] body = theirs.clientBody();
        ClientHelloView view = new ClientHelloView();
        view.reset(body, 0, body.length, theirs.isDatagram());
        Ja4 ja4 = Ja4.of(view, theirs.protocol());
        String ours = ja4.ja4() + " " + ja4.raw();
        if (!expected.isEmpty()) {
            scores.compare("C JA4 from the text, fields", name, expected, ours, expected.contains(ours));
        }
    }

    private void server(String name, JsonNode json, OracleHello theirs, List<String> read) {
        String where = name + " frame " + json.get("frame");
        String expected =
                json.get("ja3s_full").asText() + " " + json.get("ja3s").asText();
        byte[] body = theirs.serverBody();
        ServerHelloView view = new ServerHelloView();
        view.reset(body, 0, body.length);
        Ja3s ja3s = Ja3s.of(view);
        String fields = ja3s.text() + " " + ja3s.hash();
        scores.compare("B JA3S, fields", where, expected, fields, expected.equals(fields));
        String random = json.get("random").asText() + " ";
        List<String> ours = read.stream()
                .filter(line -> line.startsWith(random))
                .map(line -> line.substring(random.length()))
                .toList();
        outcome(
                "B JA3S, reader, " + theirs.protocol(),
                where,
                json.get("ja3s_full").asText(),
                ours);
    }

    private void outcome(String suite, String where, String expected, List<String> ours) {
        if (ours.isEmpty()) {
            scores.missing(suite);
        } else {
            scores.compare(suite, where, expected, ours, ours.contains(expected));
        }
    }

    private void table(
            Path file,
            String suite,
            String folder,
            Function<Map<String, String>, List<String>> expected,
            Function<Seen, Object> fingerprint)
            throws IOException {
        for (Map<String, String> row : Corpora.table(file)) {
            Flow flow = Flow.of(row.get("src"), row.get("sport"), row.get("dst"), row.get("dport"));
            for (String one : expected.apply(row)) {
                flow(suite, folder + row.get("#pcap"), flow, one, fingerprint);
            }
        }
    }

    private void flow(String suite, String capture, Flow flow, String expected, Function<Seen, Object> fingerprint) {
        if (expected.isEmpty()) {
            return;
        }
        for (boolean reader : new boolean[] {false, true}) {
            List<String> ours = (reader ? byReader : byFields)
                    .getOrDefault(capture, List.of()).stream()
                            .filter(seen -> seen.flow().equals(flow))
                            .map(seen -> fingerprint.apply(seen).toString())
                            .toList();
            outcome(suite + (reader ? ", reader" : ", fields"), capture + " " + flow, expected, ours);
        }
    }

    private void arkime(Path file) throws IOException {
        for (String kind : List.of("ja4", "ja4_r", "ja3")) {
            table(
                    file,
                    "C Arkime " + kind,
                    "arkime/tests/pcap/",
                    row -> {
                        List<String> values = new ArrayList<>();
                        Corpora.parse(row.get("tls_json")).path(kind).forEach(value -> values.add(value.asText()));
                        return values;
                    },
                    seen -> switch (kind) {
                        case "ja4" -> seen.ja4();
                        case "ja4_r" -> seen.ja4().raw();
                        default -> seen.ja3().hash();
                    });
        }
    }

    /** Parts b and c only, and only of lists that are not empty: its part a and its hash of nothing are not the method's. */
    private void ndpi(Path file) throws IOException {
        for (Map<String, String> row : Corpora.table(file)) {
            List<String> parts = Arrays.asList(row.get("ja4").split("_", -1));
            if (parts.size() != 3 || parts.contains("e3b0c44298fc")) {
                continue;
            }
            String capture = byFields.keySet().stream()
                    .filter(name -> name.startsWith("ndpi/") && name.endsWith("/" + row.get("#pcap")))
                    .findFirst()
                    .orElse("");
            Flow flow = ndpiFlow(row.get("src"), row.get("dst"));
            flow(
                    "D nDPI b and c",
                    capture,
                    flow,
                    parts.get(1) + "_" + parts.get(2),
                    seen -> seen.ja4().ja4().substring(11));
            flow(
                    "D nDPI JA3",
                    capture,
                    flow,
                    row.get("ja3c"),
                    seen -> seen.ja3().hash());
        }
    }

    private static Flow ndpiFlow(String source, String destination) throws IOException {
        int from = source.lastIndexOf(':');
        int to = destination.lastIndexOf(':');
        return Flow.of(
                source.substring(0, from).replaceAll("[\\[\\]]", ""),
                source.substring(from + 1),
                destination.substring(0, to).replaceAll("[\\[\\]]", ""),
                destination.substring(to + 1));
    }
}
