package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Leaves that no public authority may issue, where no root tells who did. */
class NotPublicFormSignalTest {

    private final Signal signal = new NotPublicFormSignal();

    private static Minting conforming() {
        return TestPki.bareLeaf(HOST).identified();
    }

    @Test
    void examine_conformingLeaf_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, conforming().mint()))).isEmpty();
    }

    @Test
    void examine_noAuthorityKeyIdentifier_isStrong() {
        Evidence evidence = one(signal, Seen.chain(HOST, TestPki.bareLeaf(HOST).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.statement()).contains("no authority key identifier");
    }

    @Test
    void examine_longValidityShortSerialAndKey_namesEach() {
        Evidence evidence = one(
                signal,
                Seen.chain(
                        HOST,
                        conforming()
                                .serial(7)
                                .key(TestPki.rsa(1024))
                                .valid(TestPki.NOW.minus(Duration.ofDays(3)), Duration.ofDays(825))
                                .mint()));
        assertThat(evidence.statement()).contains("3 bits", "1024 bits", "825 days");
    }

    @Test
    void examine_rootSent_leavesItToTheRoot() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_rootSentButRootsWithheld_speaks() {
        assertThat(signal.examine(Seen.builder(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)
                        .withhold(Set.of(EvidenceKind.ROOTS))
                        .build()))
                .hasSize(1);
    }

    @Test
    void examine_internalHostOrSelfSigned_isSilent() {
        assertThat(signal.examine(
                        Seen.chain("nas.local", TestPki.bareLeaf("nas.local").mint())))
                .isEmpty();
        assertThat(signal.examine(Seen.chain(HOST, TestPki.selfSigned(HOST).mint())))
                .isEmpty();
    }
}
