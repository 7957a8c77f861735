package dev.interloper.boards.speed;

import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Reads a capture once, on one thread, and says what was found and what it took. */
public final class Speed {

    private static final int OK = 0;
    private static final int BAD_INPUT = 65;

    private Speed() {}

    /**
     * Reads a capture.
     *
     * @param capture the file
     * @param json whether to write a line for each connection
     * @param out receives the lines, and last the sum
     * @return the exit status: 0, or 65 if the capture could not be read to its end
     * @throws IOException if the output cannot be written
     */
    public static int run(Path capture, boolean json, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        Connections connections = new Connections(json ? buffered : null);
        CaptureSummary summary = Capture.file(capture).watch(connections);
        buffered.flush();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        summary.problem().ifPresent(problem -> print.println(summary.name() + ": " + problem));
        print.println("speed: packets=" + summary.packets()
                + " connections=" + summary.handshakes()
                + " sni=" + connections.names()
                + " ja3=" + connections.hellos()
                + " certificates=" + connections.certificates()
                + " cpu_s=" + hundredths(cpuMillis() / 10)
                + " heap_mb=" + hundredths(connections.mostHeapBytes() * 100 / 1_000_000));
        return summary.problem().isPresent() ? BAD_INPUT : OK;
    }

    /** User and system time of the whole process, the start of the virtual machine included. */
    private static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }

    /** Without a Formatter, which would cost as much as some thousand connections. */
    private static String hundredths(long value) {
        long rest = value % 100;
        return value / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
