package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.handshake.secrets.KeyLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * I: captures with their secrets: every message that tshark decrypts, every field of it; and, where a folder beside the capture holds
 * messages' bytes, each byte.
 */
final class DecryptionSuite implements Suite {

    DecryptionSuite() {}

    @Override
    public char letter() {
        return 'I';
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        for (Map<String, String> row : corpus.table("keys.tsv")) {
            String name = row.getOrDefault("capture", "");
            Optional<CaptureFile> capture = corpus.capture(name);
            Optional<Path> keys = corpus.file(row.getOrDefault("keylog", ""));
            Optional<Path> oracle = corpus.file(row.getOrDefault("oracle", ""));
            if (capture.isEmpty() || keys.isEmpty() || oracle.isEmpty()) {
                continue;
            }
            List<Message> ours = readings.messages(capture.get(), KeyLog.file(keys.get()));
            List<String> differing = new ArrayList<>();
            Matching.match(OracleMessage.complete(oracle.get()), ours, Comparison::differences)
                    .forEach((message, differences) -> {
                        if (!differences.isEmpty()) {
                            differing.add(message + ": " + differences);
                        }
                    });
            for (Path folder : foldersBeside(capture.get().path())) {
                differing.addAll(ByteFiles.in(folder).missingFrom(ours));
            }
            score.check(differing.isEmpty(), name + ": " + differing.size() + " messages: " + differing);
        }
        return score;
    }

    /** With the secrets that belong to the capture, if any do. */
    static List<Message> messages(Corpus corpus, Readings readings, CaptureFile capture) throws IOException {
        for (Map<String, String> row : corpus.table("keys.tsv")) {
            Optional<Path> keys = corpus.file(row.getOrDefault("keylog", ""));
            if (capture.name().equals(row.get("capture")) && keys.isPresent()) {
                return readings.messages(capture, KeyLog.file(keys.get()));
            }
        }
        return readings.messages(capture);
    }

    /** The folder that describes a capture lies beside it, and beside no other. */
    private static List<Path> foldersBeside(Path capture) throws IOException {
        Path parent = capture.toAbsolutePath().getParent();
        if (parent == null) {
            return List.of();
        }
        Path caps = parent.resolve("caps");
        try (Stream<Path> entries = java.nio.file.Files.list(parent)) {
            return entries.filter(caps::equals).toList();
        }
    }
}
