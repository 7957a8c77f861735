package dev.interloper.boards;

import dev.interloper.boards.speed.Speed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast a capture is read. */
@Command(
        name = "speed",
        description = "Reads a capture on one thread and says what was found and what it took.",
        mixinStandardHelpOptions = true)
final class SpeedCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "the capture")
    private Path capture = Path.of("");

    @Option(names = "--json", description = "write a line of JSON for each connection, too")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return run(capture, json);
    }

    private static int run(Path capture, boolean json) throws IOException {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            return Speed.run(capture, json, out);
        }
    }

    /** Whether the plain command line is meant, for which picocli's start would be a good part of what is measured. */
    static boolean isPlain(String... args) {
        boolean json = args.length == 3 && args[2].equals("--json");
        return (args.length == 2 || json) && args[0].equals("speed") && !args[1].startsWith("-");
    }

    static int plain(String... args) throws IOException {
        return run(Path.of(args[1]), args.length == 3);
    }
}
