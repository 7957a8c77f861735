package dev.interloper.cli;

import dev.interloper.core.signal.StandardSignals;
import dev.interloper.core.spi.Signal;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Lists what is looked for, why, and what it can mistake. */
@Command(
        name = "signals",
        description =
                "Lists the signals that a verdict rests on: why each tells, why it weighs what it does, what it mistakes.",
        mixinStandardHelpOptions = true)
final class SignalsCommand implements Runnable {

    private final Streams streams;

    SignalsCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        StandardSignals.all().stream()
                .sorted(Comparator.comparing(Signal::id))
                .forEach(signal -> streams.out().println(described(signal)));
    }

    private static String described(Signal signal) {
        String kinds = signal.kinds().stream()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted()
                .collect(Collectors.joining(", "));
        return String.join(
                System.lineSeparator(),
                signal.id(),
                "  needs     " + signal.vantage().name().toLowerCase(Locale.ROOT)
                        + (kinds.isEmpty() ? "" : "; rests on " + kinds),
                "  why       " + signal.rationale(),
                "  weight    " + signal.weighing(),
                "  mistakes  " + signal.falsePositives(),
                "");
    }
}
