package dev.interloper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether people watch the error stream. */
final class Terminal {

    /** Where Linux says what the error stream is. {@code System.console()} asks about the other two, and from JDK 22 on about none. */
    private static final Path ERROR_STREAM = Path.of("/proc/self/fd/2");

    private static final int CONSOLE_ALWAYS_THERE = 22;

    private Terminal() {}

    static boolean isWatched() {
        String terminal = System.getenv("TERM");
        return terminal != null && !terminal.equals("dumb") && System.getenv("CI") == null && isTerminal();
    }

    @SuppressWarnings("SystemConsoleNull") // not asked where it would not be null
    private static boolean isTerminal() {
        if (Files.isSymbolicLink(ERROR_STREAM)) {
            try {
                String device = Files.readSymbolicLink(ERROR_STREAM).toString();
                return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return Runtime.version().feature() < CONSOLE_ALWAYS_THERE && System.console() != null;
    }
}
