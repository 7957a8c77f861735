package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One key in certificates of several owners. */
class SharedKeySignalTest {

    private static final X509Certificate LEAF = TestPki.bareLeaf(HOST).mint();

    private final Signal signal = new SharedKeySignal();

    /** All leaves have the same key unless another is set. */
    private static Neighbours capture(String... sites) {
        Neighbours all = new Neighbours().with(HOST, LEAF);
        for (String site : sites) {
            all.with(site, TestPki.bareLeaf(site).mint());
        }
        return all;
    }

    @Test
    void examine_twoDomains_isStrongAndCountsThem() {
        Evidence evidence = one(signal, capture("shop.northwind.example").around(HOST, LEAF));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(3);
        assertThat(evidence.statement()).contains("2 certificates for 2 unrelated domains have one and the same key");
    }

    @Test
    void examine_threeDomains_isDecisive() {
        Evidence evidence = one(
                signal,
                capture("shop.northwind.example", "news.tailspin.example").around(HOST, LEAF));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(5);
        assertThat(evidence.statement()).contains("3 certificates for 3 unrelated domains");
    }

    @Test
    void examine_threeDomainsWithoutRoots_isStrongOnly() {
        Evidence evidence = one(
                signal,
                capture("shop.northwind.example", "news.tailspin.example")
                        .beside(HOST, LEAF)
                        .withhold(Set.of(EvidenceKind.ROOTS))
                        .build());
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_hostsOfOneOwner_isSilent() {
        assertThat(signal.examine(
                        capture("a.fabrikam.example", "b.fabrikam.example").around(HOST, LEAF)))
                .isEmpty();
    }

    @Test
    void examine_oneCertificateForAll_isSilent() {
        X509Certificate many = TestPki.bareLeaf(HOST, "shop.northwind.example").mint();
        assertThat(signal.examine(new Neighbours()
                        .with(HOST, many)
                        .with("shop.northwind.example", many)
                        .around(HOST, many)))
                .isEmpty();
    }

    @Test
    void examine_keysOfTheirOwn_isSilent() {
        X509Certificate other = TestPki.bareLeaf("shop.northwind.example")
                .key(TestPki.key("northwind"))
                .mint();
        assertThat(signal.examine(
                        capture().with("shop.northwind.example", other).around(HOST, LEAF)))
                .isEmpty();
    }

    @Test
    void examine_sharedByAnotherLeafOfTheHost_isSilentOnThisOne() {
        X509Certificate ours = TestPki.bareLeaf(HOST).key(TestPki.key("ours")).mint();
        assertThat(signal.examine(
                        capture("shop.northwind.example").with(HOST, ours).around(HOST, ours)))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate genuine = TestPki.publicLeaf(HOST).mint();
        assertThat(signal.examine(
                        capture("shop.northwind.example").with(HOST, genuine).around(HOST, genuine)))
                .isEmpty();
    }

    @Test
    void examine_lookedAtByItself_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, LEAF))).isEmpty();
    }
}
