package dev.interloper.certs.pin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.name.HostnameMatcher;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.name.SubjectAltName;
import dev.interloper.certs.name.SubjectAltNames;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustEvaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real interceptor that sends the genuine chain after its own leaf: {@code -Dinterloper.corpora=FOLDER}. */
class PinCorpusTest {
    private Path folder = Path.of("");

    @BeforeEach
    void findCorpora() {
        String corpora = System.getProperty("interloper.corpora");
        assumeTrue(corpora != null, "skipped: -Dinterloper.corpora=FOLDER is not set");
        folder = Path.of(String.valueOf(corpora)).resolve("certs/ct/testdata");
    }

    private List<X509Certificate> read(String file) throws IOException {
        return AnchorSet.fromPem(file, folder.resolve(file)).anchors().stream()
                .flatMap(a -> a.certificate().stream())
                .toList();
    }

    private static ServerName host(X509Certificate leaf) {
        return SubjectAltNames.of(leaf).names().stream()
                .filter(n -> n.kind() == SubjectAltName.Kind.DNS && !n.value().startsWith("*"))
                .map(n -> ServerName.parse(n.value()))
                .filter(n -> HostnameMatcher.match(leaf, n).matched())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void evaluate_mitmproxyAttackChain_matchesNothingOfTheGenuineChain() throws IOException {
        List<X509Certificate> attack = read("mitmproxy-attack-chain.pem");
        List<X509Certificate> original = read("mitmproxy-original-chain.pem");
        ServerName host = host(original.get(0));
        Instant at = original.get(0).getNotBefore().toInstant().plus(Duration.ofDays(180));
        TrustEvaluator evaluator = TrustEvaluator.builder()
                .extraAnchors(AnchorSet.of("interceptor", read("mitmproxy-ca-cert.pem")))
                .build();

        assertThat(attack.subList(1, attack.size())).containsAll(original);
        for (X509Certificate genuine : original) {
            PinPolicy policy = PinPolicy.builder()
                    .add("**." + host.normalized(), Pin.of(genuine).toString())
                    .build();
            PinReport forged = policy.evaluate(host, evaluator.evaluate(CertificateChain.of(attack), host, at), at);

            assertThat(forged.trust().trusted()).as(forged.trust().toString()).isTrue();
            assertThat(forged.outcome()).isEqualTo(PinOutcome.MISMATCH);
            assertThat(forged.has(FindingCode.PIN_UNVALIDATED_CERTIFICATE)).isTrue();
            assertThat(forged.likelyCause().orElseThrow().kind()).isEqualTo(LikelyCause.Kind.PROXY);
        }
    }

    @Test
    void evaluate_originalChain_matchesUpToTheAnchorOfTheTable() throws IOException {
        List<X509Certificate> original = read("mitmproxy-original-chain.pem");
        ServerName host = host(original.get(0));
        Instant at = original.get(0).getNotBefore().toInstant().plus(Duration.ofDays(180));
        var trust = TrustEvaluator.create().evaluate(CertificateChain.of(original), host, at);
        Anchor anchor = trust.anchor().orElseThrow();

        PinReport report = PinPolicy.builder()
                .add("**." + host.normalized(), "root:" + Pin.of(anchor.keyHash()))
                .build()
                .evaluate(host, trust, at);

        assertThat(report.outcome()).isEqualTo(PinOutcome.PINNED_MATCH);
        assertThat(report.match().orElseThrow().atAnchor()).isTrue();
        assertThat(report.explain()).contains(anchor.keyHash().toString());

        X509Certificate sent = original.stream()
                .filter(c -> PublicKeyHash.of(c).equals(anchor.keyHash()))
                .findFirst()
                .orElseThrow();
        assertThat(anchor.certificate()).isEmpty();
        assertThat(PinPolicy.builder()
                        .add(host.normalized(), Pin.ofCertificate(sent).toString())
                        .build()
                        .evaluate(host, trust, at)
                        .outcome())
                .isEqualTo(PinOutcome.PINNED_MATCH);
    }
}
