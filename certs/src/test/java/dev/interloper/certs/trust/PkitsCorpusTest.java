package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.certs.CertificateChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All cases of the NIST Public Key Interoperability Test Suite: {@code -Dinterloper.corpora=FOLDER}. */
class PkitsCorpusTest {
    /** Within the validity of everything that the suite does not make invalid on purpose. */
    private static final Instant AT = Instant.parse("2011-04-15T00:00:00Z");

    private static final Map<String, String> POLICIES = Map.of(
            "NIST-test-policy-1", "2.16.840.1.101.3.2.1.48.1",
            "NIST-test-policy-2", "2.16.840.1.101.3.2.1.48.2",
            "NIST-test-policy-3", "2.16.840.1.101.3.2.1.48.3",
            "NIST-test-policy-6", "2.16.840.1.101.3.2.1.48.6",
            "anyPolicy", PolicyInputs.ANY_POLICY);

    /**
     * What RFC 5280 6 demands of a path, without what has become too weak since 2010. The form of policy extensions is
     * not in it: the suite was made to RFC 3280, which let policy constraints be not critical.
     */
    private static final TrustProfile PROFILE = TrustProfile.builder("PKITS")
            .checks(List.of(
                    PathChecks.validity(),
                    PathChecks.basicConstraints(),
                    PathChecks.keyUsage(),
                    PathChecks.signatureAlgorithms(),
                    PathChecks.keyStrength(),
                    PathChecks.serialNumbers(),
                    PathChecks.revocation(),
                    PathChecks.policies()))
            .severity(FindingCode.WEAK_SIGNATURE_ALGORITHM, Severity.WARNING)
            .severity(FindingCode.WEAK_KEY, Severity.WARNING)
            .severity(FindingCode.SERIAL_NEGATIVE, Severity.WARNING)
            .severity(FindingCode.SERIAL_TOO_LONG, Severity.WARNING)
            .severity(FindingCode.SERIAL_SHORT, Severity.WARNING)
            .build();

    private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

    private Path suite = Path.of("");

    @BeforeEach
    void findCorpora() {
        String folder = System.getProperty("interloper.corpora");
        assumeTrue(folder != null, "skipped: -Dinterloper.corpora=FOLDER is not set");
        suite = Path.of(String.valueOf(folder)).resolve("certs/nist-pkits");
    }

    /** One case; the file has no nested objects but "info", and no escapes. */
    record Case(String json) {
        String text(String key) {
            Matcher found = Pattern.compile("\"" + key + "\": *\"([^\"]*)\"").matcher(json);
            return found.find() ? found.group(1) : "";
        }

        boolean flag(String key) {
            return text(key).equals("true");
        }

        boolean has(String key) {
            return json.contains("\"" + key + "\"");
        }

        List<String> list(String key) {
            int from = json.indexOf('[', json.indexOf("\"" + key + "\":"));
            List<String> strings = new ArrayList<>();
            Matcher found = STRING.matcher(json.substring(from, json.indexOf(']', from)));
            while (found.find()) {
                strings.add(found.group(1));
            }
            return strings;
        }

        /** The first of the suite's policies, unless the case says otherwise. */
        Set<String> expectedPolicies() {
            String key = "SetUserConstrainedPolicySet";
            return Set.copyOf(has(key) ? policies(key) : List.of(POLICIES.getOrDefault("NIST-test-policy-1", "")));
        }

        List<String> policies(String key) {
            return Arrays.stream(text(key).split(","))
                    .filter(name -> !name.isEmpty())
                    .map(name -> POLICIES.getOrDefault(name, name))
                    .toList();
        }
    }

    private List<Case> cases() throws IOException {
        String json = Files.readString(suite.resolve("pkits-testcases.json"));
        return Arrays.stream(json.split("(?=\\{\\s*\"title\")"))
                .filter(part -> part.contains("\"title\""))
                .map(Case::new)
                .toList();
    }

    private byte[] bytes(String folder, String name) throws IOException {
        return Files.readAllBytes(suite.resolve(folder).resolve(name));
    }

    private TrustReport judge(Case test) throws IOException {
        List<byte[]> der = new ArrayList<>();
        for (String name : test.list("certs")) {
            der.add(0, bytes("certs", name + ".crt"));
        }
        X509Certificate root = CertificateChain.parse(List.of(der.remove(der.size() - 1)))
                .leaf()
                .orElseThrow();
        RevocationData.Builder revocation = RevocationData.builder().required();
        for (String name : test.list("crls")) {
            revocation.crl(bytes("crls", name + ".crl"));
        }
        PolicyInputs policies = PolicyInputs.defaults()
                .withExplicitPolicyRequired(test.flag("SetInitialExplicitPolicy"))
                .withPolicyMappingInhibited(test.flag("SetInitialPolicyMappingInhibit"))
                .withAnyPolicyInhibited(test.flag("SetInitialInhibitAnyPolicy"));
        if (!test.policies("SetInitialPolicySet").isEmpty()) {
            policies = policies.withInitialPolicies(test.policies("SetInitialPolicySet"));
        }
        return TrustEvaluator.builder()
                .publicRoots(AnchorSet.empty("none"))
                .extraAnchors(AnchorSet.of("PKITS", List.of(root)))
                .profile(PROFILE)
                .build()
                .evaluate(TrustRequest.of(CertificateChain.parse(der), AT)
                        .withRevocation(revocation.build())
                        .withPolicies(policies));
    }

    private static Set<String> errors(TrustReport report) {
        return report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.code().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void evaluate_everyCase_isRight() throws IOException {
        List<Case> cases = cases();
        List<String> wrong = new ArrayList<>();
        for (Case test : cases) {
            TrustReport report = judge(test);
            if (report.trusted() != test.flag("should_validate")) {
                wrong.add(test.text("title") + " " + errors(report));
            }
        }
        System.out.println("pkits: " + (cases.size() - wrong.size()) + "/" + cases.size() + " " + wrong);
        assertThat(cases).hasSize(247);
        assertThat(wrong).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void evaluate_invalidRevocationAndPolicies_areFoundAsSuch() throws IOException {
        for (Case test : cases()) {
            if (!test.flag("should_validate")) {
                String section = test.text("test_number").replaceFirst("\\.[0-9]+$", "");
                Set<String> errors = errors(judge(test));
                if (Set.of("4.4", "4.14", "4.15").contains(section)) {
                    assertThat(errors).as(test.text("title")).containsAnyOf("REVOKED", "REVOCATION_UNKNOWN");
                } else if (Set.of("4.8", "4.9", "4.10", "4.11", "4.12").contains(section)) {
                    assertThat(errors).as(test.text("title")).containsAnyOf("POLICY_NOT_ACCEPTED", "POLICY_MALFORMED");
                }
            }
        }
    }

    @Test
    void policies_everyValidCase_areTheUserConstrainedSet() throws IOException {
        for (Case test : cases()) {
            TrustReport report = judge(test);
            if (report.trusted()) {
                assertThat(report.paths().get(0).policies())
                        .as(test.text("title"))
                        .isEqualTo(test.expectedPolicies());
            }
        }
    }
}
