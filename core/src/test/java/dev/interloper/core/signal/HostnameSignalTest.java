package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;

/** Other names than the one asked for: context. */
class HostnameSignalTest {

    private final Signal signal = new HostnameSignal();

    @Test
    void examine_otherName_isContextAndNamesBoth() {
        Evidence evidence =
                one(signal, Seen.chain(HOST, TestPki.bareLeaf("portal.example").mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
        assertThat(evidence.statement()).contains(HOST, "portal.example");
    }

    @Test
    void examine_itsName_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint())))
                .isEmpty();
    }
}
