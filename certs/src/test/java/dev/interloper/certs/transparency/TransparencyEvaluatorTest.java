package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static dev.interloper.certs.transparency.LoggedLeaf.ISSUER;
import static dev.interloper.certs.transparency.LoggedLeaf.SIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.testpki.TestPki.Minting;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustRequest;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransparencyEvaluatorTest {
    private static final String TODAY = "2026-06-01T00:00:00Z";

    private final TestLog kestrel = new TestLog("Meridian", key("kestrel"));
    private final TestLog osprey = new TestLog("Tallow", key("osprey"));
    private final LogList logs = TestLog.list(TODAY, kestrel, osprey);

    private TransparencyReport judge(LogList known, X509Certificate... certificates) {
        return TransparencyEvaluator.of(known).evaluate(chain(certificates), NOW);
    }

    private static SctStatus only(TransparencyReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0).status();
    }

    @Nested
    class Embedded {
        @Test
        void evaluate_signedByTwoLogs_verifiesBothAndMeetsThePolicies() {
            TransparencyReport report = judge(logs, LoggedLeaf.of(kestrel, osprey), ISSUER);

            assertThat(report.verified()).isEqualTo(2);
            assertThat(report.forged()).isZero();
            assertThat(report.outcome(TransparencyPolicy.chrome())).isEqualTo(PolicyOutcome.COMPLIANT);
            assertThat(report.outcome(TransparencyPolicy.apple())).isEqualTo(PolicyOutcome.COMPLIANT);
            assertThat(report.findings()).isEmpty();
            assertThat(report.results().get(0).log().orElseThrow().operator()).isEqualTo("Meridian");
            assertThat(report).hasToString("2 of 2 SCTs verified; policies: Chrome COMPLIANT, Apple COMPLIANT.");
        }

        @Test
        void evaluate_rsaLog_verifies() {
            TestLog old = new TestLog("Old", rsa(2048));

            assertThat(only(judge(TestLog.list(TODAY, old), LoggedLeaf.of(old), ISSUER)))
                    .isEqualTo(SctStatus.VALID);
        }

        @Test
        void evaluate_manyAndLongExtensions_lengthsAreEncodedAnew() {
            for (int size : new int[] {0, 1, 100, 127, 128, 200, 255, 256, 40_000, 70_000}) {
                Minting minting = LoggedLeaf.minting()
                        .extension(new ASN1ObjectIdentifier("1.3.9999.1"), false, new DEROctetString(new byte[size]));

                assertThat(judge(logs, LoggedLeaf.of(minting, SIGNED, kestrel), ISSUER)
                                .verified())
                        .as("%d octets more", size)
                        .isEqualTo(1);
            }
        }

        @Test
        void evaluate_noOtherExtension_verifies() {
            Minting bare =
                    new Minting("CN=bare.example", key("leaf"), "CN=Issuing", key("issuing")).from("2026-05-01", 90);

            assertThat(judge(logs, LoggedLeaf.of(bare, SIGNED, kestrel), ISSUER).verified())
                    .isEqualTo(1);
        }

        @Test
        void evaluate_copiedIntoAForgedLeaf_isForged() {
            X509Certificate genuine = LoggedLeaf.of(kestrel, osprey);
            X509Certificate proxy = root("Proxy", key("proxy")).mint();
            Minting forging = bareLeaf("www.shop.example", key("forged"), "Proxy", key("proxy"));
            X509Certificate forged = LoggedLeaf.withScts(forging, LoggedLeaf.scts(genuine));

            TransparencyReport report = judge(logs, forged, proxy);

            assertThat(report.forged()).isEqualTo(2);
            assertThat(report.verified()).isZero();
            assertThat(report.findings().get(0).code()).isEqualTo(FindingCode.SCT_INVALID_SIGNATURE);
            assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ERROR);
            assertThat(report.findings().get(0).sentence())
                    .contains("Meridian log (Meridian)")
                    .contains("it is not the one that the log saw");
            assertThat(report.outcome(TransparencyPolicy.chrome())).isEqualTo(PolicyOutcome.NOT_COMPLIANT);
            assertThat(report.toString()).startsWith("0 of 2 SCTs verified, 2 copied from another certificate");
        }

        @Test
        void evaluate_sameNamesAndKeyWithAnotherIssuersKey_isForged() {
            X509Certificate genuine = LoggedLeaf.of(kestrel);
            Minting forging = bareLeaf("www.shop.example", key("leaf"), "Issuing", key("imitation"));
            X509Certificate forged = LoggedLeaf.withScts(forging, LoggedLeaf.scts(genuine));
            X509Certificate imitation = intermediate("Issuing", key("imitation"), "Root", key("imitation"))
                    .mint();

            assertThat(only(judge(logs, forged, imitation))).isEqualTo(SctStatus.INVALID_SIGNATURE);
            // with the genuine issuer beside it, it is what the log saw but for the CA's signature, which the log did
            // not sign
            assertThat(only(judge(logs, forged, imitation, ISSUER))).isEqualTo(SctStatus.VALID);
        }

        @Test
        void evaluate_withoutTheIssuer_saysSoAndNothingElse() {
            TransparencyReport report = judge(logs, LoggedLeaf.of(kestrel));

            assertThat(only(report)).isEqualTo(SctStatus.ISSUER_MISSING);
            assertThat(report.forged()).isZero();
            assertThat(report.has(FindingCode.SCT_ISSUER_MISSING)).isTrue();
        }

        @Test
        void evaluate_issuerKeyGiven_needsNoIssuerInTheChain() {
            TransparencyRequest request = TransparencyRequest.of(chain(LoggedLeaf.of(kestrel)), NOW);
            TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs);

            assertThat(evaluator
                            .evaluate(request.withIssuerKey(PublicKeyHash.of(ISSUER)))
                            .verified())
                    .isEqualTo(1);
            assertThat(evaluator.evaluate(request.withIssuerKey(kestrel.hash())).forged())
                    .isEqualTo(1);
        }

        @Test
        void of_trustReport_takesIssuerAndAnchorFromIt() {
            X509Certificate root = root("Root", key("root")).mint();
            X509Certificate direct =
                    leaf("a.example", key("leaf"), "Root", key("root")).mint();
            TrustEvaluator trust = TrustEvaluator.builder()
                    .publicRoots(AnchorSet.of("roots", List.of(root)))
                    .build();

            TransparencyRequest viaChain =
                    TransparencyRequest.of(trust.evaluate(TrustRequest.of(chain(LoggedLeaf.of(kestrel), ISSUER), NOW)));
            TransparencyRequest viaAnchor = TransparencyRequest.of(trust.evaluate(TrustRequest.of(chain(direct), NOW)));

            assertThat(viaChain.issuerKey()).contains(PublicKeyHash.of(ISSUER));
            assertThat(viaChain.anchorClass()).contains(AnchorClass.PUBLIC_CURRENT);
            assertThat(TransparencyEvaluator.of(logs).evaluate(viaChain).verified())
                    .isEqualTo(1);
            assertThat(viaAnchor.issuerKey()).contains(PublicKeyHash.of(root));
        }

        @Test
        void evaluate_datedBeforeTheCertificate_isSuspectUnlessVerified() {
            Instant early = Instant.parse("2026-04-11T00:00:00Z");
            X509Certificate leaf = LoggedLeaf.of(LoggedLeaf.minting(), early, kestrel);

            assertThat(judge(logs, leaf).has(FindingCode.SCT_PREDATES_CERTIFICATE))
                    .isTrue();
            assertThat(judge(logs, leaf, ISSUER).has(FindingCode.SCT_PREDATES_CERTIFICATE))
                    .isFalse();
            assertThat(judge(logs, leaf).findings())
                    .anyMatch(f -> f.sentence().contains("20 days before the certificate's validity"));
        }
    }

    @Nested
    class OtherChannels {
        @Test
        void evaluate_fromTheHandshake_isAboutTheCertificateItself() throws Exception {
            X509Certificate leaf = LoggedLeaf.minting().mint();
            byte[] sct = kestrel.signCertificate(SIGNED, leaf.getEncoded());
            TransparencyRequest request =
                    TransparencyRequest.of(chain(leaf), NOW).withTlsScts(TestLog.hexListOf(sct));

            TransparencyReport report = TransparencyEvaluator.of(logs).evaluate(request);

            assertThat(only(report)).isEqualTo(SctStatus.VALID);
            assertThat(report.results().get(0).origin()).isEqualTo(SctOrigin.TLS);
        }

        @Test
        void evaluate_ofAnotherCertificate_isAWarningAndNoForgery() throws Exception {
            byte[] sct = kestrel.signCertificate(SIGNED, ISSUER.getEncoded());
            TransparencyRequest request = TransparencyRequest.of(
                            chain(LoggedLeaf.minting().mint()), NOW)
                    .withTlsScts(TestLog.hexListOf(sct));

            TransparencyReport report = TransparencyEvaluator.of(logs).evaluate(request);

            assertThat(only(report)).isEqualTo(SctStatus.INVALID_SIGNATURE);
            assertThat(report.forged()).isZero();
            assertThat(report.findings().get(0).severity()).isEqualTo(Severity.WARNING);
        }

        @Test
        void evaluate_fromAnOcspResponse_findsThoseOfTheLeaf() throws Exception {
            X509Certificate leaf = LoggedLeaf.minting().mint();
            byte[] list = TestLog.listOf(List.of(kestrel.signCertificate(SIGNED, leaf.getEncoded())));
            TransparencyRequest request = TransparencyRequest.of(chain(leaf), NOW);

            SctList found = request.withOcspResponse(response(leaf.getSerialNumber(), list))
                    .ocspScts();
            SctList others =
                    request.withOcspResponse(response(BigInteger.ONE, list)).ocspScts();
            SctList raw = request.withOcspScts(HexFormat.of().formatHex(list)).ocspScts();

            assertThat(found.timestamps()).hasSize(1).isEqualTo(raw.timestamps());
            assertThat(others).isEqualTo(SctList.empty());
            assertThat(only(TransparencyEvaluator.of(logs)
                            .evaluate(request.withOcspResponse(response(leaf.getSerialNumber(), list)))))
                    .isEqualTo(SctStatus.VALID);
        }

        /** An OCSP response without a signature, which nobody looks at here. */
        private String response(BigInteger serial, byte[] list) throws Exception {
            DERSequence algorithm = new DERSequence(new ASN1ObjectIdentifier("1.3.14.3.2.26"));
            DERSequence id = sequence(
                    algorithm,
                    new DEROctetString(new byte[20]),
                    new DEROctetString(new byte[20]),
                    new ASN1Integer(serial));
            DERSequence extension = sequence(
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.5"),
                    new DEROctetString(new DEROctetString(list).getEncoded()));
            ASN1GeneralizedTime time = new ASN1GeneralizedTime("20260601000000Z");
            DERSequence single = sequence(
                    id,
                    new DERTaggedObject(false, 0, DERNull.INSTANCE),
                    time,
                    new DERTaggedObject(true, 0, time),
                    new DERTaggedObject(true, 1, new DERSequence(extension)));
            DERSequence data = sequence(
                    new DERTaggedObject(true, 2, new DEROctetString(new byte[20])), time, new DERSequence(single));
            DERSequence basic = sequence(data, algorithm);
            DERSequence bytes =
                    sequence(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.1"), new DEROctetString(basic.getEncoded()));
            return HexFormat.of()
                    .formatHex(sequence(new ASN1Enumerated(0), new DERTaggedObject(true, 0, bytes))
                            .getEncoded());
        }

        private DERSequence sequence(org.bouncycastle.asn1.ASN1Encodable... elements) {
            ASN1EncodableVector vector = new ASN1EncodableVector();
            vector.addAll(elements);
            return new DERSequence(vector);
        }

        @Test
        void withTlsScts_noHexadecimal_namesTheParameter() {
            TransparencyRequest request = TransparencyRequest.of(CertificateChain.empty(), NOW);

            assertThatThrownBy(() -> request.withTlsScts("no"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("hex must be");
        }
    }

    @Nested
    class Precertificates {
        @Test
        void evaluate_precertificateOfASigningCa_isCheckedUnderTheFinalIssuersNameAndKey() {
            X509Certificate preCa = intermediate("Pre Issuing", key("preca"), "Issuing", key("issuing"))
                    .extension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(
                                    KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.4"))))
                    .extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 1}))
                    .mint();
            Minting last = LoggedLeaf.minting()
                    .extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 1}));
            byte[] sct =
                    kestrel.signPrecert(SIGNED, key("issuing").getPublic().getEncoded(), LoggedLeaf.tbs(last.mint()));
            X509Certificate precertificate = bareLeaf("www.shop.example", key("leaf"), "Pre Issuing", key("preca"))
                    .extension(
                            Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {2, 2, 2}))
                    .extension(LoggedLeaf.POISON, true, LoggedLeaf.poison())
                    .mint();
            TransparencyEvaluator evaluator = TransparencyEvaluator.of(logs);

            TransparencyReport report =
                    evaluator.evaluate(TransparencyRequest.of(chain(precertificate, preCa, ISSUER), NOW)
                            .withTlsScts(TestLog.hexListOf(sct)));

            assertThat(only(report)).isEqualTo(SctStatus.VALID);
        }
    }

    @Nested
    class Logs {
        @Test
        void evaluate_logNotInTheList_isUnknown() {
            assertThat(only(judge(TestLog.list(TODAY, osprey), LoggedLeaf.of(kestrel), ISSUER)))
                    .isEqualTo(SctStatus.UNKNOWN_LOG);
        }

        @Test
        void evaluate_retiredLog_countsWhatItSignedBefore() {
            assertThat(status(log().state("retired", "2026-05-02T00:00:00Z"))).isEqualTo(SctStatus.VALID);
            assertThat(status(log().state("retired", "2026-05-01T00:00:00Z"))).isEqualTo(SctStatus.LOG_RETIRED);
            assertThat(status(log().state("retired", "2026-06-15T00:00:00Z"))).isEqualTo(SctStatus.VALID);
        }

        @Test
        void evaluate_otherStates_countOrDoNot() {
            assertThat(status(log().state("qualified", "2026-04-02T00:00:00Z"))).isEqualTo(SctStatus.VALID);
            assertThat(status(log().state("readonly", "2026-04-02T00:00:00Z"))).isEqualTo(SctStatus.VALID);
            assertThat(status(log().state("qualified", "2026-06-02T00:00:00Z"))).isEqualTo(SctStatus.LOG_NOT_ACCEPTED);
            assertThat(status(log().state("pending", "2026-04-02T00:00:00Z"))).isEqualTo(SctStatus.LOG_NOT_ACCEPTED);
            assertThat(status(log().state("rejected", "2026-04-02T00:00:00Z"))).isEqualTo(SctStatus.LOG_NOT_ACCEPTED);
            assertThat(status(log().state("resting", "2026-04-02T00:00:00Z"))).isEqualTo(SctStatus.LOG_NOT_ACCEPTED);
        }

        @Test
        void evaluate_temporalInterval_holdsTheExpiry() {
            // the leaf expires on 2026-07-29 at 23:59:59
            assertThat(status(log().interval("2026-07-01T00:00:00Z", "2026-07-30T00:00:00Z")))
                    .isEqualTo(SctStatus.VALID);
            assertThat(status(log().interval("2026-07-29T23:59:59Z", "2027-01-01T00:00:00Z")))
                    .isEqualTo(SctStatus.VALID);
            assertThat(status(log().interval("2026-01-01T00:00:00Z", "2026-07-29T23:59:59Z")))
                    .isEqualTo(SctStatus.OUTSIDE_TEMPORAL_INTERVAL);
            assertThat(status(log().interval("2026-08-01T00:00:00Z", "2027-01-01T00:00:00Z")))
                    .isEqualTo(SctStatus.OUTSIDE_TEMPORAL_INTERVAL);
        }

        @Test
        void evaluate_timestampAfterTheRequest_isInTheFuture() {
            X509Certificate leaf = LoggedLeaf.of(LoggedLeaf.minting(), NOW.plusMillis(1), kestrel);

            assertThat(only(judge(logs, leaf, ISSUER))).isEqualTo(SctStatus.FUTURE_TIMESTAMP);
            assertThat(only(TransparencyEvaluator.of(logs).evaluate(chain(leaf, ISSUER), NOW.plusMillis(1))))
                    .isEqualTo(SctStatus.VALID);
        }

        private TestLog log() {
            return new TestLog("Meridian", key("kestrel"));
        }

        private SctStatus status(TestLog log) {
            return only(judge(TestLog.list(TODAY, log), LoggedLeaf.of(log), ISSUER));
        }
    }

    @Nested
    class Obstacles {
        private final CertificateChain good = chain(LoggedLeaf.of(kestrel, osprey), ISSUER);

        private TransparencyReport withListOf(Instant date) {
            return TransparencyEvaluator.of(TestLog.list(date.toString(), kestrel, osprey))
                    .evaluate(good, NOW);
        }

        @Test
        void evaluate_listOlderThan70Days_verifiesAndDoesNotEvaluatePolicies() {
            TransparencyReport stale = withListOf(NOW.minus(Duration.ofDays(70)).minusSeconds(1));

            assertThat(stale.verified()).isEqualTo(2);
            assertThat(stale.policies()).allMatch(p -> p.outcome() == PolicyOutcome.NOT_EVALUATED);
            assertThat(stale.findings().get(0).code()).isEqualTo(FindingCode.SCT_POLICY_NOT_EVALUATED);
            assertThat(stale.findings().get(0).sentence()).contains("70 days old");
            assertThat(withListOf(NOW.minus(Duration.ofDays(70))).outcome(TransparencyPolicy.chrome()))
                    .isEqualTo(PolicyOutcome.COMPLIANT);
        }

        @Test
        void evaluate_listMuchYoungerThanTheRequest_doesNotEvaluatePolicies() {
            assertThat(withListOf(NOW.plus(Duration.ofDays(71))).outcome(TransparencyPolicy.apple()))
                    .isEqualTo(PolicyOutcome.NOT_EVALUATED);
            assertThat(withListOf(NOW.plus(Duration.ofDays(69))).outcome(TransparencyPolicy.apple()))
                    .isEqualTo(PolicyOutcome.COMPLIANT);
        }

        @Test
        void evaluate_anchorNotPublic_doesNotEvaluatePolicies() {
            TransparencyRequest request = TransparencyRequest.of(good, NOW).withAnchorClass(AnchorClass.LOCAL);

            TransparencyReport report = TransparencyEvaluator.of(logs).evaluate(request);

            assertThat(report.outcome(TransparencyPolicy.chrome())).isEqualTo(PolicyOutcome.NOT_EVALUATED);
            assertThat(report.policies().get(0).reasons().get(0)).contains("LOCAL");
        }

        @Test
        void evaluate_noLeaf_doesNotEvaluatePolicies() {
            TransparencyReport report = TransparencyEvaluator.of(logs).evaluate(CertificateChain.empty(), NOW);

            assertThat(report.policies()).hasSize(2).allMatch(p -> p.outcome() == PolicyOutcome.NOT_EVALUATED);
            assertThat(report.results()).isEmpty();
        }

        @Test
        void evaluate_moreThanAreChecked_saysSo() throws Exception {
            byte[] sct =
                    kestrel.signCertificate(SIGNED, LoggedLeaf.minting().mint().getEncoded());
            byte[][] many = new byte[40][];
            Arrays.fill(many, sct);
            TransparencyRequest request = TransparencyRequest.of(chain(LoggedLeaf.of(kestrel), ISSUER), NOW)
                    .withTlsScts(TestLog.hexListOf(many));

            TransparencyReport report = TransparencyEvaluator.of(logs).evaluate(request);

            assertThat(report.count(SctStatus.NOT_CHECKED)).isEqualTo(2); // one timestamp, and the rest of the list
            assertThat(report.has(FindingCode.SCT_LIMIT)).isTrue();
        }
    }
}
