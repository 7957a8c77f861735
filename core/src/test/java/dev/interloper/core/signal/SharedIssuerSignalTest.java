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
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One private authority for sites of several owners. */
class SharedIssuerSignalTest {

    private static final List<String> SITES = List.of(HOST, "shop.northwind.example", "news.tailspin.example");

    private final Signal signal = new SharedIssuerSignal();

    /** Each leaf with a key and a number of its own, so that nothing but the issuer is shared. */
    private static X509Certificate own(Minting minting, String site) {
        return minting.key(TestPki.key(site))
                .serial(Integer.toHexString(site.hashCode()) + "5a3f00c1d2e4b5")
                .mint();
    }

    private static Neighbours capture(Function<String, Minting> minting, List<String> sites) {
        Neighbours all = new Neighbours()
                .with(
                        "www.other.example",
                        TestPki.publicLeaf("www.other.example").mint());
        sites.forEach(site -> all.with(site, own(minting.apply(site), site)));
        return all;
    }

    private static Observation first(Neighbours capture) {
        return capture.around(HOST, own(TestPki.bareLeaf(HOST), HOST), TestPki.PRIVATE_ROOT);
    }

    @Test
    void examine_threeDomains_isStrongAndCountsThemAndAll() {
        Evidence evidence = one(signal, first(capture(TestPki::bareLeaf, SITES)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(3);
        assertThat(evidence.statement()).contains("private authority signs for 3 of 4 unrelated public domains");
    }

    @Test
    void examine_twoDomains_isSilent() {
        assertThat(signal.examine(first(capture(TestPki::bareLeaf, SITES.subList(0, 2)))))
                .isEmpty();
    }

    @Test
    void examine_hostsOfOneOwner_isSilent() {
        List<String> hosts = List.of(HOST, "a.fabrikam.example", "b.fabrikam.example", "c.fabrikam.example");
        assertThat(signal.examine(first(capture(TestPki::bareLeaf, hosts)))).isEmpty();
    }

    @Test
    void examine_publicAuthority_isSilent() {
        Observation seen = capture(TestPki::publicLeaf, SITES).around(HOST, own(TestPki.publicLeaf(HOST), HOST));
        assertThat(signal.examine(seen)).isEmpty();
    }

    @Test
    void examine_authorityOfOtherSitesOnly_isSilent() {
        X509Certificate own = TestPki.authority("CN=Own", TestPki.key("own"), "CN=Own", TestPki.key("own"))
                .mint();
        X509Certificate leaf = TestPki.leaf(own, TestPki.key("own"), HOST).mint();
        Neighbours capture = capture(TestPki::bareLeaf, SITES).with(HOST, leaf);
        assertThat(signal.examine(capture.around(HOST, leaf, own))).isEmpty();
    }

    /** As a server that forgot its intermediate, beside others of the same public authority that did not. */
    @Test
    void examine_loggedLeafWhoseIssuerWasNotSent_isWeakAndCallsItNotPrivate() {
        Neighbours capture = capture(TestPki::privateLeaf, SITES);
        Evidence evidence = one(signal, capture.around(HOST, own(TestPki.privateLeaf(HOST), HOST)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isPositive().isLessThan(1);
        assertThat(evidence.statement()).contains("3 of 4").doesNotContain("private");
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate leaf = own(TestPki.bareLeaf("nas.local"), "nas.local");
        assertThat(signal.examine(capture(TestPki::bareLeaf, SITES).around("nas.local", leaf, TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }

    @Test
    void examine_selfSigned_isSilent() {
        X509Certificate leaf = TestPki.selfSigned(HOST).mint();
        assertThat(signal.examine(capture(TestPki::selfSigned, SITES).around(HOST, leaf)))
                .isEmpty();
    }

    @Test
    void examine_lookedAtByItself_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, own(TestPki.bareLeaf(HOST), HOST), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
