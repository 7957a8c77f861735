package dev.interloper.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry: {@code java -jar interloper.jar inspect FILE...}. */
@Command(
        name = "interloper",
        description =
                "Tells whether somebody sits in the middle of a TLS connection, who it is, how it knows, and what to do.",
        subcommands = {
            InspectCommand.class,
            ProbeCommand.class,
            BypassCommand.class,
            TrustRootCommand.class,
            SignalsCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "interloper 0.1.0-SNAPSHOT")
public final class InterloperCli {

    /** Made by {@link #main}. */
    InterloperCli() {}

    /**
     * Runs the command and ends the virtual machine with its exit status.
     *
     * @param args the command line
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = ExitStatus.FAILED;
        try {
            status = run(out, err, args);
        } catch (RuntimeException | Error e) { // such as too little memory
            new Streams(out, err).complain(e.toString());
        }
        out.flush();
        System.exit(status);
    }

    static int run(PrintStream out, PrintStream err, String... args) {
        Streams streams = new Streams(out, err);
        CommandLine command = new CommandLine(new InterloperCli(), new Streams.Factory(streams));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        command.getCommandSpec().exitCodeOnInvalidInput(ExitStatus.USAGE);
        command.getSubcommands().values().forEach(sub -> sub.getCommandSpec().exitCodeOnInvalidInput(ExitStatus.USAGE));
        command.setExecutionExceptionHandler((exception, failed, parsed) -> {
            streams.complain(exception.toString());
            return ExitStatus.FAILED;
        });
        command.setParameterExceptionHandler((wrong, given) -> {
            PrintWriter writer = wrong.getCommandLine().getErr();
            writer.println(Printable.whole(Objects.requireNonNullElse(wrong.getMessage(), "wrong usage")));
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, writer)) {
                writer.println("Try: " + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help");
            }
            return ExitStatus.USAGE;
        });
        if (args.length == 0) {
            command.usage(command.getErr());
            return ExitStatus.USAGE;
        }
        int status = command.execute(args);
        if (out.checkError()) { // a full disk; a print stream throws nothing
            streams.complain("the output could not be written");
            return status == ExitStatus.INTERCEPTED ? status : ExitStatus.FAILED;
        }
        return status;
    }
}
