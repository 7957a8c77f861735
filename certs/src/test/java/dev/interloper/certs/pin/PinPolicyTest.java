package dev.interloper.certs.pin;

import static dev.interloper.certs.pin.PinFixture.BACKUP;
import static dev.interloper.certs.pin.PinFixture.HOST;
import static dev.interloper.certs.pin.PinFixture.NAME;
import static dev.interloper.certs.pin.PinFixture.policy;
import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PinPolicyTest {
    private final PinFixture pki = new PinFixture();

    @Nested
    class Matching {
        @Test
        void evaluate_pinOnAnyOfThePath_matchesThere() {
            List<X509Certificate> path = List.of(pki.leaf, pki.issuing, pki.root);
            for (int i = 0; i < path.size(); i++) {
                PinReport report = pki.judge(policy(Pin.of(path.get(i))), pki.leaf, pki.issuing);

                assertThat(report.outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
                assertThat(report.match().orElseThrow().position()).isEqualTo(i);
                assertThat(report.match().orElseThrow().certificate()).contains(path.get(i));
                assertThat(report.match().orElseThrow().atAnchor()).isEqualTo(i == 2);
                assertThat(report.findings()).isEmpty();
            }
        }

        @Test
        void evaluate_roles_holdWhereTheyAre() {
            for (Pin.Role role : Pin.Role.values()) {
                assertThat(outcome(pki.leaf, role)).isEqualTo(role == Pin.Role.ANY || role == Pin.Role.LEAF);
                assertThat(outcome(pki.issuing, role))
                        .isEqualTo(role == Pin.Role.ANY || role == Pin.Role.CA || role == Pin.Role.INTERMEDIATE);
                assertThat(outcome(pki.root, role))
                        .isEqualTo(role == Pin.Role.ANY || role == Pin.Role.CA || role == Pin.Role.ROOT);
            }
        }

        private boolean outcome(X509Certificate pinned, Pin.Role role) {
            PinReport report = pki.judge(policy(Pin.of(pinned).withRole(role)), pki.leaf, pki.issuing);
            if (!report.outcome().permits()) {
                assertThat(report.likelyCause().orElseThrow().kind()).isEqualTo(LikelyCause.Kind.ROTATION);
            }
            return report.outcome() == PinOutcome.PINNED_MATCH;
        }

        @Test
        void evaluate_certificatePin_breaksWithRenewalOfTheSameKey() {
            X509Certificate renewed = leaf(NAME, key("leaf"), "Issuing", key("issuing"))
                    .from("2026-05-20", 90)
                    .mint();

            PinPolicy certificate = policy(Pin.ofCertificate(pki.leaf));
            assertThat(pki.judge(certificate, pki.leaf, pki.issuing).outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
            assertThat(pki.judge(certificate, renewed, pki.issuing).outcome()).isEqualTo(PinOutcome.MISMATCH);
            assertThat(pki.judge(policy(Pin.of(pki.leaf)), renewed, pki.issuing).outcome())
                    .isEqualTo(PinOutcome.PINNED_MATCH);
        }

        @Test
        void evaluate_requireAll_needsEveryPinOnOnePath() {
            PinSet both = PinSet.builder("both")
                    .add(Pin.of(pki.leaf))
                    .add(Pin.ofCa(pki.root))
                    .requireAll()
                    .build();
            PinSet other = PinSet.builder("other")
                    .add(Pin.of(pki.leaf))
                    .add(BACKUP)
                    .requireAll()
                    .build();
            HostPattern pattern = HostPattern.of(HOST);

            assertThat(pki.judge(PinPolicy.builder().add(pattern, both).build(), pki.leaf, pki.issuing)
                            .outcome())
                    .isEqualTo(PinOutcome.PINNED_MATCH);
            assertThat(pki.judge(PinPolicy.builder().add(pattern, other).build(), pki.leaf, pki.issuing)
                            .outcome())
                    .isEqualTo(PinOutcome.MISMATCH);
        }

        @Test
        void evaluate_otherHostOrExempt_hasNoPins() {
            PinPolicy policy = PinPolicy.builder()
                    .add("**.shop.example", BACKUP)
                    .exempt("www.shop.example")
                    .build();

            assertThat(pki.judge(policy, pki.leaf, pki.issuing).outcome()).isEqualTo(PinOutcome.NO_PINS_FOR_HOST);
            assertThat(policy.match("api.shop.example", List.of(pki.leaf), NOW).outcome())
                    .isEqualTo(PinOutcome.MISMATCH);
        }

        @Test
        void evaluate_manyPins_matchesLikeFew() {
            PinSet.Builder set = PinSet.builder("many");
            for (int i = 0; i < 40; i++) {
                set.add("sha256/" + String.format("%064x", i));
            }
            HostPattern pattern = HostPattern.of(HOST);
            PinPolicy without = PinPolicy.builder().add(pattern, set.build()).build();
            PinPolicy with = PinPolicy.builder()
                    .add(pattern, set.add(Pin.ofCa(pki.issuing)).build())
                    .build();

            assertThat(pki.judge(without, pki.leaf, pki.issuing).outcome()).isEqualTo(PinOutcome.MISMATCH);
            assertThat(pki.judge(with, pki.leaf, pki.issuing).outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
        }

        @Test
        void evaluate_reportOfAnotherHost_isRefused() {
            TrustReport other =
                    pki.evaluator.evaluate(chain(pki.leaf, pki.issuing), ServerName.parse("other.shop.example"), NOW);

            assertThatThrownBy(() -> policy(Pin.of(pki.leaf)).evaluate(HOST, other, NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("other.shop.example");
        }

        @Test
        void evaluate_reportWithoutHost_warns() {
            TrustReport without = pki.evaluator.evaluate(TrustRequest.of(chain(pki.leaf, pki.issuing), NOW));

            PinReport report = policy(Pin.of(pki.leaf)).evaluate(HOST, without, NOW);

            assertThat(report.outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
            assertThat(report.has(FindingCode.PIN_HOST_NOT_CHECKED)).isTrue();
        }
    }

    @Nested
    class Sets {
        @Test
        void evaluate_expiredSet_letsPassAndSaysSo() {
            PinSet set = PinSet.builder("old").add(BACKUP).expires(NOW).build();
            PinPolicy policy =
                    PinPolicy.builder().add(HostPattern.of(HOST), set).build();

            PinReport report = pki.judge(policy, pki.leaf, pki.issuing);

            assertThat(report.outcome()).isEqualTo(PinOutcome.EXPIRED_SET);
            assertThat(report.has(FindingCode.PIN_SET_EXPIRED)).isTrue();
            assertThat(policy.evaluate(HOST, report.trust(), NOW.minusNanos(1)).outcome())
                    .isEqualTo(PinOutcome.MISMATCH);
        }

        @Test
        void evaluate_oneOfTwoSetsExpired_theOtherHolds() {
            PinPolicy policy = PinPolicy.builder()
                    .add(
                            HostPattern.of(HOST),
                            PinSet.builder("old")
                                    .add(Pin.of(pki.leaf))
                                    .expires(NOW)
                                    .build())
                    .add(HostPattern.of(HOST), PinSet.anyOf("new", BACKUP))
                    .build();

            assertThat(pki.judge(policy, pki.leaf, pki.issuing).outcome()).isEqualTo(PinOutcome.MISMATCH);
        }

        @Test
        void evaluate_reportOnlyMismatch_letsPassWithCause() {
            PinSet set = PinSet.builder("audit").add(BACKUP).reportOnly().build();
            PinPolicy policy =
                    PinPolicy.builder().add(HostPattern.of(HOST), set).build();

            PinReport report = pki.judge(policy, pki.leaf, pki.issuing);

            assertThat(report.outcome()).isEqualTo(PinOutcome.REPORT_ONLY_MISMATCH);
            assertThat(report.outcome().permits()).isTrue();
            assertThat(report.has(FindingCode.PIN_MISMATCH)).isTrue();
            assertThat(report.likelyCause()).isPresent();
        }

        @Test
        void evaluate_enforcedMetAndReportOnlyNot_reportsBoth() {
            PinPolicy policy = PinPolicy.builder()
                    .add(
                            HostPattern.of(HOST),
                            PinSet.anyOf("now", Pin.of(pki.leaf).toString()))
                    .add(
                            HostPattern.of(HOST),
                            PinSet.builder("next").add(BACKUP).reportOnly().build())
                    .build();

            PinReport report = pki.judge(policy, pki.leaf, pki.issuing);

            assertThat(report.outcome()).isEqualTo(PinOutcome.REPORT_ONLY_MISMATCH);
            assertThat(report.match().orElseThrow().set().name()).isEqualTo("now");
        }

        @Test
        void builder_contradictions_areRefused() {
            assertThatThrownBy(
                            () -> PinPolicy.builder().add("a.example", BACKUP).exempt("a.example"))
                    .hasMessageContaining("a.example");
            assertThatThrownBy(() -> PinPolicy.builder().exempt("a.example").add("a.example", BACKUP))
                    .hasMessageContaining("a.example");
            assertThatThrownBy(() -> PinPolicy.builder().add("a.example")).hasMessageContaining("pins");
        }
    }

    @Nested
    class Trust {
        @Test
        void evaluate_untrustedChain_isNotLookedAt() {
            X509Certificate stranger = root("Stranger", key("stranger")).mint();
            X509Certificate end =
                    leaf(NAME, key("leaf"), "Stranger", key("stranger")).mint();

            PinReport report = pki.judge(policy(Pin.of(end)), end, stranger);

            assertThat(report.outcome()).isEqualTo(PinOutcome.NOT_TRUSTED);
            assertThat(report.match()).isEmpty();
            assertThat(report.outcome().permits()).isFalse();
        }

        @Test
        void evaluate_emptyChain_isNotTrusted() {
            PinReport report = policy(Pin.of(pki.leaf))
                    .evaluate(HOST, pki.evaluator.evaluate(CertificateChain.empty(), HOST, NOW), NOW);

            assertThat(report.outcome()).isEqualTo(PinOutcome.NOT_TRUSTED);
            assertThat(report.explain()).contains("NOT_TRUSTED");
            assertThat(report.toJson(443)).contains("\"served-certificate-chain\": []");
        }

        @Test
        void evaluate_crossSigned_passesByThePathThatMatchesAndSaysWhich() {
            X509Certificate cross = intermediate("Issuing", key("issuing"), "Proxy", key("proxy"))
                    .mint();

            PinReport report = pki.judge(policy(Pin.of(pki.proxy)), pki.leaf, cross, pki.issuing);

            assertThat(report.trust().paths()).hasSize(2);
            assertThat(report.outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
            assertThat(report.match().orElseThrow().path().anchorClass()).isEqualTo(AnchorClass.LOCAL);
        }

        @Test
        void evaluate_selfSignedLeafThatIsAnAnchor_isLeafAndRoot() {
            X509Certificate alone = leaf(NAME, key("alone"), NAME, key("alone")).mint();
            TrustReport trust = TrustEvaluator.builder()
                    .extraAnchors(AnchorSet.of("pinned", List.of(alone)))
                    .build()
                    .evaluate(chain(alone), HOST, NOW);

            assertThat(trust.trusted()).isTrue();
            for (Pin.Role role : List.of(Pin.Role.LEAF, Pin.Role.ROOT, Pin.Role.CA, Pin.Role.ANY)) {
                PinReport report = policy(Pin.of(alone).withRole(role)).evaluate(HOST, trust, NOW);

                assertThat(report.outcome()).as(role.name()).isEqualTo(PinOutcome.PINNED_MATCH);
                assertThat(report.match().orElseThrow().position()).isZero();
            }
            assertThat(policy(Pin.of(alone).withRole(Pin.Role.INTERMEDIATE))
                            .evaluate(HOST, trust, NOW)
                            .outcome())
                    .isEqualTo(PinOutcome.MISMATCH);
        }
    }

    @Nested
    class Local {
        @Test
        void evaluate_proxyByDefault_isAMismatchThatPointsAtTheProxy() {
            PinReport report = pki.judge(policy(Pin.of(pki.issuing)), pki.forged);

            assertThat(report.trust().trusted()).isTrue();
            assertThat(report.outcome()).isEqualTo(PinOutcome.MISMATCH);
            assertThat(report.likelyCause().orElseThrow().kind()).isEqualTo(LikelyCause.Kind.PROXY);
        }

        @Test
        void evaluate_proxyAllowed_getsByAndIsReported() {
            PinPolicy policy = policy(Pin.of(pki.issuing)).withLocalAnchors(LocalAnchors.ALLOW);

            PinReport report = pki.judge(policy, pki.forged);

            assertThat(report.outcome()).isEqualTo(PinOutcome.LOCAL_ANCHOR_BYPASS);
            assertThat(report.has(FindingCode.PIN_LOCAL_ANCHOR_BYPASS)).isTrue();
        }

        @Test
        void evaluate_localAllowedButPublicPathToo_isAMismatch() {
            X509Certificate cross = intermediate("Issuing", key("issuing"), "Proxy", key("proxy"))
                    .mint();
            PinPolicy policy = policy(Pin.parse(BACKUP)).withLocalAnchors(LocalAnchors.ALLOW);

            assertThat(pki.judge(policy, pki.leaf, cross, pki.issuing).outcome())
                    .isEqualTo(PinOutcome.MISMATCH);
        }
    }

    @Test
    void match_certificatesAndKeys_agreeWithEvaluate() {
        List<X509Certificate> path = List.of(pki.leaf, pki.issuing, pki.root);
        for (X509Certificate pinned : List.of(pki.leaf, pki.issuing, pki.root, pki.proxy)) {
            for (Pin.Role role : Pin.Role.values()) {
                PinPolicy policy = policy(Pin.of(pinned).withRole(role), Pin.parse(BACKUP));
                PinOutcome outcome = pki.judge(policy, pki.leaf, pki.issuing).outcome();

                assertThat(policy.match(NAME, path, NOW).outcome()).isEqualTo(outcome);
                assertThat(policy.matchKeys(
                                        "WWW.shop.example.",
                                        path.stream()
                                                .map(dev.interloper.certs.PublicKeyHash::of)
                                                .toList(),
                                        NOW)
                                .outcome())
                        .isEqualTo(outcome);
            }
        }
    }

    @Test
    void match_emptyPathOrStrangeHost_isNoMatch() {
        PinPolicy policy = policy(Pin.of(pki.leaf));

        assertThat(policy.match(NAME, List.of(), NOW).outcome()).isEqualTo(PinOutcome.NOT_TRUSTED);
        assertThat(policy.match("www.shop.example.evil.example", List.of(pki.leaf), NOW)
                        .outcome())
                .isEqualTo(PinOutcome.NO_PINS_FOR_HOST);
        assertThat(policy.match("", List.of(pki.leaf), NOW).outcome()).isEqualTo(PinOutcome.NO_PINS_FOR_HOST);
        PinCheck hit = policy.match(NAME, List.of(pki.leaf), NOW);
        assertThat(hit.pin()).contains(Pin.of(pki.leaf));
        assertThat(hit.position()).hasValue(0);
    }
}
