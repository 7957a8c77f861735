package dev.interloper.boards.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.HostnameMatcher;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.name.SubjectAltNames;
import dev.interloper.certs.pin.Pin;
import dev.interloper.certs.pin.PinOutcome;
import dev.interloper.certs.pin.PinPolicy;
import dev.interloper.certs.pin.PinReport;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/**
 * An interceptor whose CA the client trusts, and which sends the genuine chain behind its own leaf: the path is the
 * interceptor's, its anchor is local, and no pin of the genuine chain is met, not even for a leaf that was sent.
 */
final class AttackChainSuite implements Suite {
    private static final Duration INTO_VALIDITY = Duration.ofDays(180);

    AttackChainSuite() {}

    @Override
    public String name() {
        return "attack chain";
    }

    @Override
    public void run(Path folder, Report report) throws IOException {
        Path vectors = folder.resolve("ct").resolve("testdata");
        if (!Files.isRegularFile(vectors.resolve("mitmproxy-attack-chain.pem"))) {
            report.absent("no ct/testdata/mitmproxy-attack-chain.pem");
            return;
        }
        CertificateChain attack = read(vectors, "mitmproxy-attack-chain.pem");
        CertificateChain original = read(vectors, "mitmproxy-original-chain.pem");
        AnchorSet interceptor = AnchorSet.of(
                "interceptor", read(vectors, "mitmproxy-ca-cert.pem").certificates());
        X509Certificate leaf = original.leaf().orElseThrow();
        ServerName host = host(leaf);
        Instant at = leaf.getNotBefore().toInstant().plus(INTO_VALIDITY);
        TrustEvaluator evaluator =
                TrustEvaluator.builder().extraAnchors(interceptor).build();
        TrustReport forged = evaluator.evaluate(attack, host, at);
        TrustReport genuine = evaluator.evaluate(original, host, at);
        anchor(report, "attack", AnchorClass.LOCAL, forged);
        anchor(report, "original", AnchorClass.PUBLIC_CURRENT, genuine);
        for (X509Certificate certificate : original.certificates()) {
            PinPolicy policy = PinPolicy.builder()
                    .add(host.normalized(), Pin.of(certificate).toString())
                    .build();
            pin(report, "attack", certificate, PinOutcome.MISMATCH, policy.evaluate(host, forged, at));
            boolean onPath = genuine.paths().stream()
                    .filter(TrustPath::trusted)
                    .anyMatch(path -> path.certificates().contains(certificate)
                            || path.anchor().orElseThrow().publicKey().equals(certificate.getPublicKey()));
            pin(
                    report,
                    "original",
                    certificate,
                    onPath ? PinOutcome.PINNED_MATCH : PinOutcome.MISMATCH,
                    policy.evaluate(host, genuine, at));
        }
    }

    private static void anchor(Report report, String name, AnchorClass expected, TrustReport judged) {
        boolean right = judged.trusted() && judged.anchorClass() == expected;
        report.check(right, name + ", anchor", "trusted, " + expected, judged.toString());
    }

    private static void pin(Report report, String name, X509Certificate pinned, PinOutcome expected, PinReport judged) {
        report.check(
                judged.outcome() == expected,
                name + ", pin " + Pin.of(pinned),
                expected.toString(),
                judged.outcome().toString());
    }

    private static ServerName host(X509Certificate leaf) throws IOException {
        return SubjectAltNames.of(leaf).dnsNames().stream()
                .map(ServerName::parse)
                .filter(name -> HostnameMatcher.match(leaf, name).matched())
                .findFirst()
                .orElseThrow(() -> new IOException("the genuine leaf names no host"));
    }

    private static CertificateChain read(Path vectors, String file) throws IOException {
        return CertificateChain.parse(Pem.all(Files.readString(vectors.resolve(file))));
    }
}
