package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.junit.jupiter.api.Test;

/** Evidence against interception, and what only looks like it. */
class PublicAnchorSignalTest {

    private final Signal signal = new PublicAnchorSignal();

    @Test
    void examine_publicChainForTheHost_isDecisiveAgainst() {
        Evidence evidence =
                one(signal, Seen.chain(HOST, TestPki.publicLeaf(HOST).mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isNegative();
        assertThat(evidence.statement()).contains("CN=Kestrel Public Root");
    }

    @Test
    void examine_publicChainForAnotherHost_isWeak() {
        Evidence evidence = one(
                signal, Seen.chain(HOST, TestPki.publicLeaf("portal.example").mint()));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.statement()).contains("CN=Kestrel Public Root", "other names");
    }

    @Test
    void examine_expiredPublicChain_isAgainstButNotDecisive() {
        X509Certificate expired = TestPki.publicLeaf(HOST)
                .valid(TestPki.NOW.minus(Duration.ofDays(100)), Duration.ofDays(90))
                .mint();
        Evidence evidence = one(signal, Seen.chain(HOST, expired));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(-4);
        assertThat(evidence.statement()).contains("though the chain is not trusted");
    }

    /** The keys of former roots are not to be had, so that the report is made up. */
    @Test
    void examine_rootThatProgrammesLetGo_isNotDecisive() {
        TrustReport former = mock(TrustReport.class);
        when(former.anchorClass()).thenReturn(AnchorClass.PUBLIC_LEGACY);
        when(former.bestPath()).thenReturn(Optional.empty());
        when(former.anchor()).thenReturn(Optional.empty());
        when(former.hostname()).thenReturn(Optional.empty());
        CertificateChain chain =
                CertificateChain.of(List.of(TestPki.publicLeaf(HOST).mint()));
        Evidence evidence =
                one(signal, Observation.at(TestPki.NOW).chain(chain, former).build());
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(-3);
        assertThat(evidence.statement()).contains("programmes have let go");
    }

    @Test
    void examine_signedByAPublicLeafThatIsNoAuthority_isNotAgainst() {
        KeyPair attackers = TestPki.key("attacker");
        X509Certificate ownLeaf =
                TestPki.publicLeaf("attacker.example").key(attackers).mint();
        X509Certificate forged = TestPki.leaf(ownLeaf, attackers, HOST).marked().mint();
        assertThat(signal.examine(Seen.chain(HOST, forged, ownLeaf))).isEmpty();
        Evidence instead = one(new LocalAnchorSignal(), Seen.chain(HOST, forged, ownLeaf));
        assertThat(instead.grade()).isEqualTo(Grade.STRONG);
        assertThat(instead.weight()).isEqualTo(3);
        assertThat(instead.statement()).contains("CN=Kestrel Public Root", "is no CA");
    }

    @Test
    void examine_authorityBelowAPathLengthOfZero_isNotAgainst() {
        KeyPair limited = TestPki.key("limited");
        KeyPair attackers = TestPki.key("attacker");
        X509Certificate constrained = TestPki.authority(
                        "CN=Limited", limited, "CN=Kestrel Public Root", TestPki.key("public"))
                .extension(Extension.basicConstraints, true, new BasicConstraints(0))
                .mint();
        X509Certificate below =
                TestPki.authority("CN=Below", attackers, "CN=Limited", limited).mint();
        X509Certificate forged = TestPki.leaf(below, attackers, HOST).marked().mint();
        assertThat(signal.examine(Seen.chain(HOST, forged, below, constrained))).isEmpty();
    }

    @Test
    void examine_authorityForOtherNamesOnly_isNotAgainst() {
        KeyPair attackers = TestPki.key("attacker");
        GeneralSubtree own = new GeneralSubtree(new GeneralName(GeneralName.dNSName, "attacker.example"));
        X509Certificate constrained = TestPki.authority(
                        "CN=Constrained", attackers, "CN=Kestrel Public Root", TestPki.key("public"))
                .extension(Extension.nameConstraints, true, new NameConstraints(new GeneralSubtree[] {own}, null))
                .mint();
        X509Certificate forged =
                TestPki.leaf(constrained, attackers, HOST).marked().mint();
        assertThat(signal.examine(Seen.chain(HOST, forged, constrained))).isEmpty();
    }

    @Test
    void examine_shortLeafKey_isStillAgainst() {
        X509Certificate leaf = TestPki.publicLeaf(HOST).key(TestPki.rsa(1024)).mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).weight()).isNegative();
    }

    @Test
    void examine_privateChain_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.privateLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
