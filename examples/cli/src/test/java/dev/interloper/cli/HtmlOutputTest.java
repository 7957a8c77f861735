package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlOutputTest {

    private static final Path CAPTURES = Path.of("..", "captures");
    private static final String FOUNDING =
            CAPTURES.resolve("founding-case.pcapng").toString();
    private static final String DIRECT =
            CAPTURES.resolve("founding-case-bypassed.pcapng").toString();
    private static final String ROOTS = CAPTURES.resolve("public-roots.pem").toString();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... args) {
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return InterloperCli.run(printed, new PrintStream(err, true, StandardCharsets.UTF_8), args);
    }

    @Test
    void inspect_html_writesThePageBesideTheUsualOutput() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), "old");
        assertThat(run("inspect", FOUNDING, DIRECT, "--public-roots", ROOTS, "--html", page.toString()))
                .isEqualTo(ExitStatus.INTERCEPTED);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("is in the middle of 1 of 2 connections", "</html>");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Verdict: INTERCEPTED");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void inspect_htmlAndJson_writesBoth() {
        Path page = folder.resolve("page.html");
        assertThat(run("inspect", DIRECT, "--json", "--public-roots", ROOTS, "--html", page.toString()))
                .isEqualTo(ExitStatus.DIRECT);
        assertThat(page).content().contains("Nobody is in the middle");
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{");
    }

    @Test
    void inspect_htmlCannotBeWritten_failsAfterTheReport() {
        String nowhere = folder.resolve("nowhere").resolve("page.html").toString();
        assertThat(run("inspect", DIRECT, "--public-roots", ROOTS, "--html", nowhere))
                .isEqualTo(ExitStatus.FAILED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Verdict: DIRECT");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--html", "no such folder");
        assertThat(run("inspect", FOUNDING, "--public-roots", ROOTS, "--html", nowhere))
                .isEqualTo(ExitStatus.INTERCEPTED);
    }

    @Test
    void inspect_htmlOverItsInput_isRefused() throws IOException {
        Path capture = Files.copy(Path.of(DIRECT), folder.resolve("a.pcapng"));
        long size = Files.size(capture);
        assertThat(run("inspect", capture.toString(), "--html", capture.toString()))
                .isEqualTo(ExitStatus.USAGE);
        assertThat(Files.size(capture)).isEqualTo(size);
    }
}
