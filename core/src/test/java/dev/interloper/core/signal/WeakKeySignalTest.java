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

/** Keys and signatures that public authorities refuse. */
class WeakKeySignalTest {

    private final Signal signal = new WeakKeySignal();

    @Test
    void examine_shortRsaKey_isWeakWithItsLength() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(TestPki.rsa(1024)).mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isEqualTo(1);
        assertThat(evidence.statement()).contains("1024-bit RSA", "below 2048");
    }

    @Test
    void examine_sha1Signature_isWeak() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).algorithm("SHA1withECDSA").mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).statement()).contains("SHA-1");
    }

    @Test
    void examine_weakKeyAndSignature_speaksOnce() {
        X509Certificate leaf = TestPki.bareLeaf(HOST)
                .key(TestPki.rsa(1024))
                .algorithm("SHA1withECDSA")
                .mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).hasSize(1);
    }

    @Test
    void examine_weakRootOnly_isSilent() {
        KeyPair weak = TestPki.rsa(1024);
        X509Certificate root =
                TestPki.authority("CN=Weak", weak, "CN=Weak", weak).mint();
        assertThat(signal.examine(
                        Seen.chain(HOST, TestPki.leaf(root, weak, HOST).mint(), root)))
                .isEmpty();
    }

    @Test
    void examine_goodKey_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_publicAnchor_isSilent() {
        X509Certificate leaf = TestPki.publicLeaf(HOST).key(TestPki.rsa(1024)).mint();
        assertThat(signal.examine(Seen.chain(HOST, leaf))).isEmpty();
    }

    @Test
    void examine_internalHost_isSilent() {
        X509Certificate leaf =
                TestPki.bareLeaf("nas.local").key(TestPki.rsa(1024)).mint();
        assertThat(signal.examine(Seen.chain("nas.local", leaf))).isEmpty();
    }
}
