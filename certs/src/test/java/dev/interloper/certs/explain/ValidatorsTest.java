package dev.interloper.certs.explain;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestPki;
import dev.interloper.certs.trust.AnchorSet;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exceptions of the JDK's and of Bouncy Castle's path validators, which carry the path. */
class ValidatorsTest {
    private final X509Certificate root = TestPki.root("Root", key("root")).mint();
    private final X509Certificate leaf =
            TestPki.leaf("www.example.com", key("leaf"), "Root", key("root")).mint();
    private final Explainer explainer = Explainer.builder()
            .publicRoots(AnchorSet.of("public", List.of(root)))
            .build();

    static Stream<Provider> validators() {
        return Stream.of(Security.getProvider("SUN"), new BouncyCastleProvider());
    }

    private static Throwable refusal(
            Provider provider, X509Certificate anchor, Optional<X509CRL> crl, X509Certificate... path)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
        parameters.setDate(Date.from(NOW));
        parameters.setRevocationEnabled(crl.isPresent());
        parameters.addCertStore(CertStore.getInstance(
                "Collection", new CollectionCertStoreParameters(crl.stream().toList())));
        try {
            CertPathValidator.getInstance("PKIX", provider)
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(path)), parameters);
        } catch (CertPathValidatorException e) {
            return e;
        }
        throw new IllegalStateException("the path was accepted");
    }

    private static X509CRL crl(String issuer, KeyPair key, X509Certificate... revoked)
            throws GeneralSecurityException, OperatorCreationException {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(new X500Name(issuer), Date.from(NOW.minusSeconds(60)));
        builder.setNextUpdate(Date.from(NOW.plus(Duration.ofDays(7))));
        for (X509Certificate certificate : revoked) {
            builder.addCRLEntry(
                    certificate.getSerialNumber(), Date.from(NOW.minus(Duration.ofDays(1))), CRLReason.keyCompromise);
        }
        return new JcaX509CRLConverter()
                .getCRL(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    }

    private void is(Cause cause, Throwable failure) {
        Explanation why = explainer.explain(failure, NOW);
        assertThat(why.cause()).as(failure + "\n" + why).isEqualTo(cause);
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_expired_isExpired(Provider provider) throws Exception {
        X509Certificate old = TestPki.leaf("www.example.com", key("leaf"), "Root", key("root"))
                .from("2026-01-01", 30)
                .mint();
        Throwable failure = refusal(provider, root, Optional.empty(), old);

        is(Cause.EXPIRED, failure);
        assertThat(explainer.explain(failure, NOW).report()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_notYetValid_isNotYetValid(Provider provider) throws Exception {
        X509Certificate early = TestPki.leaf("www.example.com", key("leaf"), "Root", key("root"))
                .from("2026-07-01", 30)
                .mint();

        is(Cause.NOT_YET_VALID, refusal(provider, root, Optional.empty(), early));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_otherAnchor_isOldTrustStore(Provider provider) throws Exception {
        X509Certificate other = TestPki.root("Other", key("other")).mint();

        Throwable failure = refusal(provider, other, Optional.empty(), leaf);
        Explanation why = explainer.explain(failure, new X509Certificate[] {leaf}, "www.example.com", NOW);

        assertThat(why.cause()).isEqualTo(Cause.OLD_TRUST_STORE);
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_revoked_isRevoked(Provider provider) throws Exception {
        is(Cause.REVOKED, refusal(provider, root, Optional.of(crl("CN=Root", key("root"), leaf)), leaf));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_noWordAboutRevocation_isUnknownStatus(Provider provider) throws Exception {
        X509CRL ofAnother = crl("CN=Another", key("other"));

        is(Cause.REVOCATION_UNKNOWN, refusal(provider, root, Optional.of(ofAnother), leaf));
    }

    @ParameterizedTest
    @MethodSource("validators")
    void explain_issuerIsNoAuthority_isBad(Provider provider) throws Exception {
        X509Certificate below = TestPki.leaf("a.example.com", key("below"), "www.example.com", key("leaf"))
                .mint();

        is(Cause.BAD_CERTIFICATE, refusal(provider, root, Optional.empty(), below, leaf));
    }
}
