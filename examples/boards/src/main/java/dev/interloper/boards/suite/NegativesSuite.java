package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.Handshake;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** J: captures without TLS, and of what only looks like it: no handshake is found. */
final class NegativesSuite implements Suite {

    private static final Set<String> CLASSES = Set.of("negative", "not-TLS");

    NegativesSuite() {}

    @Override
    public char letter() {
        return 'J';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (Map<String, String> row : corpus.table("MISSED_BY_TSHARK.tsv")) {
            Optional<CaptureFile> capture = corpus.capture(row.getOrDefault("pcap", ""));
            if (CLASSES.contains(row.getOrDefault("class", "")) && capture.isPresent()) {
                List<Handshake> found = readings.handshakes(capture.get());
                score.check(found.isEmpty(), capture.get().name() + ": " + found);
            }
        }
        return score;
    }
}
