package dev.interloper.boards.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    private static final String TABLE = "capture\tframe\tfields\treason\na.pcap\t3\tsni|alpn\tthe reason\n";

    @Test
    void suffix_coversOnlyWhatTheRowNames() {
        Explanations explanations = Explanations.of(TABLE);
        assertThat(explanations.suffix("a.pcap", 3, List.of("sni"))).isEqualTo(" (explained: the reason)");
        assertThat(explanations.suffix("a.pcap", 4, List.of("sni"))).isEqualTo(" (unexplained)");
        assertThat(explanations.suffix("b.pcap", 3, List.of("sni"))).isEqualTo(" (unexplained)");
        assertThat(explanations.suffix("a.pcap", 3, List.of("sni", "random"))).isEqualTo(" (unexplained)");
    }

    @Test
    void reviewed_hasAReasonInEachRow() throws IOException {
        assertThat(Explanations.reviewed().suffix("none", 1, List.of("sni"))).isEqualTo(" (unexplained)");
    }
}
