package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.PinSighting;
import dev.interloper.core.spi.PinSighting.Standing;
import dev.interloper.core.spi.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the standing of pins weighs. */
class PinnedKeySignalTest {

    private final Signal signal = new PinnedKeySignal();

    private static Observation seen(Standing standing, Minting leaf) {
        return Seen.builder(HOST, leaf.mint())
                .pins(new PinSighting(standing, "so the pins say"))
                .build();
    }

    @ParameterizedTest
    @CsvSource({"LEAF_KEY, -14", "PATH, -10"})
    void examine_pinnedKey_isDecisiveAgainst(Standing standing, double weight) {
        Evidence evidence = one(signal, seen(standing, TestPki.privateLeaf(HOST)));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(weight);
        assertThat(evidence.statement()).isEqualTo("so the pins say");
    }

    @Test
    void examine_noneInAPrivateChain_isStrong() {
        Evidence evidence = one(signal, seen(Standing.MISMATCH, TestPki.privateLeaf(HOST)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(3);
    }

    @Test
    void examine_noneInAPublicChain_onlySaysThatThePinsAreOld() {
        Evidence evidence = one(signal, seen(Standing.MISMATCH, TestPki.publicLeaf(HOST)));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.statement())
                .isEqualTo("so the pins say, which a public authority vouches for: the pins are old, most likely");
    }

    @Test
    void examine_onlySentAlong_weighsNothing() {
        Evidence evidence = one(signal, seen(Standing.SENT_ONLY, TestPki.privateLeaf(HOST)));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
    }

    @Test
    void examine_noPins_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.privateLeaf(HOST).mint())))
                .isEmpty();
    }
}
