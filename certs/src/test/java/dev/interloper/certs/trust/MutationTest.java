package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.ServerName;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** Whatever is done to the bytes of a chain, every part of the module gives a result. */
class MutationTest {
    private static final ServerName HOST = ServerName.parse("www.shop.example");
    private static final X509Certificate ROOT = root("Root", key("root")).mint();
    private static final List<byte[]> CHAIN = encoded(
            leaf("www.shop.example", key("leaf"), "Issuing", key("issuing"))
                    .extension(
                            Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3, 4
                            }))
                    .mint(),
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint(),
            ROOT);

    private static final TrustEvaluator EVALUATOR = TrustEvaluator.builder()
            .publicRoots(AnchorSet.of("test roots", List.of(ROOT)))
            .build();

    private static List<byte[]> encoded(X509Certificate... certificates) {
        List<byte[]> der = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                der.add(certificate.getEncoded());
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return der;
    }

    /** One change: in which certificate, where, and what is combined into the octet there. */
    record Flip(int certificate, int position, int mask) {}

    @Provide
    Arbitrary<List<Flip>> flips() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 350),
                        Arbitraries.integers().between(1, 255))
                .as(Flip::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = 1000)
    void evaluate_flippedOctets_isTotalAndNeverTrustsAChangedLeaf(@ForAll("flips") List<Flip> flips) {
        List<byte[]> der = new ArrayList<>();
        CHAIN.forEach(bytes -> der.add(bytes.clone()));
        for (Flip flip : flips) {
            byte[] bytes = der.get(flip.certificate());
            bytes[flip.position() % bytes.length] ^= (byte) flip.mask();
        }

        TrustReport report = judge(der);

        assertThat(report.findings()).noneMatch(f -> f.code().equals(FindingCode.CHECK_FAILED));
        if (!Arrays.equals(der.get(0), CHAIN.get(0)) || !Arrays.equals(der.get(1), CHAIN.get(1))) {
            assertThat(report.trusted()).isFalse();
        }
    }

    @Property
    void evaluate_cutAnywhere_isTotal(@ForAll("flips") List<Flip> flips) {
        List<byte[]> der = new ArrayList<>(CHAIN);
        for (Flip flip : flips) {
            byte[] bytes = CHAIN.get(flip.certificate());
            der.set(flip.certificate(), Arrays.copyOf(bytes, flip.position() % bytes.length));
        }

        boolean rootOnly = der.get(0) == CHAIN.get(0) && der.get(1) == CHAIN.get(1);
        assertThat(judge(der).trusted()).isEqualTo(rootOnly);
    }

    @Property
    void parse_anyBytes_isTotal(@ForAll List<byte[]> der) {
        CertificateChain chain = CertificateChain.parse(der);

        assertThat(chain.size()).isEqualTo(der.size());
        assertThat(chain.certificates().size() + chain.unreadable().size()).isEqualTo(der.size());
        assertThat(judge(der).trusted()).isFalse();
    }

    private static TrustReport judge(List<byte[]> der) {
        CertificateChain chain = CertificateChain.parse(der);
        ForgePrint.of(chain).ifPresent(print -> {
            assertThat(print.toString()).isNotEmpty();
            assertThat(print.subject().attribute("CN")).hasSizeLessThan(10);
            assertThat(print.issuer().printable()).isNotEmpty();
            assertThat(print.validity()).isNotNull();
            assertThat(print.signatureAlgorithm()).isNotEmpty();
        });
        chain.certificates().forEach(c -> assertThat(PublicKeyHash.of(c).hex()).hasSize(64));
        TrustReport report = EVALUATOR.evaluate(chain, HOST, NOW);
        assertThat(report.toString()).endsWith(".");
        return report;
    }
}
