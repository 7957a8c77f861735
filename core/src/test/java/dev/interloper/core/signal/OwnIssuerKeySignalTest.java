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
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;

/** A leaf with the key of its issuer. */
class OwnIssuerKeySignalTest {

    private final Signal signal = new OwnIssuerKeySignal();
    private final KeyPair engines = TestPki.key("private");

    @Test
    void examine_leafKeyIsItsIssuers_isDecisive() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(engines).mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf, TestPki.PRIVATE_ROOT));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(9);
        assertThat(evidence.statement()).contains("issuer's own signing key", "no authority gives that away");
    }

    @Test
    void examine_issuerNotSent_isFoundByTheSignature() {
        X509Certificate leaf = TestPki.bareLeaf(HOST).key(engines).mint();
        assertThat(one(signal, Seen.chain(HOST, leaf)).grade()).isEqualTo(Grade.DECISIVE);
    }

    @Test
    void examine_authorityKeyIdIsTheLeafsOwn_isWeak() throws Exception {
        X509Certificate leaf = TestPki.bareLeaf(HOST)
                .extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils()
                                .createAuthorityKeyIdentifier(
                                        TestPki.key("leaf").getPublic()))
                .mint();
        Evidence evidence = one(signal, Seen.chain(HOST, leaf));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.statement()).contains("authority key identifier");
    }

    @Test
    void examine_internalHost_speaksToo() {
        X509Certificate leaf = TestPki.bareLeaf("nas.local").key(engines).mint();
        assertThat(one(signal, Seen.chain("nas.local", leaf)).weight()).isPositive();
    }

    @Test
    void examine_selfSigned_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.selfSigned(HOST).mint())))
                .isEmpty();
    }

    @Test
    void examine_keyOfItsOwn_isSilent() {
        assertThat(signal.examine(Seen.chain(HOST, TestPki.bareLeaf(HOST).mint(), TestPki.PRIVATE_ROOT)))
                .isEmpty();
    }
}
