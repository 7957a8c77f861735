package dev.interloper.cli;

import java.io.PrintStream;
import picocli.CommandLine;

/**
 * Where a command prints.
 *
 * @param out the report
 * @param err what went wrong
 */
record Streams(PrintStream out, PrintStream err) {

    /** Gives the streams to the commands that picocli makes. */
    static final class Factory implements CommandLine.IFactory {

        private final Streams streams;

        Factory(Streams streams) {
            this.streams = streams;
        }

        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type.equals(SignalsCommand.class)) {
                return type.cast(new SignalsCommand(streams));
            }
            return type.equals(InspectCommand.class)
                    ? type.cast(new InspectCommand(streams))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
