package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.fixture.TestPki.NOW;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time where a random number should be. */
class ClockInRandomSignalTest {

    private static final byte[] ASKED = Tls.clientHello(HOST);

    private final Signal signal = new ClockInRandomSignal();

    private static byte[] told(byte[] serverHello, long secondsAhead) {
        return Hellos.withRandom(serverHello, 0, Hellos.u32(NOW.getEpochSecond() + secondsAhead));
    }

    @Test
    void examine_serversTime_isWeakAndReadsTheClock() {
        Evidence evidence = one(signal, Hellos.answered(ASKED, told(Tls.serverHello(), -75)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.4);
        assertThat(evidence.statement()).contains("random begins with the time", "2026-06-01T11:58:45Z");
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 0, 600})
    void examine_withinTenMinutes_speaks(long ahead) {
        assertThat(signal.examine(Hellos.answered(ASKED, told(Tls.serverHello(), ahead))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-601, 601, 86_400})
    void examine_furtherAway_isSilent(long ahead) {
        assertThat(signal.examine(Hellos.answered(ASKED, told(Tls.serverHello(), ahead))))
                .isEmpty();
    }

    @Test
    void examine_randomBeginsWithLargeNumber_isSilent() {
        byte[] hello = Hellos.withRandom(Tls.serverHello(), 0, Hellos.u32(0xfffffffeL));
        assertThat(signal.examine(Hellos.answered(ASKED, hello))).isEmpty();
    }

    @Test
    void examine_tls13_isSilent() {
        assertThat(signal.examine(Hellos.answered(ASKED, told(Tls.serverHello13(), 0))))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Hellos.answered(TestPki.publicLeaf(HOST).mint(), ASKED, told(Tls.serverHello(), 0))))
                .isEmpty();
    }

    @Test
    void examine_noAnswer_isSilent() {
        assertThat(signal.examine(Hellos.unanswered(ASKED))).isEmpty();
    }
}
