package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RSA where the server has P-256. */
class ReferenceKeySignalTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();

    private final Signal signal = new ReferenceKeySignal();

    private static Minting rsa(Minting minting, int bits) {
        return minting.key(TestPki.rsa(bits));
    }

    @Test
    void examine_otherKind_isWeakAndShowsBoth() {
        Evidence evidence = one(
                signal, Compared.withGenuine(rsa(TestPki.bareLeaf(HOST), 2048).mint(), ORIGIN));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.7);
        assertThat(evidence.statement()).contains("a 2048-bit RSA key", "the server's own a 256-bit EC one");
    }

    @Test
    void examine_otherSize_speaks() {
        Evidence evidence = one(
                signal,
                Compared.withGenuine(
                        rsa(TestPki.bareLeaf(HOST), 2048).mint(),
                        rsa(TestPki.publicLeaf(HOST), 3072).mint()));
        assertThat(evidence.statement()).contains("2048-bit RSA", "3072-bit RSA");
    }

    @Test
    void examine_anotherKeyOfTheSameKind_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(TestPki.key("engine")).mint();
        assertThat(signal.examine(Compared.withGenuine(leaf, ORIGIN))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isAServerWithBothKinds() {
        X509Certificate second = rsa(TestPki.publicLeaf(HOST), 2048).mint();
        assertThat(signal.examine(Compared.withGenuine(second, ORIGIN))).isEmpty();
    }

    @Test
    void examine_signedByTheReferencesIssuer_isSilent() {
        X509Certificate own = TestPki.privateLeaf(HOST).mint();
        Observation seen = Compared.with(
                ReferenceStanding.GENUINE,
                List.of(rsa(TestPki.privateLeaf(HOST), 2048).mint()),
                List.of(own, TestPki.PRIVATE_ROOT));
        assertThat(signal.examine(seen)).isEmpty();
    }

    @Test
    void examine_undecidedReference_isSilent() {
        Observation seen = Compared.with(
                ReferenceStanding.UNDECIDED,
                List.of(rsa(TestPki.bareLeaf(HOST), 2048).mint()),
                List.of(ORIGIN));
        assertThat(signal.examine(seen)).isEmpty();
    }

    @Test
    void examine_interceptedReference_isSilent() {
        Observation seen = Compared.with(
                ReferenceStanding.INTERCEPTED,
                List.of(rsa(TestPki.bareLeaf(HOST), 2048).mint()),
                List.of(ORIGIN));
        assertThat(signal.examine(seen)).isEmpty();
    }

    @Test
    void examine_noReference_isSilent() {
        assertThat(signal.examine(
                        Seen.chain(HOST, rsa(TestPki.bareLeaf(HOST), 2048).mint())))
                .isEmpty();
    }
}
