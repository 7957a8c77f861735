package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A genuine authority beside a leaf that it did not sign. */
class FalseIssuerSignalTest {

    private static final KeyPair FORGER = TestPki.key("forger");

    private final Signal signal = new FalseIssuerSignal();

    private static Minting forged(X509Certificate authority) {
        return TestPki.leaf(authority, FORGER, HOST);
    }

    @Test
    void examine_namesTheKeyThatDidNotSign_isDecisive() {
        X509Certificate leaf =
                forged(TestPki.PRIVATE_ROOT).identified(TestPki.key("private")).mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf, TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(6);
        assertThat(evidence.statement()).contains("signature", "Contoso Private Root");
    }

    @Test
    void examine_beneathAPublicRoot_isDecisive() {
        X509Certificate leaf =
                forged(TestPki.PUBLIC_ROOT).identified(TestPki.key("public")).mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf, TestPki.PUBLIC_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.statement()).contains("Kestrel Public Root");
    }

    @Test
    void examine_namesNoKey_mayBeAnOutdatedIntermediateAndIsWeak() {
        Evidence evidence =
                one(signal, Seen.chain(HOST, forged(TestPki.PRIVATE_ROOT).mint(), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1);
    }

    @Test
    void examine_namesAnotherKeyThanTheOneSent_isWeak() {
        X509Certificate leaf = forged(TestPki.PRIVATE_ROOT).identified().mint();
        assertThat(one(signal, Seen.chain(HOST, leaf, TestPki.PRIVATE_ROOT)).grade())
                .isEqualTo(Grade.WEAK);
    }

    @Test
    void examine_issuersNameHoldsControlCharacters_isEscaped() {
        String name = "CN=Red\u001b[31m\nRoot";
        X509Certificate root = TestPki.authority(name, TestPki.key("red"), name, TestPki.key("red"))
                .mint();
        Evidence evidence = one(signal, Seen.chain(HOST, forged(root).mint(), root));
        assertThat(evidence.statement()).contains("Red", "Root");
        assertThat(evidence.statement().codePoints()).allMatch(c -> c >= ' ' && c < 0x7f);
    }

    @Test
    void examine_signedByTheIssuerSent_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).identified().mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf, TestPki.PRIVATE_ROOT))).isEmpty();
    }

    @Test
    void examine_issuerNotSent_isSilent() {
        X509Certificate leaf =
                forged(TestPki.PRIVATE_ROOT).identified(TestPki.key("private")).mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_renewedAuthorityBesideTheOldOne_isSilent() {
        X509Certificate old = TestPki.authority("CN=Contoso Private Root", FORGER, "CN=Contoso Private Root", FORGER)
                .mint();
        X509Certificate leaf = TestPki.bareLeaf(HOST).identified().mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf, old, TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_publicPathBesideTheFalseOne_isSilent() {
        X509Certificate imitation = TestPki.authority(
                        "CN=Kestrel Public Root", FORGER, "CN=Kestrel Public Root", FORGER)
                .mint();
        assertThat(signal.examine(
                        Seen.chain(HOST, TestPki.publicLeaf(HOST).identified().mint(), imitation)))
                .isEmpty();
    }

    @Test
    void examine_damagedChain_isSilent() {
        X509Certificate leaf =
                forged(TestPki.PRIVATE_ROOT).identified(TestPki.key("private")).mint();
        CertificateChain damaged = CertificateChain.parse(
                List.of(Tls.der(leaf), new byte[] {0x30, 3, 1, 2, 3}, Tls.der(TestPki.PRIVATE_ROOT)));
        Observation seen = Seen.builder(List.of(), HOST, damaged).build();
        assertThat(seen.chain().unreadable()).hasSize(1);
        assertThat(signal.examine(seen)).isEmpty();
    }
}
