package dev.interloper.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.testpki.TestPki;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificateChainTest {
    private final X509Certificate root =
            TestPki.root("Root", TestPki.key("root")).mint();
    private final X509Certificate leaf = TestPki.leaf("a.example", TestPki.key("leaf"), "Root", TestPki.key("root"))
            .mint();

    @Nested
    class Parse {
        @Test
        void parse_goodCertificates_keepsOrderAndDuplicates() throws Exception {
            CertificateChain chain =
                    CertificateChain.parse(List.of(leaf.getEncoded(), root.getEncoded(), root.getEncoded()));

            assertThat(chain.certificates()).containsExactly(leaf, root, root);
            assertThat(chain.leaf()).contains(leaf);
            assertThat(chain.unreadable()).isEmpty();
            assertThat(chain.indexOf(root)).isEqualTo(1);
        }

        @Test
        void parse_brokenInTheMiddle_keepsTheOthersAndSaysWhere() throws Exception {
            byte[] cut = Arrays.copyOf(root.getEncoded(), 100);

            CertificateChain chain = CertificateChain.parse(List.of(leaf.getEncoded(), cut, root.getEncoded()));

            assertThat(chain.size()).isEqualTo(3);
            assertThat(chain.certificates()).containsExactly(leaf, root);
            assertThat(chain.certificateAt(1)).isEmpty();
            assertThat(chain.certificateAt(2)).contains(root);
            assertThat(chain.unreadable()).singleElement().satisfies(u -> {
                assertThat(u.index()).isEqualTo(1);
                assertThat(u.length()).isEqualTo(100);
                assertThat(u.reason()).contains("reaches beyond");
            });
        }

        @Test
        void parse_trailingBytes_isUnreadable() throws Exception {
            byte[] padded = Arrays.copyOf(leaf.getEncoded(), leaf.getEncoded().length + 3);

            CertificateChain chain = CertificateChain.parse(List.of(padded));

            assertThat(chain.leaf()).isEmpty();
            assertThat(chain.unreadable().get(0).reason()).isEqualTo("3 bytes follow the certificate");
        }

        @Test
        void parse_pemInPlaceOfDer_isUnreadable() {
            CertificateChain chain = CertificateChain.parse(
                    List.of("-----BEGIN CERTIFICATE-----".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

            assertThat(chain.unreadable()).hasSize(1);
        }

        @Test
        void parse_brokenLeaf_hasNoLeaf() throws Exception {
            CertificateChain chain = CertificateChain.parse(List.of(new byte[0], root.getEncoded()));

            assertThat(chain.leaf()).isEmpty();
            assertThat(chain.certificates()).containsExactly(root);
        }
    }

    @Test
    void equals_sameCertificates_isTrue() throws Exception {
        assertThat(CertificateChain.parse(List.of(leaf.getEncoded()))).isEqualTo(CertificateChain.of(List.of(leaf)));
        assertThat(CertificateChain.of(List.of(leaf))).isNotEqualTo(CertificateChain.of(List.of(leaf, root)));
    }

    @Test
    void certificateAt_beyondTheEnd_throws() {
        assertThatThrownBy(() -> CertificateChain.empty().certificateAt(0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
