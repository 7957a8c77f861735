package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Readings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A: every field of every complete plaintext message, against tshark. */
final class FieldsSuite implements Suite {

    private final Explanations explanations;

    FieldsSuite(Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public char letter() {
        return 'A';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (CaptureFile capture : corpus.captures()) {
            if (capture.oracle().isEmpty()) {
                continue;
            }
            List<OracleMessage> oracle = OracleMessage.complete(capture.oracle().get());
            Matching.match(oracle, readings.messages(capture), Comparison::differences)
                    .forEach((message, differences) ->
                            score.check(differences.isEmpty(), line(capture.name(), message, differences, oracle)));
        }
        return score;
    }

    private String line(String capture, OracleMessage message, List<Difference> differences, List<OracleMessage> all) {
        if (differences.isEmpty()) {
            return "";
        }
        List<String> fields = differences.stream().map(Difference::field).toList();
        return capture + ": " + message + ": "
                + differences.stream().map(Difference::toString).collect(Collectors.joining("; "))
                + (differences.contains(Matching.MISSING) ? repeated(message, all) : "")
                + explanations.suffix(capture, message.frame(), fields);
    }

    /** Over datagrams tshark lists a message again when it is sent again. */
    private static String repeated(OracleMessage message, List<OracleMessage> all) {
        return all.stream()
                .filter(other -> other != message && other.repeats(message))
                .findFirst()
                .map(other -> ", the same as in frame " + other.frame())
                .orElse("");
    }
}
