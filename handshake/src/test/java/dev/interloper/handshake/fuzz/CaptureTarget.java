package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.capture.Capture;
import dev.interloper.handshake.capture.CaptureProblem;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** A capture file's bytes. */
final class CaptureTarget {

    private CaptureTarget() {}

    static void accept(byte[] file) {
        Capture capture = Capture.of("fuzzed", () -> new ByteArrayInputStream(file));
        List<Handshake> handshakes = new ArrayList<>();
        CaptureSummary summary = capture.read(handshakes::add);
        List<String> read = new ArrayList<>();
        for (Handshake handshake : handshakes) {
            Consistency.check(handshake);
            read.addAll(Notes.of(handshake));
        }
        assertThat(summary.toString()).isNotEmpty();
        assertThat(summary.handshakes()).isEqualTo(handshakes.size());
        assertThat(summary.problem().map(CaptureProblem::offset).orElse(0L)).isNotNegative();

        Notes watched = new Notes();
        CaptureSummary again = capture.watch(watched);
        assertThat(watched.lines()).containsExactlyInAnyOrderElementsOf(read);
        assertThat(again).hasToString(summary.toString());
    }
}
