package dev.interloper.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.testpki.TestPki;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PublicKeyHashTest {
    private final X509Certificate certificate =
            TestPki.root("Root", TestPki.key("root")).mint();

    @Test
    void of_certificate_isTheHashOfItsKey() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(TestPki.key("root").getPublic().getEncoded());

        PublicKeyHash hash = PublicKeyHash.of(certificate);

        assertThat(hash).isEqualTo(PublicKeyHash.of(certificate.getPublicKey()));
        assertThat(hash.base64()).isEqualTo(Base64.getEncoder().encodeToString(digest));
        assertThat(hash).hasToString("sha256/" + hash.base64());
    }

    @Test
    void fromHex_ownHex_isEqual() {
        PublicKeyHash hash = PublicKeyHash.of(certificate);

        assertThat(PublicKeyHash.fromHex(hash.hex())).isEqualTo(hash).hasSameHashCodeAs(hash);
        assertThat(PublicKeyHash.of(TestPki.key("other").getPublic())).isNotEqualTo(hash);
    }

    @Test
    void fromHex_wrongLength_throws() {
        assertThatThrownBy(() -> PublicKeyHash.fromHex("00"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("64 digits");
    }
}
