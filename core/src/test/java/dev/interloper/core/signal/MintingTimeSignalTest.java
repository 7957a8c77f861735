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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How old the certificate was when it was used. */
class MintingTimeSignalTest {

    private final Signal signal = new MintingTimeSignal();

    private static Observation aged(Duration age) {
        return Seen.chain(
                HOST,
                TestPki.bareLeaf(HOST)
                        .valid(TestPki.NOW.minus(age), Duration.ofDays(365))
                        .mint());
    }

    @ParameterizedTest
    @CsvSource({
        "PT3S, STRONG, 3, made 3 s before",
        "PT30S, STRONG, 3, made 30 s before",
        "PT-2S, STRONG, 3, made while this connection was being opened",
        "PT31S, WEAK, 0.7, made 31 s before",
        "PT9M50S, WEAK, 0.7, made 590 s before",
        "PT9M59S, STRONG, 3, exactly 10 minutes before a moment",
        "PT1H4S, STRONG, 3, exactly 1 hour (and 4 s) before",
        "PT5M1S, STRONG, 3, exactly 5 minutes (and 1 s) before",
        "PT24H2S, STRONG, 3, exactly 1 day (and 2 s) before",
        "PT23H59M58S, STRONG, 3, exactly 1 day before a moment of this connection's opening",
        "PT48H10M, STRONG, 2.5, exactly 2 days (and 600 s) before",
        "PT72H1S, STRONG, 3, exactly 3 days (and 1 s) before",
        "PT72H40S, WEAK, 0.7, exactly 3 days (and 40 s) before",
        "PT9600H, STRONG, 3, exactly 400 days (and 0 s) before"
    })
    void examine_freshOrRoundAge_speaks(Duration age, Grade grade, double weight, String statement) {
        Evidence evidence = one(signal, aged(age));
        assertThat(evidence.grade()).isEqualTo(grade);
        assertThat(evidence.weight()).isEqualTo(weight);
        assertThat(evidence.statement()).contains(statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT10M6S", "PT33M", "PT47H", "PT895H", "PT9601H", "PT-5S", "PT-24H"})
    void examine_oddAge_isSilent(Duration age) {
        assertThat(signal.examine(aged(age))).isEmpty();
    }

    @Test
    void examine_backDatedAtInternalHost_speaks_freshDoesNot() {
        Observation backDated = Seen.chain(
                "nas.local",
                TestPki.bareLeaf("nas.local")
                        .valid(TestPki.NOW.minus(Duration.ofDays(2)), Duration.ofDays(365))
                        .mint());
        assertThat(one(signal, backDated).grade()).isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_selfSigned_isSilent() {
        X509Certificate fresh =
                TestPki.selfSigned(HOST).valid(TestPki.NOW, Duration.ofDays(30)).mint();
        assertThat(signal.examine(Seen.chain(HOST, fresh))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate fresh =
                TestPki.publicLeaf(HOST).valid(TestPki.NOW, Duration.ofDays(90)).mint();
        assertThat(signal.examine(Seen.chain(HOST, fresh))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate fresh = TestPki.bareLeaf("nas.local")
                .valid(TestPki.NOW, Duration.ofDays(90))
                .mint();
        assertThat(signal.examine(Seen.chain("nas.local", fresh))).isEmpty();
    }
}
