package dev.interloper.certs.pin;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import java.security.cert.X509Certificate;
import java.util.List;

/** A public authority, a company's proxy, and chains of theirs. */
final class PinFixture {
    static final String NAME = "www.shop.example";
    static final ServerName HOST = ServerName.parse(NAME);
    static final String BACKUP = "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    final X509Certificate root = root("Root", key("root")).mint();
    final X509Certificate issuing =
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint();
    final X509Certificate leaf =
            leaf(NAME, key("leaf"), "Issuing", key("issuing")).mint();
    final X509Certificate proxy = root("Proxy", key("proxy")).mint();
    final X509Certificate forged =
            leaf(NAME, key("forged"), "Proxy", key("proxy")).mint();

    final TrustEvaluator evaluator = TrustEvaluator.builder()
            .publicRoots(AnchorSet.of("test roots", List.of(root)))
            .extraAnchors(AnchorSet.of("company", List.of(proxy)))
            .build();

    TrustReport trust(X509Certificate... presented) {
        return evaluator.evaluate(chain(presented), HOST, NOW);
    }

    static PinPolicy policy(Pin... pins) {
        PinSet.Builder set = PinSet.builder("test");
        for (Pin pin : pins) {
            set.add(pin);
        }
        return PinPolicy.builder().add(HostPattern.parse(NAME), set.build()).build();
    }

    PinReport judge(PinPolicy policy, X509Certificate... presented) {
        return policy.evaluate(HOST, trust(presented), NOW);
    }
}
