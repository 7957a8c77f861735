package dev.interloper.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Where a command prints.
 *
 * @param out the report
 * @param err what went wrong
 */
record Streams(PrintStream out, PrintStream err) {

    /** Says what went wrong, on one line that no terminal takes for a command. */
    void complain(String sentence) {
        err.println("interloper: " + Printable.whole(sentence));
    }

    /** Gives the streams to the commands that picocli makes. */
    static final class Factory implements CommandLine.IFactory {

        private static final Map<Class<?>, Function<Streams, ?>> COMMANDS = Map.of(
                BypassCommand.class, BypassCommand::new,
                InspectCommand.class, InspectCommand::new,
                ProbeCommand.class, ProbeCommand::new,
                SignalsCommand.class, SignalsCommand::new,
                TrustRootCommand.class, TrustRootCommand::new);

        private final Streams streams;

        Factory(Streams streams) {
            this.streams = streams;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            Function<Streams, ?> command = COMMANDS.get(type);
            return command == null ? CommandLine.defaultFactory().create(type) : type.cast(command.apply(streams));
        }
    }
}
