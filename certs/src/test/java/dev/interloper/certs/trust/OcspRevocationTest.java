package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.testpki.TestCrl;
import dev.interloper.certs.testpki.TestOcsp;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.junit.jupiter.api.Test;

class OcspRevocationTest {
    private static final ASN1ObjectIdentifier TLS_FEATURE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.24");
    private static final X509Certificate ROOT = root("Root", key("root")).mint();
    private static final X509Certificate ISSUING =
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint();
    private static final X509Certificate LEAF = good().mint();
    private static final BigInteger SERIAL = LEAF.getSerialNumber();

    private static Minting good() {
        return leaf("a.example", key("leaf"), "Issuing", key("issuing"));
    }

    private static TestOcsp aboutLeaf() {
        return TestOcsp.about(ISSUING, SERIAL);
    }

    private static Minting responder(KeyPurposeId purpose) {
        return new Minting("CN=Responder", key("responder"), "CN=Issuing", key("issuing"))
                .from("2026-05-01", 90)
                .serial(BigInteger.TWO)
                .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
    }

    private static List<Finding> findings(X509Certificate end, RevocationData data) {
        return TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
                .checks(List.of(PathChecks.revocation()))
                .build()
                .evaluate(TrustRequest.of(chain(end, ISSUING), NOW).withRevocation(data))
                .findings();
    }

    /** What is found with this response and a good list for the intermediate, all required. */
    private static List<Finding> findings(byte[] response) {
        return findings(LEAF, data().ocspResponse(0, response).build());
    }

    private static RevocationData.Builder data() {
        return RevocationData.builder()
                .required()
                .crl(TestCrl.by("Root", key("root")).sign());
    }

    private static void assertUnknown(List<Finding> findings, FindingCode why) {
        assertThat(findings).extracting(Finding::code).containsExactlyInAnyOrder(why, FindingCode.REVOCATION_UNKNOWN);
    }

    @Test
    void evaluate_goodByTheIssuer_findsNothing() {
        assertThat(findings(aboutLeaf().sign(key("issuing")))).isEmpty();
        assertThat(findings(aboutLeaf().hash(NISTObjectIdentifiers.id_sha256).sign(key("issuing"))))
                .isEmpty();
        assertThat(findings(
                        LEAF,
                        data().ocspResponse(aboutLeaf().sign(key("issuing"))).build()))
                .isEmpty();
    }

    @Test
    void evaluate_revoked_isRevokedWithDateAndReason() {
        assertThat(findings(aboutLeaf().revoked(4).sign(key("issuing"))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo(FindingCode.REVOKED);
                    assertThat(f.severity()).isEqualTo(Severity.ERROR);
                    assertThat(f.sentence()).contains("2026-05-30T12:00:00Z", "superseded");
                });
    }

    @Test
    void evaluate_listRevokesWhatTheResponseClears_isRevoked() {
        RevocationData data = data().ocspResponse(aboutLeaf().sign(key("issuing")))
                .crl(TestCrl.by("Issuing", key("issuing")).revoke(SERIAL, 1).sign())
                .build();

        assertThat(findings(LEAF, data)).extracting(Finding::code).containsExactly(FindingCode.REVOKED);
    }

    @Test
    void evaluate_responderDoesNotKnow_staysUnknown() {
        assertUnknown(findings(aboutLeaf().unknown().sign(key("issuing"))), FindingCode.OCSP_UNKNOWN);
    }

    @Test
    void evaluate_otherCertificate_staysUnknown() {
        byte[] otherSerial = TestOcsp.about(ISSUING, BigInteger.TWO).sign(key("issuing"));
        byte[] otherIssuer = TestOcsp.about(ROOT, SERIAL).sign(key("issuing"));
        byte[] forLeaf = aboutLeaf().sign(key("issuing"));

        assertUnknown(findings(otherSerial), FindingCode.OCSP_OTHER_CERTIFICATE);
        assertUnknown(findings(otherIssuer), FindingCode.OCSP_OTHER_CERTIFICATE);
        assertUnknown(findings(LEAF, data().ocspResponse(1, forLeaf).build()), FindingCode.OCSP_OTHER_CERTIFICATE);
    }

    @Test
    void evaluate_signedByADelegate_isGood() {
        X509Certificate delegate = responder(KeyPurposeId.id_kp_OCSPSigning).mint();

        assertThat(findings(aboutLeaf().with(delegate).sign(key("responder")))).isEmpty();
    }

    @Test
    void evaluate_delegateThatMayNot_isNotBelieved() {
        X509Certificate server = responder(KeyPurposeId.id_kp_serverAuth).mint();
        X509Certificate expired =
                responder(KeyPurposeId.id_kp_OCSPSigning).from("2026-01-01", 30).mint();
        X509Certificate stranger = new Minting("CN=Responder", key("responder"), "CN=Issuing", key("mallory"))
                .from("2026-05-01", 90)
                .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .mint();

        for (X509Certificate signer : List.of(server, expired, stranger)) {
            assertUnknown(
                    findings(aboutLeaf().with(signer).sign(key("responder"))), FindingCode.OCSP_SIGNER_NOT_ALLOWED);
        }
    }

    @Test
    void evaluate_delegateRevokedByAList_isNotBelieved() {
        X509Certificate delegate = responder(KeyPurposeId.id_kp_OCSPSigning).mint();
        RevocationData data = RevocationData.builder()
                .required()
                .crl(TestCrl.by("Root", key("root")).sign())
                .crl(TestCrl.by("Issuing", key("issuing"))
                        .revoke(BigInteger.TWO, 1)
                        .sign())
                .ocspResponse(aboutLeaf().with(delegate).sign(key("responder")))
                .build();

        assertThat(findings(LEAF, data)).extracting(Finding::code).containsExactly(FindingCode.OCSP_SIGNER_NOT_ALLOWED);
    }

    @Test
    void evaluate_signedByNobodyKnown_isNotBelieved() {
        assertUnknown(findings(aboutLeaf().sign(key("mallory"))), FindingCode.OCSP_SIGNATURE_INVALID);
    }

    @Test
    void evaluate_outOfDate_isNotBelieved() {
        byte[] old = aboutLeaf()
                .current(NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1))
                .sign(key("issuing"));
        byte[] early = aboutLeaf()
                .current(NOW.plusSeconds(1), NOW.plus(Duration.ofDays(9)))
                .sign(key("issuing"));
        byte[] endless = aboutLeaf().from(NOW.minus(Duration.ofDays(11))).sign(key("issuing"));
        byte[] fresh = aboutLeaf().from(NOW.minus(Duration.ofDays(9))).sign(key("issuing"));

        for (byte[] response : List.of(old, early, endless)) {
            assertUnknown(findings(response), FindingCode.OCSP_NOT_CURRENT);
        }
        assertThat(findings(fresh)).isEmpty();
    }

    @Test
    void evaluate_noAnswer_isMalformed() {
        assertUnknown(findings(new byte[0]), FindingCode.OCSP_MALFORMED);
        assertThat(findings(TestOcsp.error(OCSPRespBuilder.TRY_LATER)))
                .filteredOn(f -> f.code().equals(FindingCode.OCSP_MALFORMED))
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("tryLater"));
    }

    @Test
    void evaluate_mustStaple_missesTheStaple() {
        X509Certificate mustStaple = good().extension(TLS_FEATURE, false, new DERSequence(new ASN1Integer(5)))
                .mint();
        X509Certificate otherFeature = good().extension(TLS_FEATURE, false, new DERSequence(new ASN1Integer(17)))
                .mint();
        RevocationData without = RevocationData.builder().build();
        RevocationData with = RevocationData.builder()
                .ocspResponse(0, aboutLeaf().sign(key("issuing")))
                .build();

        assertThat(findings(mustStaple, without))
                .filteredOn(f -> f.code().equals(FindingCode.OCSP_STAPLE_MISSING))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING));
        assertThat(findings(mustStaple, with))
                .extracting(Finding::code)
                .doesNotContain(FindingCode.OCSP_STAPLE_MISSING);
        assertThat(findings(otherFeature, without))
                .extracting(Finding::code)
                .doesNotContain(FindingCode.OCSP_STAPLE_MISSING);
    }

    @Test
    void ocspResponse_negativeIndex_isRefused() {
        RevocationData.Builder builder = RevocationData.builder();

        assertThatThrownBy(() -> builder.ocspResponse(-1, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("certificateIndex");
    }
}
