package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.Flow;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Library.Ja3Forms;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * H: captures in which tshark misses messages. What is there is told by tshark with a forced dissector; else by files of the messages'
 * bytes; else by nDPI, in whose flows the hello's JA3 has to be the same.
 */
final class MissedSuite implements Suite {

    private static final Set<String> CLASSES = Set.of("genuine", "partial");

    MissedSuite() {}

    @Override
    public char letter() {
        return 'H';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (Map<String, String> row : corpus.table("MISSED_BY_TSHARK.tsv")) {
            String name = row.getOrDefault("pcap", "");
            Optional<CaptureFile> capture = corpus.capture(name);
            if (!CLASSES.contains(row.getOrDefault("class", "")) || capture.isEmpty()) {
                continue;
            }
            Optional<List<String>> missing = missing(corpus, readings, capture.get(), row);
            if (missing.isPresent()) {
                score.check(missing.get().isEmpty(), name + ": " + missing.get());
            }
        }
        return score;
    }

    /** Empty where nothing tells what is there. */
    private static Optional<List<String>> missing(
            Corpus corpus, Readings readings, CaptureFile capture, Map<String, String> row) throws IOException {
        Optional<Path> forced = corpus.file(row.getOrDefault("decodeas_oracle", ""));
        if (forced.isPresent()) {
            return Optional.of(fields(OracleMessage.complete(forced.get()), readings.messages(capture)));
        }
        String expected = row.getOrDefault("expected", "");
        if (!expected.isEmpty() && Files.isDirectory(corpus.root().resolve(expected))) {
            List<Message> ours = DecryptionSuite.messages(corpus, readings, capture);
            return Optional.of(ByteFiles.in(corpus.root().resolve(expected)).missingFrom(ours));
        }
        return flows(corpus, readings, capture);
    }

    private static List<String> fields(List<OracleMessage> oracle, List<Message> ours) {
        List<String> differing = new ArrayList<>();
        Matching.match(oracle, ours, Comparison::differences).forEach((message, differences) -> {
            if (!differences.isEmpty()) {
                differing.add(message + ": " + differences);
            }
        });
        return differing;
    }

    private static Optional<List<String>> flows(Corpus corpus, Readings readings, CaptureFile capture)
            throws IOException {
        List<Map<String, String>> rows = rowsOf(capture, corpus.table("oracle/MISSED_FLOWS_vs_ndpi.tsv"));
        if (rows.isEmpty()) {
            rows = rowsOf(capture, corpus.table("oracle/expected/ndpi.tsv"));
        }
        List<String> missing = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Flow flow = Flow.between(row.getOrDefault("src", ""), row.getOrDefault("dst", ""));
            String ja3 = row.getOrDefault("ja3c", "");
            boolean found = readings.clientHellos(capture, flow).stream()
                    .map(message -> Library.ja3((ClientHello) message.message()))
                    .map(Ja3Forms::hash)
                    .anyMatch(ja3::equals);
            if (!found) {
                missing.add("no hello with JA3 " + ja3 + " in " + flow);
            }
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    private static List<Map<String, String>> rowsOf(CaptureFile capture, List<Map<String, String>> table) {
        return table.stream()
                .filter(row -> capture.fileName().equals(row.get("pcap")))
                .filter(row -> !row.getOrDefault("ja3c", "").isEmpty())
                .toList();
    }
}
