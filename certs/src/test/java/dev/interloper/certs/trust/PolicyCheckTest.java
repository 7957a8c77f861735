package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.testpki.TestPki.Minting;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.Extension;
import org.junit.jupiter.api.Test;

class PolicyCheckTest {
    private static final String ONE = "1.2.3.1";
    private static final String TWO = "1.2.3.2";
    private static final String ANY = PolicyInputs.ANY_POLICY;
    private static final X509Certificate ROOT = root("Root", key("root")).mint();
    private static final PolicyInputs DEFAULTS = PolicyInputs.defaults();

    private static Minting end(String... policies) {
        return with(leaf("a.example", key("leaf"), "Issuing", key("issuing")), policies);
    }

    private static Minting issuing(String... policies) {
        return with(intermediate("Issuing", key("issuing"), "Root", key("root")), policies);
    }

    private static Minting with(Minting minting, String... policies) {
        return policies.length == 0
                ? minting
                : minting.extension(Extension.certificatePolicies, false, policies(policies));
    }

    private static DERSequence policies(String... policies) {
        return new DERSequence(Arrays.stream(policies)
                .map(p -> new DERSequence(new ASN1ObjectIdentifier(p)))
                .toArray(ASN1Encodable[]::new));
    }

    private static DERSequence mapping(String from, String to) {
        return new DERSequence(
                new DERSequence(new ASN1Encodable[] {new ASN1ObjectIdentifier(from), new ASN1ObjectIdentifier(to)}));
    }

    private static DERSequence constraints(int tag, int skip) {
        return new DERSequence(new DERTaggedObject(false, tag, new ASN1Integer(skip)));
    }

    private static TrustPath judge(PolicyInputs inputs, Minting... certificates) {
        X509Certificate[] minted =
                Arrays.stream(certificates).map(Minting::mint).toArray(X509Certificate[]::new);
        return TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
                .checks(List.of(PathChecks.policies(), PathChecks.policyForm()))
                .build()
                .evaluate(TrustRequest.of(chain(minted), NOW).withPolicies(inputs))
                .paths()
                .get(0);
    }

    private static void assertOnly(TrustPath path, FindingCode code, Severity severity, int index) {
        assertThat(path.findings()).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(code);
            assertThat(f.severity()).isEqualTo(severity);
            assertThat(f.certificateIndex()).hasValue(index);
        });
        assertThat(path.trusted()).isEqualTo(severity != Severity.ERROR);
    }

    @Test
    void check_noPoliciesAndNoneRequired_findsNothing() {
        TrustPath path = judge(DEFAULTS, end(), issuing());

        assertThat(path.findings()).isEmpty();
        assertThat(path.policies()).isEmpty();
    }

    @Test
    void check_noPoliciesAndOneRequiredByTheCaller_isRefused() {
        PolicyInputs explicit = DEFAULTS.withExplicitPolicyRequired(true);

        assertOnly(judge(explicit, end(), issuing()), FindingCode.POLICY_NOT_ACCEPTED, Severity.ERROR, 1);
        assertOnly(judge(explicit, end(ONE), issuing(TWO)), FindingCode.POLICY_NOT_ACCEPTED, Severity.ERROR, 0);
        assertThat(judge(explicit, end(ONE), issuing(ONE, TWO)).policies()).isEqualTo(Set.of(ONE));
    }

    @Test
    void check_requiredByACertificate_countsWithoutInputs() {
        Minting requires = issuing(ONE).extension(Extension.policyConstraints, true, constraints(0, 0));

        assertOnly(judge(DEFAULTS, end(TWO), requires), FindingCode.POLICY_NOT_ACCEPTED, Severity.ERROR, 0);
        assertThat(judge(DEFAULTS, end(ONE), requires).findings()).isEmpty();
    }

    @Test
    void check_requiredByTheLeaf_countsAtTheEnd() {
        Minting requires = end().extension(Extension.policyConstraints, true, constraints(0, 0));

        assertOnly(judge(DEFAULTS, requires, issuing()), FindingCode.POLICY_NOT_ACCEPTED, Severity.ERROR, 0);
    }

    @Test
    void check_anotherPolicyWanted_isRefusedWhereOneIsRequired() {
        PolicyInputs two = DEFAULTS.withInitialPolicies(List.of(TWO)).withExplicitPolicyRequired(true);

        assertOnly(judge(two, end(ONE), issuing(ONE)), FindingCode.POLICY_NOT_ACCEPTED, Severity.ERROR, 0);
        assertThat(judge(two, end(TWO), issuing(ANY)).policies()).isEqualTo(Set.of(TWO));
        assertThat(judge(two, end(ANY), issuing(ANY)).policies()).isEqualTo(Set.of(TWO));
    }

    @Test
    void check_anyPolicy_standsForAllUnlessInhibited() {
        assertThat(judge(DEFAULTS, end(ONE), issuing(ANY)).policies()).isEqualTo(Set.of(ONE));
        assertThat(judge(DEFAULTS, end(ANY), issuing(ONE)).policies()).isEqualTo(Set.of(ONE));
        assertThat(judge(DEFAULTS, end(ANY), issuing(ANY)).policies()).isEqualTo(Set.of(ANY));
        assertThat(judge(DEFAULTS.withAnyPolicyInhibited(true), end(ONE), issuing(ANY))
                        .policies())
                .isEmpty();
    }

    @Test
    void check_inhibitAnyPolicy_countsBelow() {
        Minting inhibits = issuing(ONE).extension(Extension.inhibitAnyPolicy, true, new ASN1Integer(0));

        assertThat(judge(DEFAULTS, end(ANY), inhibits).policies()).isEmpty();
        assertThat(judge(DEFAULTS, end(ONE), inhibits).policies()).isEqualTo(Set.of(ONE));
    }

    @Test
    void check_mapping_isFollowedUnlessInhibited() {
        Minting maps = issuing(ONE).extension(Extension.policyMappings, true, mapping(ONE, TWO));
        PolicyInputs inhibited = DEFAULTS.withPolicyMappingInhibited(true).withExplicitPolicyRequired(true);

        assertThat(judge(DEFAULTS, end(TWO), maps).policies()).isEqualTo(Set.of(ONE));
        assertThat(judge(DEFAULTS, end(ONE), maps).policies()).isEmpty();
        assertThat(judge(inhibited, end(TWO), maps).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.POLICY_NOT_ACCEPTED);
    }

    @Test
    void check_mappingOfAnyPolicy_isMalformed() {
        Minting maps = issuing(ANY).extension(Extension.policyMappings, true, mapping(ANY, TWO));

        assertThat(judge(DEFAULTS, end(TWO), maps).findings())
                .extracting(Finding::code)
                .contains(FindingCode.POLICY_MALFORMED);
    }

    @Test
    void check_doesNotParse_isMalformed() {
        Minting broken = end().extension(Extension.certificatePolicies, false, DERNull.INSTANCE);

        // the platform refuses to make a certificate of it, so Bouncy Castle's stands in
        assertThat(judge(DEFAULTS, broken, issuing()).findings())
                .extracting(Finding::code)
                .contains(FindingCode.POLICY_MALFORMED);
    }

    @Test
    void check_morePoliciesThanAreFollowed_isALimit() {
        String[] many = IntStream.range(0, 600).mapToObj(i -> "1.2.3." + i).toArray(String[]::new);

        assertOnly(judge(DEFAULTS, end(ONE), issuing(many)), FindingCode.POLICY_LIMIT, Severity.ERROR, 1);
    }

    @Test
    void check_form_isHeldToTheLetter() {
        Minting constraints = issuing().extension(Extension.policyConstraints, false, constraints(1, 3));
        Minting anyPolicy = issuing().extension(Extension.inhibitAnyPolicy, false, new ASN1Integer(3));
        Minting empty = issuing().extension(Extension.policyConstraints, true, new DERSequence());
        Minting twice = issuing(ONE, ONE);

        assertOnly(judge(DEFAULTS, end(), constraints), FindingCode.POLICY_CONSTRAINTS_NOT_CRITICAL, Severity.ERROR, 1);
        assertOnly(judge(DEFAULTS, end(), anyPolicy), FindingCode.INHIBIT_ANY_POLICY_NOT_CRITICAL, Severity.ERROR, 1);
        assertOnly(judge(DEFAULTS, end(), empty), FindingCode.POLICY_MALFORMED, Severity.ERROR, 1);
        assertOnly(judge(DEFAULTS, end(ONE), twice), FindingCode.POLICY_MALFORMED, Severity.WARNING, 1);
    }

    @Test
    void withInitialPolicies_noObjectIdentifiers_areRefused() {
        assertThatThrownBy(() -> DEFAULTS.withInitialPolicies(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policies");
        assertThatThrownBy(() -> DEFAULTS.withInitialPolicies(List.of("ev")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ev");
    }
}
