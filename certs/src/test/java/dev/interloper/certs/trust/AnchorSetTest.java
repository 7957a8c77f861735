package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.testpki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnchorSetTest {
    private final X509Certificate root =
            TestPki.root("Root", TestPki.key("root")).mint();

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fromPem_commentsAndOtherBlocks_arePassedOver() throws Exception {
        String text = "# a comment\r\n-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n" + pem(root)
                + "another\n" + pem(root);

        AnchorSet set = AnchorSet.fromPem("mine", stream(text));

        assertThat(set.label()).isEqualTo("mine");
        assertThat(set.anchors()).singleElement().satisfies(a -> {
            assertThat(a.certificate()).contains(root);
            assertThat(a.label()).isEqualTo("mine");
        });
    }

    @Test
    void fromPem_noCertificate_saysFileAndLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("roots.pem"), "one\ntwo\nthree\n");

        assertThatThrownBy(() -> AnchorSet.fromPem("mine", file))
                .isInstanceOfSatisfying(PemException.class, e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.source()).isEqualTo(file.toString());
                })
                .hasMessageContaining("roots.pem, line 3: no \"-----BEGIN CERTIFICATE-----\"");
    }

    @Test
    void fromPem_damagedCertificate_saysWhereItBegins() {
        assertThatThrownBy(() -> AnchorSet.fromPem(
                        "mine", stream("\n-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")))
                .isInstanceOf(PemException.class)
                .hasMessageContaining("mine, line 2: ");
        assertThatThrownBy(() -> AnchorSet.fromPem("mine", stream("-----BEGIN CERTIFICATE-----\nMAA=\n")))
                .hasMessageContaining("does not end");
        assertThatThrownBy(() -> AnchorSet.fromPem(
                        "mine", stream("-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n")))
                .hasMessageContaining("not Base64");
    }

    @Test
    void anchorClass_setOfTheCaller_isCurrentForItsKeysOnly() {
        AnchorSet set = AnchorSet.of("mine", List.of(root));

        assertThat(set.anchorClass(set.anchors().get(0).keyHash())).contains(AnchorClass.PUBLIC_CURRENT);
        assertThat(AnchorSet.empty("none").anchorClass(set.anchors().get(0).keyHash()))
                .isEmpty();
    }
}
