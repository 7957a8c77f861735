package dev.interloper.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A line on the terminal that says how far the work is, and goes away with it. Pipes and files never see it. */
final class Progress implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int WIDTH = 78;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream terminal;
    private final boolean shown;
    private final Clock clock;
    private Instant next = Instant.MIN;
    private boolean dirty;

    Progress(PrintStream terminal, boolean shown, Clock clock) {
        this.terminal = terminal;
        this.shown = shown;
        this.clock = clock;
    }

    /** On standard error, if that is a terminal. */
    static Progress on(Streams streams) {
        return new Progress(streams.err(), Terminal.isWatched(), Clock.systemUTC());
    }

    /** Shows a text in place of the one before; not more often than eyes can follow. */
    void say(String text) {
        if (!shown || clock.instant().isBefore(next)) {
            return;
        }
        next = clock.instant().plus(PAUSE);
        dirty = true;
        terminal.print(ERASE + (text.length() > WIDTH ? text.substring(0, WIDTH) : text));
        terminal.flush();
    }

    /** Takes the line away, before something else is printed, too. */
    @Override
    public void close() {
        if (dirty) {
            terminal.print(ERASE);
            terminal.flush();
            dirty = false;
        }
    }
}
