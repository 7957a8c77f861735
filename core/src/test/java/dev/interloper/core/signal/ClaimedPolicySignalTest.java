package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.TestPki.Minting;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Forum's policy under an authority that nobody lists. */
class ClaimedPolicySignalTest {

    private static final String DOMAIN = "2.23.140.1.2.1";

    private final Signal signal = new ClaimedPolicySignal();

    private static Minting claiming(Minting minting, String policy) {
        return minting.extension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy))));
    }

    private static Observation claimed(String policy) {
        return Seen.chain(HOST, claiming(TestPki.bareLeaf(HOST), policy).mint(), TestPki.PRIVATE_ROOT);
    }

    private static Observation answered(byte[] hello, byte[]... rest) {
        X509Certificate leaf = claiming(TestPki.bareLeaf(HOST), DOMAIN).mint();
        Exchange exchange = Exchange.opened()
                .client(Tls.handshake(Tls.clientHello(HOST)))
                .server(Tls.handshake(
                        Tls.join(hello, Tls.certificate(List.of(leaf)), Tls.join(rest), Tls.serverHelloDone())));
        return Seen.builder(HOST, leaf).handshake(exchange.handshake()).build();
    }

    @Test
    void examine_domainValidated_isStrong() {
        Evidence evidence = one(signal, claimed(DOMAIN));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isEqualTo(1);
        assertThat(evidence.statement()).contains("public domain validation", "in no store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.23.140.1.2.2", "2.23.140.1.2.3", "2.23.140.1.1"})
    void examine_otherPublicPolicy_isWeak(String policy) {
        Evidence evidence = one(signal, claimed(policy));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(0.4);
        assertThat(evidence.statement()).contains("a public policy");
    }

    @Test
    void examine_policyOfItsOwn_isSilent() {
        assertThat(signal.examine(claimed("1.3.6.1.4.1.99999.1"))).isEmpty();
    }

    @Test
    void examine_noPolicy_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_loggedCertificate_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.privateLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_noTimestampInAnyChannel_speaks() {
        assertThat(one(signal, answered(Tls.serverHello())).grade()).isEqualTo(Grade.STRONG);
    }

    @Test
    void examine_timestampsInServerHello_isSilent() {
        assertThat(signal.examine(answered(Tls.serverHelloWithTimestamps()))).isEmpty();
    }

    @Test
    void examine_stapledResponse_mayHoldTimestamps() {
        assertThat(signal.examine(answered(Tls.serverHello(), Tls.certificateStatus())))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate leaf = TestPki.publicLeaf(HOST).withoutTimestamps().mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_selfSigned_isSilent() {
        assertThat(signal.examine(Seen.chain(
                        HOST, claiming(TestPki.selfSigned(HOST), DOMAIN).mint())))
                .isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate leaf = claiming(TestPki.bareLeaf("nas.local"), DOMAIN).mint();
        assertThat(signal.examine(Seen.chain("nas.local", leaf))).isEmpty();
    }
}
