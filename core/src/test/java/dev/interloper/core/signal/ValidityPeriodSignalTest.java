package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How long the certificate is valid. */
class ValidityPeriodSignalTest {

    private final Signal signal = new ValidityPeriodSignal();

    private static Observation valid(String from, int days) {
        return Seen.chain(
                HOST,
                TestPki.bareLeaf(HOST)
                        .valid(Instant.parse(from + "T00:00:00Z"), Duration.ofDays(days))
                        .mint());
    }

    @Test
    void examine_longerThanAllowed_isWeakWithTheNumbers() {
        Evidence evidence = one(signal, valid("2025-05-01", 3650));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.7);
        assertThat(evidence.statement()).contains("valid for 3650 days from 2025-05-01T00:00:00Z");
    }

    @Test
    void examine_centuries_isWeak() {
        Evidence evidence = one(signal, valid("2025-05-01", 36500));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1);
        assertThat(evidence.statement()).contains("2025-05-01T00:00:00Z", "36500 days");
    }

    @Test
    void examine_beforeTlsWasInvented_isStrong() {
        assertThat(one(signal, valid("1970-01-01", 300)).grade()).isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_asLongAsAllowed_isSilent() {
        assertThat(signal.examine(valid("2025-05-01", 398))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate leaf = TestPki.publicLeaf(HOST)
                .valid(Instant.parse("2025-05-01T00:00:00Z"), Duration.ofDays(9000))
                .mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf("nas.local")
                .valid(Instant.parse("2025-05-01T00:00:00Z"), Duration.ofDays(9000))
                .mint();
        assertThat(signal.examine(Seen.chain("nas.local", leaf))).isEmpty();
    }
}
