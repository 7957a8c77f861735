package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.SystemAnchors;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No public root for a public host. */
class LocalAnchorSignalTest {

    private final Signal signal = new LocalAnchorSignal();

    @Test
    void examine_privateRootSent_isStrong() {
        Evidence evidence = one(signal, Seen.chain(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(2);
        assertThat(evidence.statement()).contains("CN=Contoso Private Root", "came with the chain");
    }

    @Test
    void examine_privateRootHandedIn_isStronger() {
        Evidence evidence = one(
                signal,
                Seen.withExtraAnchor(
                        TestPki.PRIVATE_ROOT, HOST, TestPki.bareLeaf(HOST).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(3);
        assertThat(evidence.statement()).contains("CN=Contoso Private Root", "extra anchors");
    }

    @Test
    void examine_rootThatThePlatformBroughtAfterTheList_isWeak(@TempDir Path folder) throws Exception {
        X509Certificate root = TestPki.authority("CN=New Root", TestPki.key("new"), "CN=New Root", TestPki.key("new"))
                .valid(TestPki.NOW.minus(Duration.ofDays(365)), Duration.ofDays(7300))
                .mint();
        X509Certificate leaf = TestPki.leaf(root, TestPki.key("new"), HOST).mint();
        KeyStore cacerts = KeyStore.getInstance("JKS");
        cacerts.load(null, null);
        cacerts.setCertificateEntry("newroot [jdk]", root);
        Path file = folder.resolve("cacerts");
        try (OutputStream out = Files.newOutputStream(file)) {
            cacerts.store(out, "changeit".toCharArray());
        }
        CertificateChain chain = CertificateChain.of(List.of(leaf));
        ServerName host = ServerName.parse(HOST);
        TrustReport trust = TrustEvaluator.builder()
                .extraAnchors(SystemAnchors.keyStore("JDK", file).anchors().orElseThrow())
                .build()
                .evaluate(chain, host, TestPki.NOW);

        Evidence evidence = one(
                signal,
                Observation.at(TestPki.NOW).serverName(host).chain(chain, trust).build());

        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.5);
        assertThat(evidence.statement()).contains("CN=New Root", "newer than the list");
    }

    @Test
    void examine_issuerNotSent_isWeakAndNamesIt() {
        Evidence evidence =
                one(signal, Seen.chain(HOST, TestPki.bareLeaf(HOST).identified().mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isPositive();
        assertThat(evidence.statement()).contains("\"CN=Contoso Private Root\"");
    }

    @Test
    void examine_issuerNotSentAndFormNotPublic_leavesItToTheForm() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_issuerNotSentButTimestamps_speaksAgainst() {
        Evidence evidence = one(
                signal, Seen.chain(HOST, TestPki.privateLeaf(HOST).identified().mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isNegative();
    }

    @Test
    void examine_selfSigned_isWeak() {
        Evidence evidence =
                one(signal, Seen.chain(HOST, TestPki.selfSigned(HOST).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.5);
        assertThat(evidence.statement()).contains("self-signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas.local", "10.1.2.3", "intranet"})
    void examine_internalHost_speaksAgainst(String host) {
        Evidence evidence = one(signal, Seen.chain(host, TestPki.bareLeaf(host).mint(), TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isNegative();
        assertThat(evidence.statement()).contains("not a public one", "CN=Contoso Private Root");
    }

    @Test
    void examine_publicAnchor_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.publicLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_leafDoesNotParse_isSilent() {
        CertificateChain broken =
                CertificateChain.parse(List.of(new byte[] {0x30, 3, 1, 2, 3}, Tls.der(TestPki.PRIVATE_ROOT)));
        assertThat(signal.examine(Seen.builder(List.of(), HOST, broken).build()))
                .isEmpty();
    }
}
