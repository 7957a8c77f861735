package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Compared;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A renewed certificate, or another edge's. */
class ReferenceRotationSignalTest {

    private static final KeyPair RENEWED = TestPki.key("renewed");
    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();

    private final Signal signal = new ReferenceRotationSignal();

    private static Observation ownAuthority(ReferenceStanding standing, X509Certificate leaf) {
        return Compared.with(
                standing, List.of(leaf), List.of(TestPki.privateLeaf(HOST).mint(), TestPki.PRIVATE_ROOT));
    }

    @Test
    void examine_bothPublic_isWeakAgainst() {
        X509Certificate leaf = TestPki.publicLeaf(HOST).key(RENEWED).serial(99).mint();
        Evidence evidence = one(signal, Compared.withGenuine(leaf, ORIGIN));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(-1);
        assertThat(evidence.statement()).contains("public authorities vouch for both");
    }

    @Test
    void examine_theServersOwnAuthoritySigned_isDecisiveAgainst() {
        X509Certificate leaf = TestPki.privateLeaf(HOST).key(RENEWED).mint();
        Evidence evidence = one(signal, ownAuthority(ReferenceStanding.GENUINE, leaf));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(-5);
        assertThat(evidence.statement()).contains("issued the server's own signed it too");
    }

    @Test
    void examine_sameAuthorityAsAnUndecidedReference_isContext() {
        X509Certificate leaf = TestPki.privateLeaf(HOST).key(RENEWED).mint();
        Evidence evidence = one(signal, ownAuthority(ReferenceStanding.UNDECIDED, leaf));
        assertThat(evidence.grade()).isEqualTo(Grade.CONTEXT);
        assertThat(evidence.weight()).isZero();
        assertThat(evidence.statement()).contains("both views are intercepted");
    }

    @Test
    void examine_anImitationOfTheServersAuthority_isSilent() {
        KeyPair forger = TestPki.key("forger");
        X509Certificate leaf =
                TestPki.leaf(TestPki.PRIVATE_ROOT, forger, HOST).key(RENEWED).mint();
        assertThat(signal.examine(ownAuthority(ReferenceStanding.GENUINE, leaf)))
                .isEmpty();
    }

    @Test
    void examine_anotherAuthority_isSilent() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(RENEWED).mint();
        assertThat(signal.examine(Compared.withGenuine(leaf, ORIGIN))).isEmpty();
    }

    @Test
    void examine_publicBesideAPrivateReference_isSilent() {
        X509Certificate leaf = TestPki.publicLeaf(HOST).key(RENEWED).mint();
        assertThat(signal.examine(ownAuthority(ReferenceStanding.UNDECIDED, leaf)))
                .isEmpty();
    }

    @Test
    void examine_sameKey_leavesItToThatSignal() {
        assertThat(signal.examine(Compared.withGenuine(ORIGIN, ORIGIN))).isEmpty();
        assertThat(signal.examine(
                        Compared.withGenuine(TestPki.publicLeaf(HOST).serial(99).mint(), ORIGIN)))
                .isEmpty();
    }

    @Test
    void examine_forOtherNames_isSilent() {
        X509Certificate portal =
                TestPki.publicLeaf("portal.example").key(RENEWED).mint();
        assertThat(signal.examine(Compared.withGenuine(portal, ORIGIN))).isEmpty();
        X509Certificate own = TestPki.privateLeaf("portal.example").key(RENEWED).mint();
        assertThat(signal.examine(ownAuthority(ReferenceStanding.GENUINE, own))).isEmpty();
    }

    @Test
    void examine_noReference_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.publicLeaf(HOST).mint())))
                .isEmpty();
    }
}
