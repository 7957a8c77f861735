package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CaptureProgressTest {

    private static final String ERASE = "\r\u001b[K";
    private static final Path CAPTURE = Path.of("..", "captures", "founding-case.pcapng");

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(shown, true, StandardCharsets.UTF_8);
    private final Ticking clock = new Ticking();

    /** Moves only when told. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.EPOCH;

        void pass(long millis) {
            now = now.plus(Duration.ofMillis(millis));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void step_shortCapture_showsNothing() {
        CaptureProgress progress = new CaptureProgress(terminal, clock, "a.pcap");
        progress.step();
        progress.erase();
        assertThat(text()).isEmpty();
    }

    @Test
    void step_longCapture_showsCountAndIsGoneAtTheEnd() {
        CaptureProgress progress = new CaptureProgress(terminal, clock, "a\u001b.pcap");
        for (int i = 0; i < 1234; i++) {
            progress.step();
        }
        clock.pass(200);
        progress.step();
        progress.step();
        assertThat(text()).isEqualTo(ERASE + "a.pcap: judging, 0 %, 1,235 connections");
        progress.erase();
        progress.erase();
        assertThat(text()).endsWith("connections" + ERASE);
    }

    @Test
    void capture_whileItIsRead_showsHowFar() {
        CaptureProgress progress = new CaptureProgress(terminal, clock, "a.pcap");
        clock.pass(200);
        long packets = progress.capture(CAPTURE).read(handshake -> {}).packets();
        assertThat(packets).isEqualTo(24);
        assertThat(text()).startsWith(ERASE + "a.pcap: looking through it, ");
    }

    @Test
    void step_noTerminal_isQuiet() {
        CaptureProgress progress = new CaptureProgress(null, clock, "a.pcap");
        clock.pass(1000);
        progress.step();
        progress.erase();
        assertThat(text()).isEmpty();
    }
}
