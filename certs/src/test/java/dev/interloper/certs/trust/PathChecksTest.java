package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.testpki.TestPki;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathChecksTest {
    private static final ServerName HOST = ServerName.parse("a.example");

    private static Minting good() {
        return leaf("a.example", key("leaf"), "Issuing", key("issuing"));
    }

    private static Minting issuing() {
        return intermediate("Issuing", key("issuing"), "Root", key("root"));
    }

    private static List<Finding> findings(Instant at, Minting rootCa, X509Certificate... certificates) {
        TrustReport report = TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(rootCa.mint())))
                .build()
                .evaluate(chain(certificates), HOST, at);
        assertThat(report.anchorClass()).isEqualTo(AnchorClass.PUBLIC_CURRENT);
        boolean error = report.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        assertThat(report.trusted()).isEqualTo(!error);
        return report.findings();
    }

    private static List<Finding> findings(Minting end, Minting ca) {
        return findings(NOW, root("Root", key("root")), end.mint(), ca.mint());
    }

    private static void assertOnly(List<Finding> findings, FindingCode code, Severity severity, int index) {
        assertThat(findings)
                .filteredOn(f -> f.severity() == Severity.ERROR || severity != Severity.ERROR)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo(code);
                    assertThat(f.severity()).isEqualTo(severity);
                    assertThat(f.certificateIndex()).hasValue(index);
                    assertThat(f.source()).isNotEmpty();
                });
    }

    @Test
    void validity_afterTheEnd_isExpiredWithTheDates() {
        List<Finding> findings = findings(
                Instant.parse("2026-08-01T00:00:00Z"),
                root("Root", key("root")),
                good().mint(),
                issuing().mint());

        assertOnly(findings, FindingCode.EXPIRED, Severity.ERROR, 0);
        assertThat(findings.get(0).sentence()).contains("2026-07-29T23:59:59Z", "2026-08-01T00:00:00Z");
    }

    @Test
    void validity_lastAndFirstSecond_areValid() {
        for (String moment : List.of("2026-05-01T00:00:00Z", "2026-07-29T23:59:59Z")) {
            assertThat(findings(
                            Instant.parse(moment),
                            root("Root", key("root")),
                            good().mint(),
                            issuing().mint()))
                    .isEmpty();
        }
    }

    @Test
    void validity_beforeTheBeginning_isNotYetValid() {
        List<Finding> findings = findings(good(), issuing().from("2026-06-02", 10));

        assertOnly(findings, FindingCode.NOT_YET_VALID, Severity.ERROR, 1);
    }

    @Test
    void basicConstraints_issuerWithoutThem_isNoCa() {
        assertOnly(
                findings(good(), issuing().without(Extension.basicConstraints)),
                FindingCode.NOT_A_CA,
                Severity.ERROR,
                1);
    }

    @Test
    void basicConstraints_pathLengthZeroAboveACa_isExceeded() {
        X509Certificate upper =
                intermediate("Upper", key("upper"), "Root", key("root")).ca(0).mint();
        X509Certificate lower =
                intermediate("Issuing", key("issuing"), "Upper", key("upper")).mint();

        List<Finding> findings = findings(NOW, root("Root", key("root")), good().mint(), lower, upper);

        assertOnly(findings, FindingCode.PATH_LENGTH_EXCEEDED, Severity.ERROR, 2);
        assertThat(findings.get(0).sentence()).contains("allows 0", "has 1");
    }

    @Test
    void basicConstraints_rootsPathLength_isHeldToo() {
        List<Finding> findings = findings(
                NOW, root("Root", key("root")).ca(0), good().mint(), issuing().mint());

        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.PATH_LENGTH_EXCEEDED);
    }

    @Test
    void basicConstraints_leafIsCa_isAWarning() {
        Minting end = good().ca(-1)
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.digitalSignature));

        assertOnly(findings(end, issuing()), FindingCode.LEAF_IS_CA, Severity.WARNING, 0);
    }

    @Test
    void keyUsage_issuerMayNotSign_isAnError() {
        Minting ca = issuing().extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));

        assertOnly(findings(good(), ca), FindingCode.KEY_USAGE, Severity.ERROR, 1);
    }

    @Test
    void keyUsage_leafForCrlsOnly_isAnError() {
        Minting end = good().extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign));

        assertOnly(findings(end, issuing()), FindingCode.KEY_USAGE_NOT_TLS, Severity.ERROR, 0);
    }

    @Test
    void extendedKeyUsage_withoutServerAuth_isAnErrorOnLeafAndIssuer() {
        ExtendedKeyUsage client = new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth);

        assertOnly(
                findings(good().extension(Extension.extendedKeyUsage, false, client), issuing()),
                FindingCode.EXTENDED_KEY_USAGE,
                Severity.ERROR,
                0);
        assertOnly(
                findings(good(), issuing().extension(Extension.extendedKeyUsage, false, client)),
                FindingCode.EXTENDED_KEY_USAGE,
                Severity.ERROR,
                1);
    }

    @Test
    void extendedKeyUsage_any_isAccepted() {
        ExtendedKeyUsage any = new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage);

        assertThat(findings(good(), issuing().extension(Extension.extendedKeyUsage, false, any)))
                .isEmpty();
    }

    @Test
    void signatureAlgorithms_sha1_isAnError() {
        List<Finding> findings = findings(good().algorithm("SHA1withECDSA"), issuing());

        assertOnly(findings, FindingCode.WEAK_SIGNATURE_ALGORITHM, Severity.ERROR, 0);
        assertThat(findings.get(0).sentence()).contains("SHA-1 with ECDSA");
    }

    @ParameterizedTest
    @CsvSource({"SHA1withRSAandMGF1, true", "SHA256withRSAandMGF1, false"})
    void signatureAlgorithms_pss_dependsOnItsDigest(String algorithm, boolean weak) {
        Minting ca = intermediate("Issuing", rsa(2048), "Root", key("root"));
        Minting end = leaf("a.example", key("leaf"), "Issuing", rsa(2048)).algorithm(algorithm);

        assertThat(findings(end, ca))
                .extracting(Finding::code)
                .isEqualTo(weak ? List.of(FindingCode.WEAK_SIGNATURE_ALGORITHM) : List.of());
    }

    @Test
    void keyStrength_rsa1024_isAnErrorWithTheNumber() {
        List<Finding> findings = findings(leaf("a.example", rsa(1024), "Issuing", key("issuing")), issuing());

        assertOnly(findings, FindingCode.WEAK_KEY, Severity.ERROR, 0);
        assertThat(findings.get(0).sentence()).contains("1024-bit RSA");
    }

    @Test
    void hostname_otherHost_saysWhichNamesThereAre() {
        List<Finding> findings = findings(leaf("b.example", key("leaf"), "Issuing", key("issuing")), issuing());

        assertOnly(findings, FindingCode.HOSTNAME_MISMATCH, Severity.ERROR, 0);
        assertThat(findings.get(0).sentence()).contains("not for a.example", "b.example");
    }

    @Test
    void hostname_commonNameOnly_isAnError() {
        assertOnly(
                findings(good().without(Extension.subjectAlternativeName), issuing()),
                FindingCode.NO_SUBJECT_ALT_NAME,
                Severity.ERROR,
                0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, SERIAL_ZERO",
        "-5, SERIAL_NEGATIVE",
        "4096, SERIAL_SHORT",
        "9223372036854775807, SERIAL_SHORT",
        "1461501637330902918203684832716283019655932542976, SERIAL_TOO_LONG"
    })
    void serialNumbers_odd_areWarnings(BigInteger serial, String code) {
        assertOnly(findings(good().serial(serial), issuing()), FindingCode.of(code), Severity.WARNING, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2018-04-01, 825, false",
        "2018-04-01, 826, true",
        "2021-01-01, 398, false",
        "2021-01-01, 399, true",
        "2026-04-01, 200, false",
        "2026-04-01, 201, true",
        "2027-04-01, 101, true",
        "2029-04-01, 47, false",
        "2029-04-01, 48, true",
        "2017-01-01, 3000, false"
    })
    void validityPeriod_byDateOfIssuance_hasItsOwnLimit(String from, int days, boolean tooLong) {
        X509Certificate end = good().from(from, days).mint();
        X509Certificate ca = issuing().from("2016-01-01", 9000).mint();
        Minting top = root("Root", key("root")).from("2016-01-01", 9000);

        List<Finding> findings = findings(Instant.parse(from + "T12:00:00Z"), top, end, ca);

        assertThat(findings)
                .extracting(Finding::code)
                .isEqualTo(tooLong ? List.of(FindingCode.VALIDITY_TOO_LONG) : List.of());
    }

    @Test
    void standard_underALocalAnchor_longValidityIsAFactOnly() {
        TrustReport report = TrustEvaluator.builder()
                .extraAnchors(AnchorSet.of(
                        "company", List.of(root("Root", key("root")).mint())))
                .build()
                .evaluate(chain(good().from("2026-05-01", 700).mint(), issuing().mint()), HOST, TestPki.NOW);

        assertThat(report.trusted()).isTrue();
        assertOnly(report.findings(), FindingCode.VALIDITY_TOO_LONG, Severity.INFO, 0);
    }
}
