package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static dev.interloper.certs.testpki.TestPki.rsa;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.testpki.TestPki.Minting;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CertificateRulesTest {
    private static final ServerName HOST = ServerName.parse("a.example");
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    private static Minting end() {
        return leaf("a.example", key("leaf"), "Issuing", key("issuing"));
    }

    private static Minting ca() {
        return intermediate("Issuing", key("issuing"), "Root", key("root"));
    }

    private static Minting top() {
        return root("Root", key("root"));
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private static NameConstraints permitted(GeneralName... bases) {
        return new NameConstraints(Stream.of(bases).map(GeneralSubtree::new).toArray(GeneralSubtree[]::new), null);
    }

    private static Set<FindingCode> errors(TrustProfile profile, Minting leaf, Minting issuing, Minting anchor) {
        X509Certificate certificate = anchor.mint();
        TrustReport report = TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("roots", List.of(certificate)))
                .profile(profile)
                .build()
                .evaluate(CertificateChain.of(List.of(leaf.mint(), issuing.mint())), HOST, NOW);
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(Finding::code)
                .collect(Collectors.toSet());
    }

    @Test
    void goodChain_keepsEveryRuleOfEveryProfile() {
        for (TrustProfile profile : List.of(TrustProfile.rfc5280(), TrustProfile.webPki(), TrustProfile.lenient())) {
            assertThat(errors(profile, end(), ca(), top())).as(profile.name()).isEmpty();
        }
    }

    static Stream<Arguments> rfc() {
        return Stream.of(
                arguments(
                        FindingCode.UNKNOWN_CRITICAL_EXTENSION,
                        end(),
                        ca(),
                        top().extension(UNKNOWN, true, DERNull.INSTANCE)),
                arguments(
                        FindingCode.BASIC_CONSTRAINTS_MISSING, end(), ca(), top().without(Extension.basicConstraints)),
                arguments(
                        FindingCode.BASIC_CONSTRAINTS_NOT_CRITICAL,
                        end(),
                        ca(),
                        top().extension(Extension.basicConstraints, false, new BasicConstraints(true))),
                arguments(
                        FindingCode.PATH_LENGTH_MISUSED,
                        end(),
                        ca().extension(Extension.basicConstraints, true, new BasicConstraints(0))
                                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)),
                        top()),
                arguments(
                        FindingCode.KEY_USAGE,
                        end(),
                        ca(),
                        top().extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))),
                arguments(
                        FindingCode.KEY_USAGE_CERT_SIGN,
                        end().extension(
                                        Extension.keyUsage,
                                        true,
                                        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyCertSign)),
                        ca(),
                        top()),
                arguments(
                        FindingCode.AUTHORITY_KEY_ID_MISSING,
                        end().without(Extension.authorityKeyIdentifier),
                        ca(),
                        top()),
                arguments(
                        FindingCode.AUTHORITY_KEY_ID_CRITICAL,
                        end().extension(Extension.authorityKeyIdentifier, true, new AuthorityKeyIdentifier(new byte[] {1
                        })),
                        ca(),
                        top()),
                arguments(
                        FindingCode.SUBJECT_KEY_ID_MISSING, end(), ca().without(Extension.subjectKeyIdentifier), top()),
                arguments(
                        FindingCode.SUBJECT_KEY_ID_CRITICAL,
                        end(),
                        ca(),
                        top().extension(Extension.subjectKeyIdentifier, true, new SubjectKeyIdentifier(new byte[] {1
                        }))),
                arguments(
                        FindingCode.SUBJECT_ALT_NAME_MALFORMED,
                        end().san(dns("a.example"), dns("under_score.example")),
                        ca(),
                        top()),
                arguments(
                        FindingCode.SUBJECT_ALT_NAME_MALFORMED,
                        end().san(dns("a.example"), dns("8.8.8.8")),
                        ca(),
                        top()),
                arguments(
                        FindingCode.NAME_CONSTRAINTS_NOT_CRITICAL,
                        end(),
                        ca().extension(Extension.nameConstraints, false, permitted(dns("example"))),
                        top()),
                arguments(
                        FindingCode.NAME_CONSTRAINTS_ON_LEAF,
                        end().extension(Extension.nameConstraints, true, permitted(dns("example"))),
                        ca(),
                        top()),
                arguments(
                        FindingCode.NAME_CONSTRAINTS_EMPTY,
                        end(),
                        ca().extension(Extension.nameConstraints, true, new DERSequence()),
                        top()),
                arguments(
                        FindingCode.NAME_CONSTRAINT_MALFORMED,
                        end(),
                        ca(),
                        top().extension(Extension.nameConstraints, true, permitted(dns("*.example")))),
                arguments(
                        FindingCode.EXTENDED_KEY_USAGE_EMPTY,
                        end().extension(Extension.extendedKeyUsage, false, new DERSequence()),
                        ca(),
                        top()),
                arguments(
                        FindingCode.AUTHORITY_INFO_ACCESS_CRITICAL,
                        end().extension(Extension.authorityInfoAccess, true, new DERSequence()),
                        ca(),
                        top()),
                arguments(
                        FindingCode.AUTHORITY_INFO_ACCESS_MALFORMED,
                        end().extension(Extension.authorityInfoAccess, false, new DEROctetString(new byte[] {1})),
                        ca(),
                        top()));
    }

    @ParameterizedTest
    @MethodSource("rfc")
    void rfc5280_brokenRule_isAnErrorWithItsCode(FindingCode code, Minting leaf, Minting issuing, Minting anchor) {
        assertThat(errors(TrustProfile.rfc5280(), leaf, issuing, anchor)).contains(code);
    }

    static Stream<Arguments> baseline() {
        return Stream.of(
                arguments(
                        FindingCode.LEAF_IS_CA,
                        end().extension(Extension.basicConstraints, true, new BasicConstraints(true)),
                        ca(),
                        top()),
                arguments(
                        FindingCode.EXTENDED_KEY_USAGE_MISSING, end().without(Extension.extendedKeyUsage), ca(), top()),
                arguments(
                        FindingCode.EXTENDED_KEY_USAGE_ANY,
                        end().extension(
                                        Extension.extendedKeyUsage,
                                        false,
                                        new ExtendedKeyUsage(KeyPurposeId.anyExtendedKeyUsage)),
                        ca(),
                        top()),
                arguments(
                        FindingCode.EXTENDED_KEY_USAGE_CRITICAL,
                        end().extension(
                                        Extension.extendedKeyUsage,
                                        true,
                                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)),
                        ca(),
                        top()),
                arguments(
                        FindingCode.EXTENDED_KEY_USAGE_ON_ROOT,
                        end(),
                        ca(),
                        top().extension(
                                        Extension.extendedKeyUsage,
                                        false,
                                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))),
                arguments(
                        FindingCode.COMMON_NAME_NOT_IN_SAN,
                        new Minting("CN=b.example", key("leaf"), "CN=Issuing", key("issuing"))
                                .from("2026-05-01", 90)
                                .server()
                                .identified()
                                .san(dns("a.example")),
                        ca(),
                        top()),
                arguments(
                        FindingCode.COMMON_NAME_FORM,
                        new Minting("CN=2001:DB8::1", key("leaf"), "CN=Issuing", key("issuing"))
                                .from("2026-05-01", 90)
                                .server()
                                .identified()
                                .san(dns("a.example"), new GeneralName(GeneralName.iPAddress, "2001:db8::1")),
                        ca(),
                        top()),
                arguments(
                        FindingCode.WILDCARD_MALFORMED,
                        end().san(dns("a.example"), dns("b*.example.com")),
                        ca(),
                        top()),
                arguments(FindingCode.WILDCARD_PUBLIC_SUFFIX, end().san(dns("a.example"), dns("*.co.uk")), ca(), top()),
                arguments(FindingCode.WILDCARD_PUBLIC_SUFFIX, end().san(dns("a.example"), dns("*")), ca(), top()),
                arguments(
                        FindingCode.KEY_SIZE_NOT_ALLOWED,
                        leaf("a.example", rsa(2052), "Issuing", key("issuing")),
                        ca(),
                        top()),
                arguments(
                        FindingCode.AUTHORITY_KEY_ID_MISMATCH,
                        end(),
                        ca(),
                        top().extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {
                            9
                        }))));
    }

    @ParameterizedTest
    @MethodSource("baseline")
    void webPki_brokenRule_isAnErrorThereAndNotInTheLenientProfile(
            FindingCode code, Minting leaf, Minting issuing, Minting anchor) {
        assertThat(errors(TrustProfile.webPki(), leaf, issuing, anchor)).contains(code);
        assertThat(errors(TrustProfile.lenient(), leaf, issuing, anchor)).doesNotContain(code);
    }

    @Test
    void wildcardOfAPrivateSuffix_besideTheSuffixItself_isItsOwners() {
        Minting owner = end().san(dns("a.example"), dns("*.s3.amazonaws.com"), dns("s3.amazonaws.com"));

        assertThat(errors(TrustProfile.webPki(), owner, ca(), top())).isEmpty();
        assertThat(errors(TrustProfile.webPki(), end().san(dns("a.example"), dns("*.s3.amazonaws.com")), ca(), top()))
                .containsExactly(FindingCode.WILDCARD_PUBLIC_SUFFIX);
    }

    @Test
    void profileWithoutChecks_stillNeedsAnchorSignatureAndThePlatform() {
        TrustProfile none = TrustProfile.builder("none").build();

        assertThat(errors(none, end(), ca(), top())).isEmpty();
        assertThat(errors(none, end(), ca(), root("Other", key("other")))).contains(FindingCode.ISSUER_NOT_FOUND);
        assertThat(errors(none, leaf("a.example", key("leaf"), "Issuing", key("fake")), ca(), top()))
                .contains(FindingCode.SIGNATURE_INVALID);
        assertThat(errors(none, end().from("2020-01-01", 90), ca(), top()))
                .containsExactly(FindingCode.PLATFORM_REJECTS);
    }

    @Test
    void severity_ofAProfileOfOnesOwn_counts() {
        TrustProfile strict = TrustProfile.lenient().toBuilder("strict")
                .severity(FindingCode.AUTHORITY_KEY_ID_MISSING, Severity.ERROR)
                .build();
        Minting bare = bareLeaf("a.example", key("leaf"), "Issuing", key("issuing"));

        assertThat(errors(TrustProfile.lenient(), bare, ca(), top())).isEmpty();
        assertThat(errors(strict, bare, ca(), top())).containsExactly(FindingCode.AUTHORITY_KEY_ID_MISSING);
    }

    @Test
    void maxIntermediates_selfIssuedOnes_areNotCounted() {
        Minting again = intermediate("Issuing", key("issuing"), "Issuing", key("issuing-old"))
                .extension(Extension.basicConstraints, true, new BasicConstraints(true));
        X509Certificate old =
                intermediate("Issuing", key("issuing-old"), "Root", key("root")).mint();
        CertificateChain chain = CertificateChain.of(List.of(end().mint(), again.mint(), old));
        TrustEvaluator.Builder builder =
                TrustEvaluator.builder().publicRoots(AnchorSet.of("roots", List.of(top().mint())));

        assertThat(builder.maxIntermediates(1)
                        .build()
                        .evaluate(chain, HOST, NOW)
                        .trusted())
                .isTrue();
        TrustReport none = builder.maxIntermediates(0).build().evaluate(chain, HOST, NOW);
        assertThat(none.trusted()).isFalse();
        assertThat(none.has(FindingCode.CHAIN_TOO_LONG)).isTrue();
    }
}
