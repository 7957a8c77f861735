package dev.interloper.boards.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowTest {

    @Test
    void between_readsEveryFormOfAnAddress() {
        Flow flow = Flow.of("2001:db8::1", 50_000, "2001:db8:0:0:1:0:0:2", 443);
        assertThat(Flow.between("[2001:db8:0:0:0:0:0:1]:50000", "2001:db8::1:0:0:2:443"))
                .isEqualTo(flow);
        assertThat(Flow.between("192.0.2.1:443", "192.0.2.2:1"))
                .isEqualTo(Flow.of("192.0.2.2", 1, "192.0.2.1", 443).reversed());
    }

    @Test
    void twoGapsInAnAddress_areReadAsTheirWriterMeansThem() {
        assertThat(Flow.between("[2001:db8::1::]:1", "[::1]:2")).isEqualTo(Flow.of("2001:db8:0:1::", 1, "::1", 2));
    }

    @Test
    void names_areNotLookedUp() {
        assertThat(Flow.of("no.such.example.org", 1, "add", 2).source()).isEqualTo("no.such.example.org");
    }
}
