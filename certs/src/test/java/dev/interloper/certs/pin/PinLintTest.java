package dev.interloper.certs.pin;

import static dev.interloper.certs.pin.PinFixture.BACKUP;
import static dev.interloper.certs.pin.PinFixture.HOST;
import static dev.interloper.certs.pin.PinFixture.policy;
import static dev.interloper.certs.testpki.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinLintTest {
    private final PinFixture pki = new PinFixture();
    private final TrustReport trust = pki.trust(pki.leaf, pki.issuing);

    private List<FindingCode> codes(PinPolicy policy) {
        return policy.lint(HOST, trust, NOW).stream().map(Finding::code).toList();
    }

    private static Finding find(List<Finding> findings, FindingCode code) {
        return findings.stream().filter(f -> f.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void lint_singleLeafPin_warnsOfBackupLeafAndDate() {
        List<Finding> findings = policy(Pin.of(pki.leaf)).lint(HOST, trust, NOW);

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.PIN_NO_BACKUP, FindingCode.PIN_LEAF_ONLY, FindingCode.PIN_BREAKS);
        assertThat(find(findings, FindingCode.PIN_BREAKS).sentence()).contains("2026-07-29T23:59:59Z");
        assertThat(find(findings, FindingCode.PIN_BREAKS).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void lint_rootAndBackup_onlyInforms() {
        List<Finding> findings = policy(Pin.of(pki.root), Pin.parse(BACKUP)).lint(HOST, trust, NOW);

        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.PIN_UNMATCHED, FindingCode.PIN_BREAKS);
        assertThat(findings).allMatch(f -> f.severity() == Severity.INFO);
        assertThat(find(findings, FindingCode.PIN_BREAKS).sentence()).contains("2039-");
    }

    @Test
    void lint_allPinsInTheChain_hasNoBackup() {
        assertThat(codes(policy(Pin.of(pki.leaf), Pin.of(pki.issuing))))
                .contains(FindingCode.PIN_NO_BACKUP)
                .doesNotContain(FindingCode.PIN_LEAF_ONLY);
    }

    @Test
    void lint_pinsOfAnotherChain_areAMismatch() {
        assertThat(codes(policy(Pin.parse(BACKUP), Pin.of(pki.proxy)))).containsExactly(FindingCode.PIN_MISMATCH);
    }

    @Test
    void lint_requireAll_breaksWithTheFirstToEnd() {
        PinSet all = PinSet.builder("all")
                .add(Pin.of(pki.leaf))
                .add(Pin.of(pki.root))
                .requireAll()
                .build();
        PinPolicy policy = PinPolicy.builder().add(HostPattern.of(HOST), all).build();

        assertThat(find(policy.lint(HOST, trust, NOW), FindingCode.PIN_BREAKS).sentence())
                .contains("2026-07-29T23:59:59Z");
    }

    @Test
    void lint_expiry_isSaidBeforeAndAfter() {
        PinSet set = PinSet.builder("set")
                .add(Pin.of(pki.root))
                .add(BACKUP)
                .expires(NOW.plus(Duration.ofDays(100)))
                .build();
        PinPolicy policy = PinPolicy.builder().add(HostPattern.of(HOST), set).build();

        assertThat(policy.lint(NOW)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo(FindingCode.PIN_SET_EXPIRES);
            assertThat(f.severity()).isEqualTo(Severity.INFO);
        });
        assertThat(policy.lint(NOW.plus(Duration.ofDays(11)))).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.sentence()).contains("in 89 days");
        });
        assertThat(policy.lint(NOW.plus(Duration.ofDays(100))))
                .singleElement()
                .satisfies(f -> assertThat(f.code()).isEqualTo(FindingCode.PIN_SET_EXPIRED));
    }

    @Test
    void lint_certificatePinsOnly_warns() {
        assertThat(codes(policy(Pin.ofCertificate(pki.leaf), Pin.ofCertificate(pki.root))))
                .contains(FindingCode.PIN_CERTIFICATE);
    }
}
