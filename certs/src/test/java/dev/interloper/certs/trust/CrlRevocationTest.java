package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestCrl;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.junit.jupiter.api.Test;

class CrlRevocationTest {
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.2.3.4");
    private static final X509Certificate ROOT = root("Root", key("root")).mint();
    private static final BigInteger SERIAL = good().mint().getSerialNumber();

    private static Minting good() {
        return leaf("a.example", key("leaf"), "Issuing", key("issuing"));
    }

    private static Minting issuing() {
        return intermediate("Issuing", key("issuing"), "Root", key("root")).serial(BigInteger.TEN);
    }

    private static TestCrl ofIssuing() {
        return TestCrl.by("Issuing", key("issuing"));
    }

    private static TestCrl ofRoot() {
        return TestCrl.by("Root", key("root"));
    }

    private static TrustReport judge(RevocationData data, X509Certificate... certificates) {
        return TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
                .checks(List.of(PathChecks.revocation()))
                .build()
                .evaluate(TrustRequest.of(chain(certificates), NOW).withRevocation(data));
    }

    /** The report on the usual chain, with these lists and a good one for the intermediate, all required. */
    private static TrustReport judge(TestCrl... crls) {
        return judge(good(), crls);
    }

    private static TrustReport judge(Minting end, TestCrl... crls) {
        return judge(
                data(crls).crl(ofRoot().sign()).build(), end.mint(), issuing().mint());
    }

    private static RevocationData.Builder data(TestCrl... crls) {
        RevocationData.Builder data = RevocationData.builder().required();
        for (TestCrl crl : crls) {
            data.crl(crl.sign());
        }
        return data;
    }

    private static void assertUnknown(TrustReport report, FindingCode why) {
        assertThat(report.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(why, FindingCode.REVOCATION_UNKNOWN);
        assertThat(report.trusted()).isFalse();
    }

    @Test
    void evaluate_noRevocationData_looksAtNothing() {
        TrustReport report = TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
                .checks(List.of(PathChecks.revocation()))
                .build()
                .evaluate(TrustRequest.of(chain(good().mint(), issuing().mint()), NOW));

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void evaluate_allListsGood_findsNothing() {
        TrustReport report = judge(ofIssuing().revoke(BigInteger.TWO, 1));

        assertThat(report.findings()).isEmpty();
        assertThat(report.trusted()).isTrue();
    }

    @Test
    void evaluate_leafListed_isRevokedWithDateAndReason() {
        TrustReport report = judge(ofIssuing().revoke(SERIAL, 1));

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.REVOKED);
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.certificateIndex()).hasValue(0);
            assertThat(f.sentence()).contains("2026-05-30T12:00:00Z", "keyCompromise", "CN=Issuing");
        });
        assertThat(report.trusted()).isFalse();
    }

    @Test
    void evaluate_intermediateListed_isRevoked() {
        RevocationData data = RevocationData.builder()
                .crl(ofRoot().revoke(BigInteger.TEN, 2).sign())
                .build();

        TrustReport report = judge(data, good().mint(), issuing().mint());

        assertThat(report.findings()).anySatisfy(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.REVOKED);
            assertThat(f.certificateIndex()).hasValue(1);
        });
    }

    @Test
    void evaluate_onHold_isRevoked() {
        assertThat(judge(ofIssuing().revoke(SERIAL, 6)).findings())
                .singleElement()
                .satisfies(f -> assertThat(f.sentence()).contains("certificateHold"));
    }

    @Test
    void evaluate_nothingKnown_isInfoUnlessRequired() {
        RevocationData soft = RevocationData.builder().build();
        RevocationData hard = RevocationData.builder().required().build();

        TrustReport lenient = judge(soft, good().mint(), issuing().mint());
        TrustReport strict = judge(hard, good().mint(), issuing().mint());

        assertThat(lenient.findings())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.code()).isEqualTo(FindingCode.REVOCATION_UNKNOWN))
                .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.INFO));
        assertThat(lenient.trusted()).isTrue();
        assertThat(strict.findings())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void evaluate_serialOnListOfAnotherIssuer_doesNotMatter() {
        TestCrl other = TestCrl.by("Other", key("other")).revoke(SERIAL, 1);

        assertThat(judge(ofIssuing(), other).findings()).isEmpty();
    }

    @Test
    void evaluate_numberMissing_isError() {
        TrustReport report = judge(ofIssuing().without(Extension.cRLNumber));

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.CRL_NUMBER_MISSING);
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
        });
    }

    @Test
    void evaluate_numberCritical_isError() {
        TrustReport report = judge(ofIssuing().extension(Extension.cRLNumber, true, new ASN1Integer(5)));

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.CRL_NUMBER_CRITICAL);
        assertThat(report.trusted()).isFalse();
    }

    @Test
    void evaluate_issuerWithoutCrlSign_mayNotSign() {
        Minting noCrlSign = issuing().extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        RevocationData data = data(ofIssuing(), ofRoot()).build();

        assertUnknown(judge(data, good().mint(), noCrlSign.mint()), FindingCode.CRL_SIGN_NOT_ALLOWED);
    }

    @Test
    void evaluate_issuerWithoutKeyUsage_maySign() {
        RevocationData data = data(ofIssuing(), ofRoot()).build();

        assertThat(judge(
                                data,
                                good().mint(),
                                issuing().without(Extension.keyUsage).mint())
                        .findings())
                .isEmpty();
    }

    @Test
    void evaluate_listOutOfDate_isNotUsed() {
        TestCrl old = ofIssuing().current(NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1));
        TestCrl early = ofIssuing().current(NOW.plusSeconds(1), NOW.plus(Duration.ofDays(9)));

        assertUnknown(judge(old), FindingCode.CRL_NOT_CURRENT);
        assertUnknown(judge(early), FindingCode.CRL_NOT_CURRENT);
        assertThat(judge(old, ofIssuing()).findings()).isEmpty();
    }

    @Test
    void evaluate_signedByAnotherKey_isNotUsed() {
        assertUnknown(judge(TestCrl.by("Issuing", key("mallory"))), FindingCode.CRL_SIGNATURE_INVALID);
    }

    @Test
    void evaluate_unknownCriticalExtension_isNotUsed() {
        TestCrl inList = ofIssuing().extension(UNKNOWN, true, DERNull.INSTANCE);
        TestCrl inEntry = ofIssuing().entry(BigInteger.TWO, TestCrl.made(UNKNOWN, true, DERNull.INSTANCE));
        TestCrl notCritical = ofIssuing().extension(UNKNOWN, false, DERNull.INSTANCE);

        assertUnknown(judge(inList), FindingCode.CRL_UNKNOWN_CRITICAL_EXTENSION);
        assertUnknown(judge(inEntry), FindingCode.CRL_UNKNOWN_CRITICAL_EXTENSION);
        assertThat(judge(notCritical).findings()).isEmpty();
    }

    private static TestCrl scoped(boolean user, boolean ca, boolean indirect, boolean attribute, int reasons) {
        ReasonFlags flags = reasons == 0 ? null : new ReasonFlags(reasons);
        return ofIssuing()
                .extension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, user, ca, flags, indirect, attribute));
    }

    @Test
    void evaluate_listOfOtherKindOfCertificates_doesNotCover() {
        assertUnknown(judge(scoped(false, true, false, false, 0)), FindingCode.CRL_SCOPE);
        assertUnknown(judge(scoped(false, false, false, true, 0)), FindingCode.CRL_SCOPE);
        assertThat(judge(scoped(true, false, false, false, 0)).findings()).isEmpty();
    }

    @Test
    void evaluate_someReasons_coverOnlyTogether() {
        int compromise = ReasonFlags.keyCompromise | ReasonFlags.cACompromise;
        int others = ReasonFlags.affiliationChanged
                | ReasonFlags.superseded
                | ReasonFlags.cessationOfOperation
                | ReasonFlags.certificateHold
                | ReasonFlags.privilegeWithdrawn
                | ReasonFlags.aACompromise;

        TrustReport some = judge(scoped(false, false, false, false, compromise));
        TrustReport all =
                judge(scoped(false, false, false, false, compromise), scoped(false, false, false, false, others));

        assertThat(some.findings()).extracting(Finding::code).containsExactly(FindingCode.REVOCATION_UNKNOWN);
        assertThat(all.findings()).isEmpty();
    }

    private static DistributionPointName url(String url) {
        return new DistributionPointName(new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, url)));
    }

    @Test
    void evaluate_distributionPoints_haveToShareAName() {
        CRLDistPoint points =
                new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(url("http://a/1"), null, null)});
        Minting end = good().extension(Extension.cRLDistributionPoints, false, points);

        TrustReport same = judge(end, atPoint("http://a/1"));
        TrustReport other = judge(end, atPoint("http://a/2"));

        assertThat(same.findings()).isEmpty();
        assertUnknown(other, FindingCode.CRL_SCOPE);
    }

    private static TestCrl atPoint(String url) {
        return ofIssuing()
                .extension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(url(url), false, false, null, false, false));
    }

    private static Minting answeredByRoot() {
        GeneralNames crlIssuer = new GeneralNames(new GeneralName(new X500Name("CN=Root")));
        CRLDistPoint points = new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(null, null, crlIssuer)});
        return good().extension(Extension.cRLDistributionPoints, false, points);
    }

    private static TestCrl indirect() {
        return ofRoot().extension(
                        Extension.issuingDistributionPoint,
                        true,
                        new IssuingDistributionPoint(null, false, false, null, true, false));
    }

    @Test
    void evaluate_indirectList_goesByTheIssuerOfTheEntry() {
        TrustReport free = judge(answeredByRoot(), indirect().revokeOf("Other", SERIAL));
        TrustReport revoked = judge(
                answeredByRoot(), indirect().revokeOf("Issuing", BigInteger.TWO).entry(SERIAL));
        TrustReport direct = judge(answeredByRoot(), ofRoot());

        assertThat(free.findings()).isEmpty();
        assertThat(revoked.findings()).extracting(Finding::code).containsExactly(FindingCode.REVOKED);
        assertThat(direct.findings())
                .extracting(Finding::code)
                .contains(FindingCode.CRL_SCOPE, FindingCode.REVOCATION_UNKNOWN);
    }

    @Test
    void evaluate_deltaList_addsAndRemoves() {
        TestCrl adds = ofIssuing().number(6).deltaTo(5).revoke(SERIAL, 1);
        TestCrl removes = ofIssuing().number(6).deltaTo(5).revoke(SERIAL, 8);

        assertThat(judge(ofIssuing(), adds).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.REVOKED);
        assertThat(judge(ofIssuing().revoke(SERIAL, 6), removes).findings()).isEmpty();
    }

    @Test
    void evaluate_deltaList_bringsAnOldBaseUpToDate() {
        TestCrl old = ofIssuing().current(NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(1));

        assertThat(judge(old, ofIssuing().number(6).deltaTo(5)).findings()).isEmpty();
        assertThat(judge(old, ofIssuing().number(7).deltaTo(6)).findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(
                        FindingCode.CRL_NOT_CURRENT, FindingCode.CRL_SCOPE, FindingCode.REVOCATION_UNKNOWN);
    }

    @Test
    void evaluate_deltaListAlone_isOfNoUse() {
        assertUnknown(judge(ofIssuing().number(6).deltaTo(5)), FindingCode.CRL_SCOPE);
    }

    @Test
    void evaluate_signerBesideThePath_needsAPathToTheSameAnchor() {
        TestCrl list = TestCrl.by("Issuing", key("crl signer")).revoke(SERIAL, 1);
        X509Certificate signer = intermediate("Issuing", key("crl signer"), "Root", key("root"))
                .serial(BigInteger.TWO)
                .mint();
        X509Certificate stranger = intermediate("Issuing", key("crl signer"), "Elsewhere", key("elsewhere"))
                .mint();

        TrustReport known = judge(
                data(list, ofRoot()).crlIssuers(List.of(signer)).build(),
                good().mint(),
                issuing().mint());
        TrustReport revoked = judge(
                data(list, ofRoot().revoke(BigInteger.TWO, 1))
                        .crlIssuers(List.of(signer))
                        .build(),
                good().mint(),
                issuing().mint());
        TrustReport unknown = judge(
                data(list, ofRoot()).crlIssuers(List.of(stranger)).build(),
                good().mint(),
                issuing().mint());

        assertThat(known.findings()).extracting(Finding::code).containsExactly(FindingCode.REVOKED);
        assertUnknown(revoked, FindingCode.CRL_SIGNATURE_INVALID);
        assertUnknown(unknown, FindingCode.CRL_SIGNATURE_INVALID);
    }

    @Test
    void evaluate_authorityBelowWithTheNameOfTheOneAbove_cannotClearIt() {
        X509Certificate namesake = intermediate("Root", key("namesake"), "Issuing", key("issuing"))
                .serial(BigInteger.ONE)
                .mint();
        X509Certificate end =
                leaf("a.example", key("leaf"), "Root", key("namesake")).mint();

        TrustReport report = judge(
                data(ofIssuing(), TestCrl.by("Root", key("namesake"))).build(),
                end,
                namesake,
                issuing().mint());

        assertThat(report.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.REVOCATION_UNKNOWN);
            assertThat(f.certificateIndex()).hasValue(2);
        });
    }

    @Test
    void evaluate_malformedList_isAFinding() {
        RevocationData data = RevocationData.builder()
                .crl(new byte[] {0x30, 0x03, 1, 2, 3})
                .crlPem("nothing here")
                .crlPem("-----BEGIN X509 CRL-----\n!!\n-----END X509 CRL-----")
                .crlPem("-----BEGIN X509 CRL-----\nAA")
                .build();

        TrustReport report = judge(data, good().mint(), issuing().mint());

        assertThat(report.findings())
                .filteredOn(f -> f.code().equals(FindingCode.CRL_MALFORMED))
                .hasSize(4)
                .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void crl_everyForm_isRead() throws IOException, GeneralSecurityException {
        byte[] der = ofIssuing().revoke(SERIAL, 1).sign();
        String pem = "# a list\n-----BEGIN X509 CRL-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END X509 CRL-----\n";
        X509CRL parsed = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));

        for (RevocationData data : List.of(
                RevocationData.builder().crl(der).build(),
                RevocationData.builder().crl(parsed).build(),
                RevocationData.builder().crlPem(pem).build(),
                RevocationData.builder().crl(new ByteArrayInputStream(der)).build(),
                RevocationData.builder()
                        .crl(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                        .build())) {
            assertThat(judge(data, good().mint(), issuing().mint()).findings())
                    .extracting(Finding::code)
                    .contains(FindingCode.REVOKED);
        }
    }

    @Test
    void evaluate_moreListsThanAreLookedAt_isALimit() {
        RevocationData.Builder data = data();
        byte[] der = TestCrl.by("Other", key("other")).sign();
        for (int i = 0; i <= RevocationLimits.MAX_CRLS; i++) {
            data.crl(der);
        }

        assertThat(judge(data.build(), good().mint(), issuing().mint()).findings())
                .extracting(Finding::code)
                .contains(FindingCode.LIMIT_REACHED);
    }

    @Test
    void evaluate_moreForgedListsThanAreVerified_isALimit() {
        RevocationData.Builder data = data();
        byte[] forged = TestCrl.by("Issuing", key("mallory")).sign();
        for (int i = 0; i <= RevocationLimits.MAX_SIGNATURE_CHECKS; i++) {
            data.crl(forged);
        }

        assertThat(judge(data.build(), good().mint(), issuing().mint()).findings())
                .extracting(Finding::code)
                .contains(FindingCode.LIMIT_REACHED, FindingCode.REVOCATION_UNKNOWN);
    }
}
