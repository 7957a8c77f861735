package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.Flow;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Library.Ja4Forms;
import dev.interloper.boards.library.Readings;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** D: the two hashed parts of JA4, of lists that are not empty, against nDPI. */
final class Ja4PartsSuite implements Suite {

    /** How nDPI wrote the hash of an empty list. */
    private static final String EMPTY_LIST = "e3b0c44298fc";

    Ja4PartsSuite() {}

    @Override
    public char letter() {
        return 'D';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (Map<String, String> row : corpus.table("oracle/expected/ndpi.tsv")) {
            String[] parts = row.getOrDefault("ja4", "").split("_", -1);
            List<CaptureFile> captures = corpus.captures("ndpi", row.getOrDefault("pcap", ""));
            if (parts.length != 3 || captures.isEmpty() || isEmptyList(parts[1]) || isEmptyList(parts[2])) {
                continue;
            }
            Flow flow = Flow.between(row.getOrDefault("src", ""), row.getOrDefault("dst", ""));
            List<String> ours = captures.stream()
                    .flatMap(capture -> readings.clientHellos(capture, flow).stream())
                    .flatMap(hello -> Library.ja4(hello).stream())
                    .map(Ja4Forms::hashed)
                    .toList();
            score.check(
                    ours.stream().anyMatch(value -> value.endsWith("_" + parts[1] + "_" + parts[2])),
                    row.get("pcap") + ": " + flow + ": expected " + row.get("ja4") + ", ours " + ours);
        }
        return score;
    }

    private static boolean isEmptyList(String hash) {
        return hash.equals(EMPTY_LIST) || hash.equals("000000000000");
    }
}
