package dev.interloper.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Outcome;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name that does not exist: whoever has a certificate for it makes them on demand. */
class CanaryTest {

    private static final String HOST = TestPki.HOST;
    private static final String NOBODY = "abcdefghijklmnop.invalid";

    private static Scene withCanary(X509Certificate shown) {
        return Scene.of(HOST).shows(TestPki.privateLeaf(HOST).mint()).canary(NOBODY, shown);
    }

    private static Outcome verdict(ProbeReport report) {
        return report.judged().get(0).inspection().verdict().outcome();
    }

    @Test
    void canary_minted_convictsInVerdictAndDiagnosisAlike() {
        ProbeReport report = withCanary(TestPki.privateLeaf(NOBODY).mint()).report();
        assertThat(report.diagnosis().code()).isEqualTo(DiagnosisCode.INTERCEPTED_UNTRUSTED);
        assertThat(report.judged().get(0).inspection().verdict().evidence())
                .extracting(Evidence::signal)
                .contains("canary.minted");
        assertThat(verdict(report)).isEqualTo(Outcome.INTERCEPTED);
        assertThat(withCanary(TestPki.privateLeaf(NOBODY).mint()).backwards().diagnosis())
                .hasToString(report.diagnosis().toString());
    }

    @Test
    void canary_answeredWithTheServersOwnCertificate_saysNothing() {
        ProbeReport report = withCanary(TestPki.privateLeaf(HOST).mint()).report();
        assertThat(verdict(report)).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.diagnosis().evidence()).noneMatch(fact -> fact.code().equals(FactCodes.CANARY_MINTED));
        assertThat(report.diagnosis().otherFacts())
                .noneMatch(fact -> fact.code().equals(FactCodes.CANARY_MINTED));
    }

    @Test
    void keys_otherOfTheSameKindEachTime_areNoticed() {
        X509Certificate first =
                TestPki.privateLeaf(HOST).key(TestPki.key("one")).mint();
        X509Certificate second =
                TestPki.privateLeaf(HOST).key(TestPki.key("two")).mint();
        assertThat(changes(Scene.of(HOST).shows(first).showsAgain(second))).isTrue();
        assertThat(changes(Scene.of(HOST).shows(first).showsAgain(first))).isFalse();
        assertThat(changes(Scene.of(HOST)
                        .shows(first)
                        .showsAgain(
                                TestPki.privateLeaf(HOST).key(TestPki.rsa(2048)).mint())))
                .isFalse();
    }

    private static boolean changes(Scene scene) {
        return Stream.concat(
                        scene.report().diagnosis().evidence().stream(),
                        scene.report().diagnosis().otherFacts().stream())
                .anyMatch(fact -> fact.code().equals(FactCodes.LEAF_CHANGES));
    }
}
