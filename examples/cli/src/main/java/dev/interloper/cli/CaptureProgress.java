package dev.interloper.cli;

import dev.interloper.handshake.capture.Capture;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line on the terminal that says how far a long capture is, and that is gone in the end. Not thread-safe. */
final class CaptureProgress {

    private static final Duration EVERY = Duration.ofMillis(200);
    private static final int MAX_NAME = 40;
    /** Back to the first column, and clears to the line's end (ECMA-48). */
    private static final String ERASE = "\r\u001b[K";

    private final @Nullable PrintStream terminal;
    private final Clock clock;
    private final String name;
    private Instant next;
    private long connections;
    private long bytes;
    private long total;
    private boolean shown;

    /** Shows nothing where there is no terminal. */
    CaptureProgress(@Nullable PrintStream terminal, Clock clock, String name) {
        this.terminal = terminal;
        this.clock = clock;
        this.name = printable(name);
        this.next = clock.instant().plus(EVERY);
    }

    /** On the error stream, if people watch it. */
    static CaptureProgress onTerminal(PrintStream err, boolean quiet, Path file) {
        return new CaptureProgress(
                !quiet && Terminal.isWatched() ? err : null, Clock.systemUTC(), Printable.whole(file));
    }

    /** The capture in a file; how much of it was read shows as it is read. */
    Capture capture(Path file) {
        return terminal == null
                ? Capture.file(file)
                : Capture.of(file.toString(), () -> watched(Files.newInputStream(file), Files.size(file)));
    }

    private InputStream watched(InputStream in, long size) {
        bytes = 0;
        total = size;
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                took(octet < 0 ? 0 : 1);
                return octet;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                took(Math.max(0, count));
                return count;
            }
        };
    }

    private void took(int count) {
        bytes += count;
        show();
    }

    /** Another connection is done. */
    void step() {
        connections++;
        show();
    }

    private void show() {
        if (terminal == null) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(EVERY);
            shown = true;
            terminal.print(ERASE + name + ": " + share() + counted());
            terminal.flush();
        }
    }

    /** A capture is read twice; the first time no connection is judged. */
    private String share() {
        long percent = total == 0 ? 0 : Math.min(100, bytes * 100 / total);
        return (connections == 0 ? "looking through it, " : "judging, ") + percent + " %";
    }

    private String counted() {
        if (connections == 0) {
            return "";
        }
        return String.format(Locale.ROOT, ", %,d", connections) + (connections == 1 ? " connection" : " connections");
    }

    /** The line is gone; the next step may show it anew. */
    void erase() {
        if (terminal != null && shown) {
            terminal.print(ERASE);
            terminal.flush();
            shown = false;
        }
    }

    private static String printable(String text) {
        String safe = text.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return safe.length() <= MAX_NAME ? safe : "…" + safe.substring(safe.length() - MAX_NAME);
    }
}
