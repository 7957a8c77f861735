package dev.interloper.certs.pin;

import static dev.interloper.certs.pin.PinFixture.HOST;
import static dev.interloper.certs.pin.PinFixture.NAME;
import static dev.interloper.certs.pin.PinFixture.policy;
import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.FindingCode;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks on pinning that are known from other implementations. */
class PinAttackTest {
    private final PinFixture pki = new PinFixture();

    /** As of CVE-2016-2402: what was sent is not what was validated. */
    @Test
    void evaluate_genuineChainAfterForgedLeaf_doesNotMatch() {
        for (X509Certificate genuine : List.of(pki.leaf, pki.issuing, pki.root)) {
            for (Pin pin : List.of(Pin.of(genuine), Pin.ofCertificate(genuine))) {
                PinReport report = pki.judge(policy(pin), pki.forged, pki.proxy, pki.leaf, pki.issuing, pki.root);

                assertThat(report.outcome()).isEqualTo(PinOutcome.MISMATCH);
                assertThat(report.has(FindingCode.PIN_UNVALIDATED_CERTIFICATE)).isTrue();
                assertThat(report.likelyCause().orElseThrow().kind()).isEqualTo(LikelyCause.Kind.PROXY);
            }
        }
    }

    /** A server's certificate that signs another one is no CA, whatever is pinned. */
    @Test
    void evaluate_leafSignedByNonCa_isNotTrusted() {
        X509Certificate own =
                leaf("evil.example", key("evil"), "Issuing", key("issuing")).mint();
        X509Certificate forged =
                leaf(NAME, key("forged"), "evil.example", key("evil")).mint();

        PinReport report = pki.judge(policy(Pin.of(pki.issuing), Pin.of(pki.root)), forged, own, pki.issuing);

        assertThat(report.outcome()).isEqualTo(PinOutcome.NOT_TRUSTED);
    }

    @Test
    void evaluate_rootNotSent_matchesTheRoot() {
        assertThat(pki.judge(policy(Pin.of(pki.root).withRole(Pin.Role.ROOT)), pki.leaf, pki.issuing)
                        .outcome())
                .isEqualTo(PinOutcome.PINNED_MATCH);
    }

    @Test
    void evaluate_crossSignOfPinnedKey_matches() {
        X509Certificate cross =
                intermediate("Issuing", key("issuing"), "Proxy", key("proxy")).mint();

        PinReport report = pki.judge(policy(Pin.ofCa(pki.issuing)), pki.leaf, cross);

        assertThat(report.outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
    }

    @Test
    void evaluate_otherCertificateOfPublicAuthority_isAMismatchOfUnknownCause() {
        X509Certificate other =
                leaf(NAME, key("other"), "Issuing", key("issuing")).mint();

        PinReport report = pki.judge(policy(Pin.of(pki.leaf)), other, pki.issuing);

        assertThat(report.outcome()).isEqualTo(PinOutcome.MISMATCH);
        assertThat(report.likelyCause().orElseThrow().kind()).isEqualTo(LikelyCause.Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WWW.SHOP.EXAMPLE", "www.shop.example.", "Www.Shop.Example.", "www\u3002shop\uff0eexample"})
    void evaluate_hostInOtherForm_isPinnedAllTheSame(String host) {
        PinPolicy policy =
                PinPolicy.builder().add("**.shop.example", PinFixture.BACKUP).build();

        ServerName name = ServerName.parse(host);
        assertThat(policy.evaluate(name, pki.evaluator.evaluate(chain(pki.leaf, pki.issuing), name, NOW), NOW)
                        .outcome())
                .isEqualTo(PinOutcome.MISMATCH);
        assertThat(policy.match(host, List.of(pki.leaf), NOW).outcome()).isEqualTo(PinOutcome.MISMATCH);
    }

    @Test
    void match_wildcardAsSubstring_doesNotMatch() {
        PinPolicy policy = PinPolicy.builder()
                .add("*.foo.com", PinFixture.BACKUP)
                .add("**.foo.com", PinFixture.BACKUP)
                .build();

        for (String host : List.of("bar.foo.com.notfoo.com", "barfoo.com", "foo.com.notfoo.com", "foo.comx")) {
            assertThat(policy.match(host, List.of(pki.leaf), NOW).outcome())
                    .as(host)
                    .isEqualTo(PinOutcome.NO_PINS_FOR_HOST);
        }
        assertThat(policy.match("bar.foo.com", List.of(pki.leaf), NOW).outcome())
                .isEqualTo(PinOutcome.MISMATCH);
    }

    @Test
    void explain_hostileNames_areEscaped() {
        X509Certificate hostile = new dev.interloper.certs.testpki.TestPki.Minting(
                        "CN=\u202egnp.exe\u0007", key("forged"), "CN=Proxy", key("proxy"))
                .from("2026-05-01", 90)
                .server()
                .san(new org.bouncycastle.asn1.x509.GeneralName(org.bouncycastle.asn1.x509.GeneralName.dNSName, NAME))
                .mint();

        PinReport report = policy(Pin.of(pki.leaf)).evaluate(HOST, pki.trust(hostile), NOW);

        assertThat(report.explain()).doesNotContain("\u202e", "\u0007");
        assertThat(report.toString()).doesNotContain("\u202e", "\u0007");
        assertThat(report.toJson(443)).matches("\\p{ASCII}*");
    }
}
