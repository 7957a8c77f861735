package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.transparency.LoggedLeaf.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TransparencyPolicyTest {
    private static final PolicyOutcome MET = PolicyOutcome.COMPLIANT;
    private static final PolicyOutcome NOT_MET = PolicyOutcome.NOT_COMPLIANT;

    private final TestLog google = new TestLog("Google", key("g1"));
    private final TestLog google2 = new TestLog("Google", key("g2"));
    private final TestLog tallow = new TestLog("Tallow", key("t1"));
    private final TestLog bright = new TestLog("Brightwater", key("b1"));

    /** Judges a certificate of so many days, a day after it was issued and logged. */
    private PolicyResult judge(TransparencyPolicy policy, String from, int days, TestLog... logs) {
        Instant signed = Instant.parse(from + "T01:00:00Z");
        X509Certificate leaf = LoggedLeaf.of(LoggedLeaf.minting().from(from, days), signed, logs);
        return judge(policy, leaf, signed.plus(Duration.ofDays(1)), List.of(), logs);
    }

    private PolicyResult judge(
            TransparencyPolicy policy, X509Certificate leaf, Instant at, List<TestLog> sent, TestLog... embedded) {
        List<TestLog> known = new ArrayList<>(List.of(embedded));
        known.addAll(sent);
        LogList list = TestLog.list(at.toString(), known.stream().distinct().toArray(TestLog[]::new));
        TransparencyRequest request = TransparencyRequest.of(chain(leaf, ISSUER), at);
        if (!sent.isEmpty()) {
            request = request.withTlsScts(TestLog.hexListOf(sent.stream()
                    .map(l -> l.signCertificate(leaf.getNotBefore().toInstant(), encoded(leaf)))
                    .toArray(byte[][]::new)));
        }
        return TransparencyEvaluator.of(list, List.of(policy))
                .evaluate(request)
                .policies()
                .get(0);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PolicyOutcome sent(TransparencyPolicy policy, TestLog... logs) {
        X509Certificate leaf = LoggedLeaf.minting().from("2026-05-01", 90).mint();
        return judge(policy, leaf, Instant.parse("2026-05-02T00:00:00Z"), List.of(logs))
                .outcome();
    }

    @Nested
    class Chrome {
        private final TransparencyPolicy chrome = TransparencyPolicy.chrome();

        private PolicyOutcome judge(String from, int days, TestLog... logs) {
            return TransparencyPolicyTest.this.judge(chrome, from, days, logs).outcome();
        }

        @Test
        void evaluate_validity_decidesHowManyLogs() {
            assertThat(judge("2026-05-01", 180, google, tallow)).isEqualTo(MET);
            assertThat(judge("2026-05-01", 182, google, tallow)).isEqualTo(NOT_MET);
            assertThat(judge("2026-05-01", 182, google, google2, tallow)).isEqualTo(MET);
            assertThat(judge("2026-05-01", 90, google)).isEqualTo(NOT_MET);
            assertThat(judge("2026-05-01", 90)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_oneOperatorOrOneLog_isNotEnough() {
            assertThat(TransparencyPolicyTest.this
                            .judge(chrome, "2026-05-01", 90, google, google2)
                            .reasons())
                    .containsExactly("2 operators are needed, 1 found");
            assertThat(judge("2026-05-01", 90, google, google)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_retiredLog_countsBesideACurrentOne() {
            TestLog retired = new TestLog("Tallow", key("t1")).state("retired", "2026-05-01T12:00:00Z");
            TestLog retiredToo = new TestLog("Google", key("g1")).state("retired", "2026-05-01T12:00:00Z");

            assertThat(judge("2026-05-01", 90, google, retired)).isEqualTo(MET);
            assertThat(judge("2026-05-01", 90, retiredToo, retired)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_retiredWhileTheCaCollected_earliestTimestampDecides() {
            TestLog retired = new TestLog("Tallow", key("t1")).state("retired", "2026-05-01T12:00:00Z");
            var minting = LoggedLeaf.minting().from("2026-05-01", 90);
            byte[] tbs = LoggedLeaf.tbs(minting.mint());
            byte[] spki = key("issuing").getPublic().getEncoded();
            byte[] early = google.signPrecert(Instant.parse("2026-05-01T11:00:00Z"), spki, tbs);
            byte[] late = retired.signPrecert(Instant.parse("2026-05-01T12:00:01Z"), spki, tbs);
            X509Certificate leaf = LoggedLeaf.withScts(minting, TestLog.listOf(List.of(early, late)));

            PolicyResult result = TransparencyPolicyTest.this.judge(
                    chrome, leaf, Instant.parse("2026-05-03T00:00:00Z"), List.of(), google, retired);

            assertThat(result.outcome()).isEqualTo(MET);
        }

        @Test
        void evaluate_formerOperator_isTheOneThatCounts() {
            TestLog sold = new TestLog("Google", key("t1")).formerly("Tallow", "2026-05-15T00:00:00Z");

            assertThat(judge("2026-05-01", 90, google, sold)).isEqualTo(MET);
            assertThat(judge("2026-05-20", 90, google, sold)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_tiledLogsAlone_areEnoughSinceApril2026() {
            TestLog tiled = new TestLog("Google", key("g1")).tiled();
            TestLog tiledToo = new TestLog("Tallow", key("t1")).tiled();

            assertThat(judge("2026-04-01", 90, tiled, tiledToo)).isEqualTo(NOT_MET);
            assertThat(judge("2026-04-01", 90, tiled, bright)).isEqualTo(MET);
            assertThat(judge("2026-04-15", 90, tiled, tiledToo)).isEqualTo(MET);
        }

        @Test
        void evaluate_fromTheHandshake_needsTwoOperators() {
            assertThat(sent(chrome, google, tallow)).isEqualTo(MET);
            assertThat(sent(chrome, google, google2)).isEqualTo(NOT_MET);
            assertThat(sent(chrome, google)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_oneOfEachChannel_areNotAddedUp() {
            X509Certificate leaf = LoggedLeaf.of(
                    LoggedLeaf.minting().from("2026-05-01", 90), Instant.parse("2026-05-01T01:00:00Z"), google);
            byte[] list = TestLog.listOf(
                    List.of(tallow.signCertificate(Instant.parse("2026-05-01T02:00:00Z"), encoded(leaf))));
            Instant at = Instant.parse("2026-05-02T00:00:00Z");
            TransparencyRequest request = TransparencyRequest.of(chain(leaf, ISSUER), at)
                    .withTlsScts(java.util.HexFormat.of().formatHex(list));

            TransparencyReport report = TransparencyEvaluator.of(TestLog.list(at.toString(), google, tallow))
                    .evaluate(request);

            assertThat(report.verified()).isEqualTo(2);
            assertThat(report.outcome(TransparencyPolicy.chrome())).isEqualTo(NOT_MET);
            assertThat(report.outcome(TransparencyPolicy.apple())).isEqualTo(MET);
        }

        @Test
        void evaluate_issuedBeforeApril2022_needsGoogleAndAnother() {
            assertThat(judge("2022-04-14", 365, google, tallow)).isEqualTo(MET);
            assertThat(judge("2022-04-14", 365, tallow, bright)).isEqualTo(NOT_MET);
            assertThat(judge("2022-04-14", 365, google, google2)).isEqualTo(NOT_MET);
            assertThat(judge("2022-04-15", 365, google, tallow)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_monthsBefore2022_decideHowMany() {
            assertThat(judge("2021-01-01", 454, google, tallow)).isEqualTo(MET); // to 2022-03-31
            assertThat(judge("2021-01-01", 456, google, tallow)).isEqualTo(NOT_MET); // to 2022-04-01, 15 months
            assertThat(judge("2021-01-01", 456, google, google2, tallow)).isEqualTo(MET);
            assertThat(judge("2021-01-01", 850, google, google2, tallow)).isEqualTo(NOT_MET); // above 27
            assertThat(judge("2021-01-01", 850, google, google2, tallow, bright))
                    .isEqualTo(MET);
            assertThat(judge("2021-01-01", 1250, google, google2, tallow, bright))
                    .isEqualTo(NOT_MET); // above 39
        }

        @Test
        void evaluate_issuedBeforeItWasAsked_isNotEvaluated() {
            assertThat(judge("2018-04-30", 90)).isEqualTo(PolicyOutcome.NOT_EVALUATED);
            assertThat(judge("2018-05-01", 90)).isEqualTo(NOT_MET);
        }
    }

    @Nested
    class Apple {
        private final TransparencyPolicy apple = TransparencyPolicy.apple();

        private PolicyOutcome judge(String from, int days, TestLog... logs) {
            return TransparencyPolicyTest.this.judge(apple, from, days, logs).outcome();
        }

        @Test
        void evaluate_validity_decidesHowManyLogsAndHowManyOfAnOperator() {
            assertThat(judge("2026-05-01", 180, google, tallow)).isEqualTo(MET);
            assertThat(judge("2026-05-01", 180, google, google2)).isEqualTo(NOT_MET);
            assertThat(judge("2026-05-01", 181, google, tallow)).isEqualTo(NOT_MET);
            assertThat(judge("2026-05-01", 181, google, google2, tallow)).isEqualTo(MET);
            assertThat(judge("2026-05-01", 181, google, google2)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_issuedBeforeApril2021_goesByMonths() {
            assertThat(judge("2021-04-20", 365, google, google2)).isEqualTo(MET);
            assertThat(judge("2021-04-21", 365, google, google2)).isEqualTo(NOT_MET);
            assertThat(judge("2018-10-14", 90)).isEqualTo(PolicyOutcome.NOT_EVALUATED);
        }

        @Test
        void evaluate_fromTheHandshake_needsTwoLogs() {
            assertThat(sent(apple, google, google2)).isEqualTo(MET);
            assertThat(sent(apple, google)).isEqualTo(NOT_MET);
        }

        @Test
        void evaluate_tiledLogsAlone_areNotEnough() {
            TestLog tiled = new TestLog("Google", key("g1")).tiled();
            TestLog tiledToo = new TestLog("Tallow", key("t1")).tiled();

            assertThat(judge("2026-05-01", 90, tiled, tiledToo)).isEqualTo(NOT_MET);
            assertThat(judge("2026-05-01", 90, tiled, tallow)).isEqualTo(MET);
        }
    }

    @Test
    void evaluate_policyOfTheCaller_isAsked() {
        TransparencyPolicy one = new TransparencyPolicy() {
            @Override
            public String name() {
                return "one";
            }

            @Override
            public PolicyResult evaluate(X509Certificate leaf, List<SctResult> scts, Instant at) {
                return scts.isEmpty()
                        ? PolicyResult.notCompliant(name(), List.of("none"))
                        : PolicyResult.compliant(name());
            }
        };

        assertThat(judge(one, "2026-05-01", 90, google).outcome()).isEqualTo(MET);
        assertThat(judge(one, "2026-05-01", 90)).hasToString("one: NOT_COMPLIANT (none)");
    }
}
