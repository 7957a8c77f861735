package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Signal;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** A public root's name on another key. */
class ImpersonationSignalTest {

    private final Signal signal = new ImpersonationSignal();

    @Test
    void examine_publicRootsNameOnAnotherKey_isDecisive() {
        KeyPair forger = TestPki.key("forger");
        String name = "CN=Kestrel Public Root";
        X509Certificate root = TestPki.authority(name, forger, name, forger).mint();
        Evidence evidence =
                one(signal, Seen.chain(HOST, TestPki.leaf(root, forger, HOST).mint(), root));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(7);
        assertThat(evidence.statement()).contains(name, "is not that root's");
    }

    @Test
    void examine_rootNotSent_isDecisiveOnce() {
        X509Certificate leaf =
                TestPki.leaf(TestPki.PUBLIC_ROOT, TestPki.key("forger"), HOST).mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).grade()).isEqualTo(Grade.DECISIVE);
    }

    @Test
    void examine_genuine_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.publicLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_privateName_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
