package dev.interloper.boards;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: {@code java -jar boards.jar conformity DIR}. */
@Command(
        name = "boards",
        description = "Measures the library: how far it agrees with other programs, and how it judges chains.",
        subcommands = {
            ConformityCommand.class,
            TrustCommand.class,
            AccuracyCommand.class,
            ClientsCommand.class,
            PrintCommand.class,
            SpeedCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true)
public final class Boards {

    /** Made by {@link #main}. */
    Boards() {}

    /**
     * Runs the command and ends the virtual machine with its exit status.
     *
     * @param args the command line
     * @throws IOException if the output cannot be written
     */
    public static void main(String[] args) throws IOException {
        if (SpeedCommand.isPlain(args)) {
            System.exit(SpeedCommand.plain(args));
        }
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int status = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Boards());
        command.setOut(out);
        command.setErr(err);
        if (args.length == 0) {
            command.usage(err);
            return CommandLine.ExitCode.USAGE;
        }
        return command.execute(args);
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
