package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.message.ClientHello;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** E: Network Protocol Fingerprinting: each line of a {@code .fp} file beside a capture of the same name. */
final class NpfSuite implements Suite {

    NpfSuite() {}

    @Override
    public char letter() {
        return 'E';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (Path lines : corpus.filesEnding(".fp")) {
            String name = corpus.root().relativize(lines).toString().replace('\\', '/');
            String capture = name.substring(0, name.length() - ".fp".length()) + ".pcap";
            if (corpus.capture(capture).isEmpty()) {
                continue;
            }
            List<Set<String>> ours = new ArrayList<>();
            for (Message message : readings.messages(corpus.capture(capture).get())) {
                if (message.message() instanceof ClientHello) {
                    ours.add(Library.npf(message));
                }
            }
            for (String line : Files.readAllLines(lines, StandardCharsets.UTF_8)) {
                if (!line.isBlank()) {
                    score.check(take(line.strip(), ours), name + ": no hello has " + line);
                }
            }
        }
        return score;
    }

    private static boolean take(String fingerprint, List<Set<String>> from) {
        for (Set<String> forms : from) {
            if (forms.contains(fingerprint)) {
                from.remove(forms);
                return true;
            }
        }
        return false;
    }
}
