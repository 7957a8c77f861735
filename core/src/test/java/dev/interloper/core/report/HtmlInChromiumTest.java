package dev.interloper.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.core.Interloper;
import dev.interloper.core.fixture.Bundled;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a browser: no console message, and it can be shown on a phone, on a desk and on paper. */
class HtmlInChromiumTest {

    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    private static Optional<Path> chromium() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of("/usr/bin"), Arrays.stream(path.split(":", -1)))
                .flatMap(place -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private String run(Path page, String... options) throws IOException, InterruptedException {
        Path browser = chromium().orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                browser.toString(),
                "--no-sandbox",
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--v=0",
                "--user-data-dir=" + Files.createTempDirectory(folder, "profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path log = Files.createTempFile(folder, "chromium", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assumeTrue(ended, "the browser did not end within " + SECONDS + " s");
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    @Test
    void page_inChromium_logsNothingAndCanBeShownEverywhere() throws IOException, InterruptedException {
        assumeTrue(chromium().isPresent(), "no Chromium here");
        Path page = Files.writeString(
                folder.resolve("page.html"),
                HtmlReportTest.page(Interloper.builder()
                        .publicRoots(Bundled.publicRoots())
                        .build()
                        .capture(Bundled.FOUNDING)
                        .reference(Bundled.BYPASSED)));
        for (int width : new int[] {360, 1200}) {
            Path shot = folder.resolve(width + ".png");
            String log = run(page, "--window-size=" + width + ",2000", "--screenshot=" + shot);
            assertThat(log).doesNotContain("CONSOLE");
            assertThat(shot).isNotEmptyFile();
        }
        Path pdf = folder.resolve("page.pdf");
        assertThat(run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf)).doesNotContain("CONSOLE");
        assertThat(Files.size(pdf)).isGreaterThan(10_000);
    }

    /** So that a silent log above means something. */
    @Test
    void page_thatWouldFetch_isLogged() throws IOException, InterruptedException {
        assumeTrue(chromium().isPresent(), "no Chromium here");
        Path page = Files.writeString(
                folder.resolve("bad.html"), HtmlPage.head("bad") + "<img src=\"x.png\"/>" + HtmlPage.foot());
        assertThat(run(page, "--screenshot=" + folder.resolve("bad.png"))).contains("CONSOLE");
    }
}
