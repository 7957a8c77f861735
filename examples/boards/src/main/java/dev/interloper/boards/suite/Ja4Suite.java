package dev.interloper.boards.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.Flow;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Library.Ja4Forms;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** C: JA4 against the programs of its authors and Arkime. */
final class Ja4Suite implements Suite {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A value that another program gives for a connection; forms that it does not give are empty. */
    private record Expected(String source, String capture, Flow flow, Ja4Forms value) {

        boolean equalTo(Ja4Forms ours) {
            return agree(value.hashed(), ours.hashed())
                    && agree(value.raw(), ours.raw())
                    && agree(value.rawOriginal(), ours.rawOriginal());
        }

        private static boolean agree(String theirs, String ours) {
            return theirs.isEmpty() || theirs.equals(ours);
        }
    }

    Ja4Suite() {}

    @Override
    public char letter() {
        return 'C';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        List<Expected> expected = new ArrayList<>();
        table(corpus, "ja4", "ja4_rust.tsv", expected);
        table(corpus, "ja4", "ja4_python.tsv", expected);
        arkime(corpus, expected);
        Score score = new Score();
        for (Expected value : expected) {
            compare(corpus, readings, value, score);
        }
        return score;
    }

    private static void table(Corpus corpus, String source, String name, List<Expected> into) throws IOException {
        for (Map<String, String> row : corpus.table("oracle/expected/" + name)) {
            Ja4Forms value = new Ja4Forms(
                    row.getOrDefault("ja4", ""), row.getOrDefault("ja4_r", ""), row.getOrDefault("ja4_ro", ""));
            if (!value.hashed().isEmpty()) {
                into.add(new Expected(source, row.getOrDefault("pcap", ""), flow(row), value));
            }
        }
    }

    private static void arkime(Corpus corpus, List<Expected> into) throws IOException {
        for (Map<String, String> row : corpus.table("oracle/expected/arkime.tsv")) {
            JsonNode tls = JSON.readTree(row.getOrDefault("tls_json", "null"));
            for (int i = 0; i < tls.path("ja4").size(); i++) {
                Ja4Forms value = new Ja4Forms(
                        tls.path("ja4").path(i).asText(),
                        tls.path("ja4_r").path(i).asText(""),
                        "");
                into.add(new Expected("arkime", row.getOrDefault("pcap", ""), flow(row), value));
            }
        }
    }

    private static Flow flow(Map<String, String> row) {
        return Flow.between(
                row.getOrDefault("src", "") + ":" + row.getOrDefault("sport", ""),
                row.getOrDefault("dst", "") + ":" + row.getOrDefault("dport", ""));
    }

    /** What the corpus does not hold is not counted. */
    private static void compare(Corpus corpus, Readings readings, Expected expected, Score score) {
        List<CaptureFile> captures = corpus.captures(expected.source(), expected.capture());
        if (captures.isEmpty()) {
            return;
        }
        List<String> ours = new ArrayList<>();
        for (CaptureFile capture : captures) {
            for (Message hello : readings.clientHellos(capture, expected.flow())) {
                Optional<Ja4Forms> value = Library.ja4(hello);
                if (value.filter(expected::equalTo).isPresent()) {
                    score.pass();
                    return;
                }
                ours.add(value.map(Ja4Forms::hashed).orElse("none"));
            }
        }
        score.fail(expected.source() + " " + expected.capture() + ": " + expected.flow() + ": expected "
                + expected.value().hashed() + ", ours " + ours);
    }
}
