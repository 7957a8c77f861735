package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** One number twice under one issuer. */
class RepeatedSerialSignalTest {

    private static final String SHOP = "shop.northwind.example";
    private static final X509Certificate LEAF =
            TestPki.bareLeaf(HOST).serial("5a3f00c1d2e4b5967788").mint();

    private final Signal signal = new RepeatedSerialSignal();

    @Test
    void examine_sameNumberInAnotherCertificate_isWeakAndShowsIt() {
        X509Certificate other =
                TestPki.bareLeaf(SHOP).serial("5a3f00c1d2e4b5967788").mint();
        Evidence evidence =
                one(signal, new Neighbours().with(HOST, LEAF).with(SHOP, other).around(HOST, LEAF));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1.5);
        assertThat(evidence.statement())
                .contains("2 certificates of one issuer have one and the same serial number")
                .endsWith("5a3f00c1d2e4b5967788");
    }

    @Test
    void examine_sameCertificateOnTwoHosts_isSilent() {
        X509Certificate many = TestPki.bareLeaf(HOST, SHOP).mint();
        assertThat(signal.examine(
                        new Neighbours().with(HOST, many).with(SHOP, many).around(HOST, many)))
                .isEmpty();
    }

    @Test
    void examine_sameNumberOfAnotherIssuer_isSilent() {
        X509Certificate other =
                TestPki.selfSigned(SHOP).serial("5a3f00c1d2e4b5967788").mint();
        assertThat(signal.examine(
                        new Neighbours().with(HOST, LEAF).with(SHOP, other).around(HOST, LEAF)))
                .isEmpty();
    }

    @Test
    void examine_otherNumbers_isSilent() {
        X509Certificate other =
                TestPki.bareLeaf(SHOP).serial("5a3f00c1d2e4b5967789").mint();
        assertThat(signal.examine(
                        new Neighbours().with(HOST, LEAF).with(SHOP, other).around(HOST, LEAF)))
                .isEmpty();
    }

    @Test
    void examine_repeatedByAnotherLeafOfTheHost_isSilentOnThisOne() {
        X509Certificate ours = TestPki.bareLeaf(HOST).serial("77f1").mint();
        X509Certificate other =
                TestPki.bareLeaf(SHOP).serial("5a3f00c1d2e4b5967788").mint();
        assertThat(signal.examine(new Neighbours()
                        .with(HOST, LEAF)
                        .with(SHOP, other)
                        .with(HOST, ours)
                        .around(HOST, ours)))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate genuine = TestPki.publicLeaf(HOST).mint();
        X509Certificate other = TestPki.publicLeaf(SHOP).mint();
        assertThat(signal.examine(
                        new Neighbours().with(HOST, genuine).with(SHOP, other).around(HOST, genuine)))
                .isEmpty();
    }

    @Test
    void examine_lookedAtByItself_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, LEAF))).isEmpty();
    }
}
