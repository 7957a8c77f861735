package dev.interloper.certs.pin;

import static dev.interloper.certs.pin.PinFixture.HOST;
import static dev.interloper.certs.pin.PinFixture.NAME;
import static dev.interloper.certs.pin.PinFixture.policy;
import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseFinderTest {
    /** A real public root whose key is pinned; nobody here can sign with it. */
    private final Anchor pinned = AnchorSet.bundledPublicRoots().anchors().stream()
            .filter(a -> a.name().attribute("O").size() == 1)
            .filter(a -> a.name().attribute("O").get(0).matches("[A-Za-z ]+"))
            .findFirst()
            .orElseThrow();

    private LikelyCause cause(String organisation) {
        String name = "Another Root,O=" + organisation;
        X509Certificate root = root(name, key("another")).mint();
        X509Certificate end = leaf(NAME, key("leaf"), name, key("another")).mint();
        TrustEvaluator evaluator = TrustEvaluator.builder()
                .publicRoots(AnchorSet.of("test roots", List.of(root)))
                .build();
        PinReport report =
                policy(Pin.of(pinned.keyHash())).evaluate(HOST, evaluator.evaluate(chain(end), HOST, NOW), NOW);
        assertThat(report.outcome()).isEqualTo(PinOutcome.MISMATCH);
        return report.likelyCause().orElseThrow();
    }

    @Test
    void find_sameOrganisationOtherKey_isLikelyRotation() {
        assertThat(cause(pinned.name().attribute("O").get(0)).kind()).isEqualTo(LikelyCause.Kind.ROTATION);
    }

    @Test
    void find_otherPublicAuthority_mayBeAnAttack() {
        LikelyCause cause = cause("Somebody Else");

        assertThat(cause.kind()).isEqualTo(LikelyCause.Kind.ATTACK);
        assertThat(cause.sentence()).contains("either");
    }
}
