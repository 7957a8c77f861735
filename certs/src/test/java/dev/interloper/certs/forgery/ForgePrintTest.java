package dev.interloper.certs.forgery;

import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Test;

class ForgePrintTest {
    private final X509Certificate ca = root("Proxy", key("proxy")).mint();

    private static ForgePrint print(X509Certificate... certificates) {
        return ForgePrint.of(chain(certificates)).orElseThrow();
    }

    private static byte[] keyId(PublicKey key) throws Exception {
        byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                .getPublicKeyData()
                .getBytes();
        return MessageDigest.getInstance("SHA-1").digest(bits);
    }

    @Test
    void leafKeyEqualsIssuerKey_oneKeyForBoth_isSeenWithAndWithoutTheIssuer() {
        X509Certificate forged =
                leaf("a.example", key("proxy"), "Proxy", key("proxy")).mint();

        assertThat(print(forged, ca).leafKeyEqualsIssuerKey()).isTrue();
        assertThat(print(forged).leafKeyEqualsIssuerKey()).isTrue();
        assertThat(print(forged).selfSigned()).isFalse();
    }

    @Test
    void leafKeyEqualsIssuerKey_ownKey_isFalse() {
        X509Certificate honest =
                leaf("a.example", key("leaf"), "Proxy", key("proxy")).mint();

        assertThat(print(honest, ca).leafKeyEqualsIssuerKey()).isFalse();
        assertThat(print(ca).leafKeyEqualsIssuerKey()).isFalse();
        assertThat(print(ca).selfSigned()).isTrue();
    }

    @Test
    void authorityKeyIdIsOwnKey_comparesWithTheHashOfTheKeyBits() throws Exception {
        Minting minting = leaf("a.example", key("leaf"), "Proxy", key("proxy"));
        AuthorityKeyIdentifier own =
                new AuthorityKeyIdentifier(keyId(key("leaf").getPublic()));
        AuthorityKeyIdentifier issuers =
                new AuthorityKeyIdentifier(keyId(key("proxy").getPublic()));

        assertThat(print(minting.extension(Extension.authorityKeyIdentifier, false, own)
                                .mint())
                        .authorityKeyIdIsOwnKey())
                .isTrue();
        assertThat(print(minting.extension(Extension.authorityKeyIdentifier, false, issuers)
                                .mint())
                        .authorityKeyIdIsOwnKey())
                .isFalse();
    }

    @Test
    void of_bareLeaf_hasNoneOfThePublicMarks() {
        ForgePrint print = print(leaf("a.example", key("leaf"), "Proxy", key("proxy"))
                .without(Extension.subjectKeyIdentifier)
                .without(Extension.authorityKeyIdentifier)
                .mint());

        assertThat(print.hasEmbeddedScts()).isFalse();
        assertThat(print.hasAuthorityInfoAccess()).isFalse();
        assertThat(print.hasCrlDistributionPoints()).isFalse();
        assertThat(print.hasCertificatePolicies()).isFalse();
        assertThat(print.hasSubjectKeyId()).isFalse();
        assertThat(print.hasAuthorityKeyId()).isFalse();
        assertThat(print.extensionOids()).containsExactly("2.5.29.15", "2.5.29.37", "2.5.29.17");
        assertThat(print.chainShape().leafOnly()).isTrue();
    }

    @Test
    void of_fullLeaf_readsEveryMark() throws Exception {
        GeneralName crl = new GeneralName(GeneralName.uniformResourceIdentifier, "http://crl.example/a.crl");
        GeneralName ocsp = new GeneralName(GeneralName.uniformResourceIdentifier, "http://ocsp.example/");
        X509Certificate full = leaf("a.example", key("leaf"), "Proxy", key("proxy"))
                .extension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, ocsp))
                .extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(crl)), null, null)
                }))
                .extension(
                        Extension.certificatePolicies,
                        false,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("2.23.140.1.2.1"))))
                .extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(new byte[] {1, 2}))
                .extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(
                                new byte[] {3, 4},
                                new GeneralNames(new GeneralName(new X500Name("CN=Proxy"))),
                                BigInteger.TEN))
                .extension(
                        new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2"), false, new DEROctetString(new byte[] {0, 0
                        }))
                .mint();

        ForgePrint print = print(full, ca, ca);

        assertThat(print.authorityInfoAccessUrls()).containsExactly("http://ocsp.example/");
        assertThat(print.crlDistributionPointUrls()).containsExactly("http://crl.example/a.crl");
        assertThat(print.hasCertificatePolicies()).isTrue();
        assertThat(print.hasSubjectKeyId()).isTrue();
        assertThat(print.hasEmbeddedScts()).isTrue();
        assertThat(print.authorityKeyIdHasIssuerAndSerial()).isTrue();
        assertThat(print.extensionOids()).hasSize(9).doesNotHaveDuplicates();
        assertThat(print.chainShape()).isEqualTo(new ChainShape(3, 0, 1, true));
        assertThat(print.keyAlgorithm()).isEqualTo("EC");
        assertThat(print.keyBits()).isEqualTo(256);
        assertThat(print.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
        assertThat(print.validity()).isEqualTo(Duration.ofDays(90).minusSeconds(1));
        assertThat(print.subject().attribute("CN")).containsExactly("a.example");
        assertThat(print.issuer().commonName()).contains("Proxy");
        assertThat(print.subjectAltNames().dnsNames()).containsExactly("a.example");
    }

    @Test
    void of_malformedExtensions_givesWhatCanBeRead() {
        X509Certificate odd = leaf("a.example", key("leaf"), "Proxy", key("proxy"))
                .extension(Extension.cRLDistributionPoints, false, DERNull.INSTANCE)
                .extension(Extension.authorityKeyIdentifier, false, DERNull.INSTANCE)
                .extension(Extension.authorityInfoAccess, false, DERNull.INSTANCE)
                .mint();

        ForgePrint print = print(odd);

        assertThat(print.hasCrlDistributionPoints()).isTrue();
        assertThat(print.crlDistributionPointUrls()).isEmpty();
        assertThat(print.authorityInfoAccessUrls()).isEmpty();
        assertThat(print.authorityKeyIdIsOwnKey()).isFalse();
    }

    @Test
    void of_chainWithoutLeaf_isEmpty() {
        assertThat(ForgePrint.of(CertificateChain.empty())).isEmpty();
        assertThat(ForgePrint.of(CertificateChain.parse(List.of(new byte[] {1}))))
                .isEmpty();
    }
}
