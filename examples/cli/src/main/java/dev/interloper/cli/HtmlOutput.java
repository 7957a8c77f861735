package dev.interloper.cli;

import dev.interloper.core.Inspection;
import dev.interloper.core.Overview;
import dev.interloper.core.report.HtmlReport;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page that {@code --html} asks for, or nothing where it was not asked for. */
final class HtmlOutput {

    private final @Nullable Path file;
    private final HtmlReport report = new HtmlReport();

    HtmlOutput(@Nullable Path file) {
        this.file = file;
    }

    /** The input that the page would overwrite. */
    Optional<Path> clash(List<Path> inputs) {
        return inputs.stream().filter(this::isPage).findFirst();
    }

    private boolean isPage(Path input) {
        try {
            return file != null && Files.exists(file) && Files.isSameFile(file, input);
        } catch (IOException e) { // an input that is not there: reading it says so
            return false;
        }
    }

    void beginCapture(Path capture) {
        report.beginCapture(capture.toString());
    }

    void connection(Inspection inspection) {
        if (file != null) {
            report.connection(inspection);
        }
    }

    void endCapture(CaptureSummary summary, Overview overview) {
        report.endCapture(summary, overview);
    }

    /** Whether the page was written, if one was asked for; says on the error stream why it was not. */
    boolean write(Streams streams) {
        return file == null || write(file, streams, report::writeTo);
    }

    /** What writes a page. */
    @FunctionalInterface
    interface Page {
        void writeTo(Appendable out) throws IOException;
    }

    static boolean write(Path file, Streams streams, Page page) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            page.writeTo(out);
            return true;
        } catch (IOException e) {
            streams.complain("--html: " + file + ": not written: " + reason(e));
            return false;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such folder";
        }
        return e instanceof AccessDeniedException ? "access denied" : String.valueOf(e.getMessage());
    }
}
