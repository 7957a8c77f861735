package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.CaptureFile;
import dev.interloper.boards.corpus.Corpus;
import dev.interloper.boards.library.Feed;
import dev.interloper.boards.library.Fields;
import dev.interloper.boards.library.Library;
import dev.interloper.boards.library.Message;
import dev.interloper.boards.library.Readings;
import dev.interloper.boards.library.Wire;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * K: every prefix of every hello either needs more or is complete; mutated inputs never cause an exception; a stream given byte by byte
 * reads the same as at once.
 */
final class RobustnessSuite implements Suite {

    private static final int RECORD = 1 << 14;
    private static final int MOST_SHOWN = 100;
    private static final int SMALL_FILE = 1 << 14;

    /** Of so many mutated inputs one is a capture file, which takes far longer than a message. */
    private static final int CAPTURE_EVERY = 20;

    /** One direction's bytes. */
    private static final class Stream {

        private final Direction direction;
        private final byte[] bytes;

        Stream(Direction direction, byte[] bytes) {
            this.direction = direction;
            this.bytes = bytes;
        }
    }

    private final long mutations;
    private final long seed;

    RobustnessSuite(long mutations, long seed) {
        this.mutations = mutations;
        this.seed = seed;
    }

    @Override
    public char letter() {
        return 'K';
    }

    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public Score run(Corpus corpus, Readings readings) throws IOException {
        Score score = new Score();
        List<Stream> hellos = new ArrayList<>();
        List<Stream> others = new ArrayList<>();
        Set<Bytes> known = new HashSet<>();
        List<byte[]> files = new ArrayList<>();
        for (CaptureFile capture : corpus.captures()) {
            if (Files.size(capture.path()) <= SMALL_FILE) {
                files.add(Files.readAllBytes(capture.path()));
            }
            for (Message message : readings.messages(capture)) {
                HandshakeMessage read = message.message();
                if (read.malformation().isEmpty() && known.add(read.body())) {
                    Stream stream = new Stream(read.provenance().direction(), Wire.records(Wire.message(read), RECORD));
                    (read instanceof ClientHello || read instanceof ServerHello ? hellos : others).add(stream);
                }
            }
        }
        hellos.forEach(hello -> prefixes(hello, score));
        List<Stream> seeds = new ArrayList<>(hellos);
        seeds.addAll(others);
        if (!seeds.isEmpty()) {
            mutate(seeds, files, score);
            score.note(mutations + " mutated inputs, seed " + seed + ", of " + seeds.size() + " messages and "
                    + files.size() + " captures; prefixes of " + hellos.size() + " hellos");
        }
        return score;
    }

    /** A hello counts once, however many prefixes it has. */
    private static void prefixes(Stream hello, Score score) {
        byte[] bytes = hello.bytes;
        for (int length = 0; length < bytes.length; length++) {
            String wrong = prefix(hello, length);
            if (!wrong.isEmpty()) {
                add(score, "the first " + length + " of " + bytes.length + " bytes of a hello: " + wrong);
                return;
            }
        }
        Feed slowly = new Feed(hello.direction);
        for (int at = 0; at < bytes.length; at++) {
            slowly.give(bytes, at, 1);
        }
        Feed whole = new Feed(hello.direction).give(bytes, 0, bytes.length);
        boolean complete = whole.seen().messages().size() == 1 && same(whole.seen(), slowly.seen());
        if (complete) {
            score.pass();
        } else {
            add(score, "a whole hello of " + bytes.length + " bytes is not read as one message");
        }
    }

    private static String prefix(Stream hello, int length) {
        try {
            Feed feed = new Feed(hello.direction).give(hello.bytes, 0, length);
            return feed.sawTls() || !feed.seen().messages().isEmpty() ? "read as a message" : "";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e.toString();
        }
    }

    private void mutate(List<Stream> seeds, List<byte[]> files, Score score) {
        SplittableRandom random = new SplittableRandom(seed);
        for (long i = 0; i < mutations; i++) {
            boolean ofFile = i % CAPTURE_EVERY == CAPTURE_EVERY - 1 && !files.isEmpty();
            Stream stream = seeds.get(random.nextInt(seeds.size()));
            byte[] input = Mutation.of(ofFile ? files.get(random.nextInt(files.size())) : stream.bytes, random);
            String wrong = ofFile ? reads(input) : survives(stream.direction, input);
            if (wrong.isEmpty()) {
                score.pass();
            } else {
                add(
                        score,
                        "mutation " + i + " of seed " + seed + ": " + wrong + ": "
                                + Bytes.copyOf(input, 0, Math.min(input.length, 2048))
                                        .hex());
            }
        }
    }

    private static String reads(byte[] file) {
        try {
            Readings.messages(Library.read(file)).forEach(Fields::of);
            return "";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return "a capture: " + e;
        }
    }

    private static String survives(Direction direction, byte[] input) {
        try {
            Handshake whole = new Feed(direction).give(input, 0, input.length).seen();
            Feed slowly = new Feed(direction);
            for (int at = 0; at < input.length; at++) {
                slowly.give(input, at, 1);
            }
            for (Message message : Readings.messages(List.of(whole))) {
                Fields.of(message);
                if (message.message() instanceof ClientHello hello) {
                    Library.ja3(hello);
                    Library.ja4(message);
                    Library.npf(message);
                } else if (message.message() instanceof ServerHello hello) {
                    Library.ja3s(hello);
                }
            }
            return same(whole, slowly.seen())
                    ? ""
                    : "at once " + describe(whole) + ", byte by byte " + describe(slowly.seen());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return e.toString();
        }
    }

    private static boolean same(Handshake one, Handshake other) {
        return describe(one).equals(describe(other));
    }

    private static List<String> describe(Handshake handshake) {
        List<String> lines = new ArrayList<>();
        for (HandshakeMessage message : handshake.messages()) {
            lines.add(message.type() + " " + message.body().hashCode() + " "
                    + message.body().length() + " "
                    + message.malformation() + " " + message.provenance().offset() + " "
                    + message.provenance().end() + " " + message.provenance().records());
        }
        handshake.alerts().forEach(alert -> lines.add(alert.toString()));
        handshake.problems().forEach(problem -> lines.add(problem.toString()));
        return lines;
    }

    private static void add(Score score, String wrong) {
        score.fail(score.disagreements().size() < MOST_SHOWN ? wrong : "and more");
    }
}
