package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.Extension;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** G: hellos that are cut into many records, segments or packets. */
final class FragmentationSuite implements Suite {

    private static final List<String> NAMES = List.of("fragmented-handshakes", "frag");

    FragmentationSuite() {}

    @Override
    public char letter() {
        return 'G';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (CaptureFile capture : captures(corpus)) {
            List<OracleMessage> hellos = OracleMessage.complete(capture.oracle().orElseThrow()).stream()
                    .filter(message -> message.type() == 1 || message.type() == 2)
                    .toList();
            Map<Long, Integer> numbers = numbers(readings.messages(capture));
            boolean numbered = hellos.size() > 1 && hellos.stream().allMatch(FragmentationSuite::isNumbered);
            long number = 0;
            for (Map.Entry<OracleMessage, List<Difference>> entry : Matching.match(
                            hellos, readings.messages(capture), Comparison::differences)
                    .entrySet()) {
                number++;
                boolean found = !numbered || numbers.getOrDefault(number, 0) == 1;
                score.check(
                        found && entry.getValue().isEmpty(),
                        capture.name() + ": " + entry.getKey() + ": " + entry.getValue()
                                + (found ? "" : ", no hello carries number " + number));
            }
        }
        return score;
    }

    /** Those made for it; where there is none, those that speak of it. */
    private static List<CaptureFile> captures(Corpus corpus) {
        for (String name : NAMES) {
            List<CaptureFile> captures = corpus.captures().stream()
                    .filter(capture -> capture.oracle().isPresent()
                            && capture.fileName().toLowerCase(Locale.ROOT).contains(name))
                    .toList();
            if (!captures.isEmpty()) {
                return captures;
            }
        }
        return List.of();
    }

    /** Whether a hello has nothing but one extension of two bytes, in which such a capture counts from 1. */
    private static boolean isNumbered(OracleMessage hello) {
        return hello.type() == 1 && List.of(2L).equals(hello.fields().get("extension_lengths"));
    }

    private static Map<Long, Integer> numbers(List<Message> messages) {
        Map<Long, Integer> numbers = new HashMap<>();
        for (Message message : messages) {
            if (message.message() instanceof ClientHello hello
                    && hello.extensions().size() == 1
                    && hello.extensions().get(0).data().length() == 2) {
                Extension extension = hello.extensions().get(0);
                int number = extension.data().at(0) << 8 | extension.data().at(1);
                numbers.merge((long) number, 1, Integer::sum);
            }
        }
        return numbers;
    }
}
