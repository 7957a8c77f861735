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

/** One private certificate for many owners. */
class UnrelatedNamesSignalTest {

    private final Signal signal = new UnrelatedNamesSignal();

    @Test
    void examine_manyPublicDomains_isStrongAndCountsThem() {
        X509Certificate leaf = TestPki.bareLeaf(HOST, "a.contoso.example", "b.contoso.example", "tailspin.example")
                .mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(2);
        assertThat(evidence.statement())
                .contains("for 3 public domains: contoso.example, fabrikam.example, tailspin.example")
                .doesNotContain("…");
    }

    @Test
    void examine_veryMany_showsFour() {
        X509Certificate leaf = TestPki.bareLeaf(HOST, "a.example", "b.example", "c.example", "d.example")
                .mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).statement())
                .endsWith("5 public domains: a.example, b.example, c.example, d.example, …");
    }

    @Test
    void examine_wildcards_countAsTheirDomains() {
        X509Certificate leaf = TestPki.bareLeaf(HOST, "*.contoso.example", "*.tailspin.example")
                .mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).statement()).contains("3 public domains");
    }

    @Test
    void examine_internalNamesAndAddresses_doNotCount() {
        X509Certificate leaf = TestPki.bareLeaf(HOST, "nas.local", "intranet", "10.0.0.1", "198.51.100.7")
                .mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_hostsOfOneOwner_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf(HOST, "a.fabrikam.example", "b.fabrikam.example", "c.fabrikam.example")
                .mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate leaf =
                TestPki.publicLeaf(HOST, "a.example", "b.example", "c.example").mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }
}
