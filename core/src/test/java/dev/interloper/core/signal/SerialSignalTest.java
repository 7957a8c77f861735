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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial numbers as no public authority has them. */
class SerialSignalTest {

    private final Signal signal = new SerialSignal();

    private static Observation numbered(long serial) {
        return Seen.chain(HOST, TestPki.bareLeaf(HOST).serial(serial).mint());
    }

    @Test
    void examine_shortNumber_isWeakWithItsBits() {
        Evidence evidence = one(signal, numbered(4711));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1);
        assertThat(evidence.statement()).contains("has 13 bits");
    }

    @Test
    void examine_negativeNumber_saysSo() {
        assertThat(one(signal, numbered(-5)).statement()).contains("negative");
    }

    @Test
    void examine_timeOfMinting_readsTheClock() {
        Instant minted = TestPki.NOW.minus(Duration.ofHours(3));
        X509Certificate leaf = TestPki.bareLeaf(HOST)
                .valid(minted, Duration.ofDays(90))
                .serial(minted.getEpochSecond())
                .mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).statement()).contains("time of minting, 2026-06-01T09:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {55, 56})
    void examine_aroundTheLimit_speaksBelowIt(int bits) {
        assertThat(signal.examine(numbered((1L << bits) - 1))).hasSize(bits < 56 ? 1 : 0);
    }

    @Test
    void examine_longRandomNumber_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(
                        Seen.chain(HOST, TestPki.publicLeaf(HOST).serial(1).mint())))
                .isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf("nas.local").serial(1).mint();
        assertThat(signal.examine(Seen.chain("nas.local", leaf))).isEmpty();
    }
}
