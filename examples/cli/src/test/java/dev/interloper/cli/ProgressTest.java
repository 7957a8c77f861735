package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Clock still = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private Progress progress(boolean shown) {
        return new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), shown, still);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void say_onTerminal_isErasedAtTheEnd() {
        try (Progress progress = progress(true)) {
            progress.say("one");
        }
        assertThat(printed()).isEqualTo("\r\u001b[Kone\r\u001b[K");
    }

    @Test
    void say_twiceAtOnce_isShownOnce() {
        Progress progress = progress(true);
        progress.say("one");
        progress.say("two");
        assertThat(printed()).isEqualTo("\r\u001b[Kone");
    }

    @Test
    void say_inPipe_printsNothing() {
        try (Progress progress = progress(false)) {
            progress.say("one");
        }
        assertThat(printed()).isEmpty();
    }

    @Test
    void say_longText_staysOnTheLine() {
        progress(true).say("x".repeat(500));
        assertThat(printed()).hasSizeLessThan(100);
    }
}
