package dev.interloper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrustRootCommandTest {

    @Test
    void run_withoutRuntime_tellsOfAll() {
        Run run = Run.of("trust-root");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Java", "Node.js", "Firefox", "  to add a root: ", "  source: ");
    }

    @Test
    void run_withRuntime_tellsOfThatAlone() {
        Run run = Run.of("trust-root", "FIREFOX");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Firefox").doesNotContain("Node.js", "{file}");
    }

    @Test
    void run_withUnknownRuntime_namesThoseThatAre() {
        Run run = Run.of("trust-root", "cobol\u001b[2J");

        assertThat(run.status()).isEqualTo(ExitStatus.INCONCLUSIVE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("cobol?[2J", "Firefox").doesNotContain("\u001b");
    }

    @Test
    void help_always_warnsOfTrustingAll() {
        assertThat(Run.of("trust-root", "--help").out().replaceAll("\\s+", " "))
                .contains("Never trust every certificate", "fingerprint");
    }
}
