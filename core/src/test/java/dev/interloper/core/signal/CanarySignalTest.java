package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Surroundings;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One authority for a host and for a name that does not exist. */
class CanarySignalTest {

    private static final String NOBODY = "abcdefghijklmnop.invalid";

    private final Signal signal = new CanarySignal();

    private static Observation seen(String host, X509Certificate leaf, X509Certificate canary) {
        ForgePrint minted = ForgePrint.of(CertificateChain.of(List.of(canary))).orElseThrow();
        return Seen.builder(host, leaf)
                .surroundings(Surroundings.of(List.of()).withCanary(minted))
                .build();
    }

    @Test
    void examine_sameAuthority_isStrong() {
        Evidence evidence = one(
                signal,
                seen(
                        HOST,
                        TestPki.privateLeaf(HOST).mint(),
                        TestPki.privateLeaf(NOBODY).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(4);
        assertThat(evidence.statement()).contains("also signed for a name that does not exist");
    }

    @Test
    void examine_otherAuthority_isSilent() {
        assertThat(signal.examine(seen(
                        HOST,
                        TestPki.privateLeaf(HOST).mint(),
                        TestPki.selfSigned(NOBODY).mint())))
                .isEmpty();
    }

    @Test
    void examine_publicOrInternalHost_isSilent() {
        X509Certificate canary = TestPki.publicLeaf(NOBODY).mint();
        assertThat(signal.examine(seen(HOST, TestPki.publicLeaf(HOST).mint(), canary)))
                .isEmpty();
        assertThat(signal.examine(seen(
                        "wiki.corp",
                        TestPki.privateLeaf("wiki.corp").mint(),
                        TestPki.privateLeaf(NOBODY).mint())))
                .isEmpty();
    }

    @Test
    void examine_noCanary_isSilent() {
        assertThat(signal.examine(Seen.builder(HOST, TestPki.privateLeaf(HOST).mint())
                        .surroundings(Surroundings.of(List.of()))
                        .build()))
                .isEmpty();
        assertThat(signal.examine(Seen.chain(HOST, TestPki.privateLeaf(HOST).mint())))
                .isEmpty();
    }
}
