package dev.interloper.certs.forgery;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.root;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.testpki.TestPki;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForgeMarksTest {
    private static final X509Certificate CA = root("Proxy", key("proxy")).mint();
    private static final byte[] SPKI = key("leaf").getPublic().getEncoded();
    private static final byte[] BITS =
            SubjectPublicKeyInfo.getInstance(SPKI).getPublicKeyData().getBytes();

    private static TestPki.Minting minting() {
        return bareLeaf("a.example", key("leaf"), "Proxy", key("proxy"));
    }

    private static ForgePrint print(X509Certificate... certificates) {
        return ForgePrint.of(chain(certificates), NOW).orElseThrow();
    }

    private static ForgePrint subject(String name, GeneralName... names) {
        return print(new TestPki.Minting(name, key("leaf"), "O=Firm,CN=Proxy", key("proxy"))
                .from("2026-05-01", 90)
                .san(names)
                .mint());
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    @Nested
    class SubjectKeyId {
        private KeyIdentifierStyle style(byte[] id) {
            return print(minting()
                            .extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(id))
                            .mint())
                    .keyIdentifiers()
                    .subject();
        }

        @Test
        void style_eachDerivation_isRecognised() {
            assertThat(style(Hashes.sha1(BITS))).isEqualTo(KeyIdentifierStyle.SHA1_OF_KEY);
            assertThat(style(Arrays.copyOf(Hashes.sha256(BITS), 20)))
                    .isEqualTo(KeyIdentifierStyle.SHA256_OF_KEY_TRUNCATED);
            assertThat(style(Hashes.sha256(BITS))).isEqualTo(KeyIdentifierStyle.SHA256_OF_KEY);
            assertThat(style(Hashes.sha1(SPKI))).isEqualTo(KeyIdentifierStyle.SHA1_OF_SPKI);
            assertThat(style(Hashes.sha256(SPKI))).isEqualTo(KeyIdentifierStyle.SHA256_OF_SPKI);
            assertThat(style(SPKI)).isEqualTo(KeyIdentifierStyle.WHOLE_SPKI);
            assertThat(style(new byte[20])).isEqualTo(KeyIdentifierStyle.OTHER_20);
            assertThat(style(new byte[7])).isEqualTo(KeyIdentifierStyle.OTHER);
            assertThat(print(minting().mint()).keyIdentifiers().subject()).isEqualTo(KeyIdentifierStyle.ABSENT);
        }

        @Test
        void style_sixtyBits_isRecognised() {
            byte[] sha1 = Hashes.sha1(BITS);
            byte[] id = Arrays.copyOfRange(sha1, 12, 20);
            id[0] = (byte) (0x40 | (id[0] & 0x0f));

            assertThat(style(id)).isEqualTo(KeyIdentifierStyle.SHA1_OF_KEY_60_BITS);
        }
    }

    @Nested
    class AuthorityKeyId {
        private KeyIdentifiers ids(byte[] id, X509Certificate... issuers) {
            X509Certificate leaf = minting()
                    .extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(id))
                    .mint();
            return issuers.length == 0
                    ? print(leaf).keyIdentifiers()
                    : print(leaf, issuers[0]).keyIdentifiers();
        }

        @Test
        void authority_pointsTo_ownIssuersOrNobodysKey() {
            byte[] issuers = Hashes.sha1(
                    SubjectPublicKeyInfo.getInstance(key("proxy").getPublic().getEncoded())
                            .getPublicKeyData()
                            .getBytes());

            assertThat(ids(Hashes.sha1(BITS), CA).authority()).isEqualTo(KeyIdentifiers.Target.OWN);
            assertThat(ids(issuers, CA).authority()).isEqualTo(KeyIdentifiers.Target.ISSUER);
            assertThat(ids(issuers).authority()).isEqualTo(KeyIdentifiers.Target.UNSEEN);
            assertThat(ids(new byte[20], CA).authority()).isEqualTo(KeyIdentifiers.Target.MISMATCH);
            assertThat(print(minting().mint()).keyIdentifiers().authority()).isEqualTo(KeyIdentifiers.Target.NONE);
        }
    }

    @Nested
    class Subject {
        @Test
        void subjectShape_hostAndIssuerInOtherAttributes_areMarked() {
            SubjectShape shape = subject("CN=a.example,O=a.example,OU=x,C=CZ", dns("a.example"))
                    .subjectShape();

            assertThat(shape.attributeTypes()).containsExactly("cn", "o", "ou", "c");
            assertThat(shape.hostRepeated()).isTrue();
            assertThat(shape).hasToString("cn.h,o.h,ou,c");
            assertThat(subject("O=Firm,CN=a.example", dns("a.example"))
                            .subjectShape()
                            .takesFromIssuer())
                    .isTrue();
        }

        @Test
        void subjectShape_commonNames_addressWildcardAndCut() {
            String label = "a".repeat(60);
            String host = label + ".shop.example";

            assertThat(subject("CN=192.0.2.1", dns("192.0.2.1")).subjectShape().commonNameIsAddress())
                    .isTrue();
            assertThat(subject("CN=*.a.example", dns("*.a.example"))
                            .subjectShape()
                            .commonNameIsWildcard())
                    .isTrue();
            assertThat(subject("CN=" + host.substring(0, 64), dns(host))
                            .subjectShape()
                            .commonNameIsTruncated())
                    .isTrue();
            assertThat(subject("CN=a.example", dns("a.example")).subjectShape().onlyCommonName())
                    .isTrue();
            assertThat(subject("C=CZ", dns("a.example")).subjectShape().onlyCommonName())
                    .isFalse();
        }
    }

    @Nested
    class Validity {
        private final Instant midday = Instant.parse("2026-05-01T13:07:09Z");

        private ValidityShape seen(Instant at) {
            return ForgePrint.of(
                            chain(minting()
                                    .from(midday, midday.plus(Duration.ofDays(365)))
                                    .mint()),
                            at)
                    .orElseThrow()
                    .validityShape();
        }

        @Test
        void backdating_wholeDaysAndHours_areRecognised() {
            assertThat(seen(midday.plusSeconds(3)).backdating()).contains(Duration.ZERO);
            assertThat(seen(midday.plusSeconds(3600 + 3)).backdating()).contains(Duration.ofHours(1));
            assertThat(seen(midday.plus(Duration.ofDays(2)).plusSeconds(60)).backdating())
                    .contains(Duration.ofDays(2));
            assertThat(seen(midday.plus(Duration.ofDays(2)).minusSeconds(60)).backdating())
                    .contains(Duration.ofDays(2));
            assertThat(seen(midday.plus(Duration.ofHours(31))).backdating()).isEmpty();
            assertThat(seen(midday.minus(Duration.ofDays(1))).backdating()).isEmpty();
        }

        @Test
        void length_daysYearsAndInclusive_areTold() {
            ValidityShape ninety = print(minting().mint()).validityShape();

            assertThat(ninety.startsAtMidnight()).isTrue();
            assertThat(ninety.wholeDays()).isTrue();
            assertThat(ninety).hasToString("90d-1s from midnight");
            assertThat(seen(midday).calendarYears()).isEqualTo(1);
            assertThat(seen(midday).toString()).startsWith("365d");
            assertThat(seen(midday.plus(Duration.ofHours(31)))).hasToString("365d from past");
        }

        @Test
        void sharedWithIssuer_endsOfTheIssuersCertificate_areTold() {
            Instant from = CA.getNotBefore().toInstant();
            X509Certificate both =
                    minting().from(from, CA.getNotAfter().toInstant()).mint();

            assertThat(print(both, CA).validityShape().sharedWithIssuer()).isEqualTo(ValidityShape.Issuers.BOTH);
            assertThat(print(both).validityShape().sharedWithIssuer()).isEqualTo(ValidityShape.Issuers.UNSEEN);
            assertThat(print(minting().mint(), CA).validityShape().sharedWithIssuer())
                    .isEqualTo(ValidityShape.Issuers.NONE);
        }
    }

    @Nested
    class Encoding {
        private ForgePrint with(ASN1ObjectIdentifier oid, String hex) throws IOException {
            byte[] der = new BigInteger(hex, 16).toByteArray();
            return print(minting()
                    .extension(oid, false, ASN1Primitive.fromByteArray(der))
                    .mint());
        }

        @Test
        void quirks_ofTheEncoder_areFound() throws IOException {
            assertThat(with(Extension.keyUsage, "030200a0").quirks()).contains(EncodingQuirk.PADDED_KEY_USAGE);
            assertThat(with(Extension.keyUsage, "030205a0").quirks()).isEmpty();
            assertThat(print(minting().mint()).quirks()).isEmpty();
        }

        @Test
        void marks_ofPublicAuthorities_areFound() {
            GeneralName url = new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.example/");
            X509Certificate certificate = minting()
                    .extension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, url))
                    .extension(
                            Extension.certificatePolicies,
                            false,
                            new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("2.23.140.1.2.1"))))
                    .mint();

            assertThat(print(certificate).publicMarks())
                    .containsExactlyInAnyOrder(PublicMark.CA_ISSUERS, PublicMark.DOMAIN_VALIDATED);
            assertThat(print(minting().mint()).publicMarks()).isEmpty();
        }

        @Test
        void serial_shapes_areTold() {
            assertThat(SerialShape.of(new BigInteger("6f1d2c3b4a594e7d8c9b0a1f2e3d4c5b", 16), NOW)
                            .randomUuid())
                    .isTrue();
            assertThat(SerialShape.of(new BigInteger("6f1d2c3b4a591e7d8c9b0a1f2e3d4c5b", 16), NOW)
                            .randomUuid())
                    .isFalse();
            assertThat(SerialShape.of(new BigInteger("12345678901234567890", 16), NOW)
                            .decimalDigits())
                    .isTrue();
            assertThat(SerialShape.of(new BigInteger("1234567890123456789a", 16), NOW)
                            .decimalDigits())
                    .isFalse();
            Instant epoch = Instant.EPOCH;
            assertThat(SerialShape.of(BigInteger.valueOf(NOW.toEpochMilli()), epoch, NOW)
                            .clock())
                    .contains(SerialShape.Clock.MILLISECONDS);
            assertThat(SerialShape.of(BigInteger.valueOf(NOW.toEpochMilli()), epoch)
                            .clock())
                    .isEmpty();
        }

        @Test
        void leafKeyEqualsIssuerKey_otherKindsOfKey_areNotTried() {
            assertThat(print(bareLeaf("a.example", rsa(2048), "Proxy", key("proxy"))
                                    .mint())
                            .leafKeyEqualsIssuerKey())
                    .isFalse();
            assertThat(print(bareLeaf("a.example", rsa(2048), "Proxy", rsa(2048))
                                    .mint())
                            .leafKeyEqualsIssuerKey())
                    .isTrue();
        }
    }
}
