package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Library.Ja3Forms;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** B: JA3 and JA3S, text and hash, against tshark. */
final class Ja3Suite implements Suite {

    Ja3Suite() {}

    @Override
    public char letter() {
        return 'B';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (CaptureFile capture : corpus.captures()) {
            if (capture.oracle().isEmpty()) {
                continue;
            }
            List<OracleMessage> oracle = OracleMessage.complete(capture.oracle().get()).stream()
                    .filter(message -> !hash(message).isEmpty() && !message.is("malformed"))
                    .toList();
            Matching.match(oracle, readings.messages(capture), Ja3Suite::differences)
                    .forEach((message, differences) ->
                            score.check(differences.isEmpty(), capture.name() + ": " + message + ": " + differences));
        }
        return score;
    }

    private static String hash(OracleMessage message) {
        return message.text(message.type() == 1 ? "ja3" : "ja3s");
    }

    private static List<Difference> differences(OracleMessage oracle, Message message) {
        Optional<Ja3Forms> ours = Optional.empty();
        if (message.message() instanceof ClientHello hello) {
            ours = Optional.of(Library.ja3(hello));
        } else if (message.message() instanceof ServerHello hello) {
            ours = Optional.of(Library.ja3s(hello));
        }
        String text = oracle.text(oracle.type() == 1 ? "ja3_full" : "ja3s_full");
        Ja3Forms theirs = new Ja3Forms(text, hash(oracle));
        return ours.filter(theirs::equals).isPresent()
                ? List.of()
                : List.of(Difference.of(
                        "ja3", theirs.text(), ours.map(Ja3Forms::text).orElse("none")));
    }
}
