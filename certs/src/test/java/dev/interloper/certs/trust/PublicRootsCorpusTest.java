package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures the bundled table on collected roots: {@code -Dinterloper.corpora=FOLDER}. */
class PublicRootsCorpusTest {
    private Path corpora = Path.of("");

    @BeforeEach
    void findCorpora() {
        String folder = System.getProperty("interloper.corpora");
        assumeTrue(folder != null, "skipped: -Dinterloper.corpora=FOLDER is not set");
        corpora = Path.of(String.valueOf(folder));
    }

    private static List<X509Certificate> certificates(Path file) throws IOException {
        return AnchorSet.fromPem(file.toString(), file).anchors().stream()
                .flatMap(a -> a.certificate().stream())
                .toList();
    }

    private static AnchorClass classOf(X509Certificate certificate) {
        return TrustEvaluator.create()
                .evaluate(TrustRequest.of(CertificateChain.of(List.of(certificate)), TestPki.NOW))
                .anchorClass();
    }

    @Test
    void classOf_everyMozillaRoot_isPublic() throws IOException {
        List<X509Certificate> roots =
                certificates(corpora.resolve("certs/public-roots/mozilla-tls-roots-nss-3.110.pem"));

        assertThat(roots)
                .hasSizeGreaterThan(140)
                .allSatisfy(c -> assertThat(classOf(c).isPublic())
                        .as(c.getSubjectX500Principal().toString())
                        .isTrue());
    }

    @Test
    void classOf_everyInterceptorsRoot_isLocal() throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.list(corpora.resolve("interception/ca"))) {
            for (Path file : files.filter(PublicRootsCorpusTest::hasContent).toList()) {
                for (X509Certificate ca : certificates(file)) {
                    seen++;
                    assertThat(classOf(ca))
                            .as(file + " " + ca.getSubjectX500Principal())
                            .isEqualTo(AnchorClass.LOCAL);
                }
            }
        }
        assertThat(seen).isPositive();
    }

    /** Relays that only pass bytes on have no CA, and an empty file. */
    private static boolean hasContent(Path file) {
        try {
            return Files.size(file) > 0;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void generate_sameFacts_givesTheCommittedTable() throws Exception {
        String date = AnchorSet.bundledPublicRoots().date().orElseThrow().toString();
        String generated = PublicRootsGenerator.generate(corpora.resolve("certs/public-roots"), date);

        assertThat(Path.of("src/main/resources/dev/interloper/certs/trust/public-roots.tsv"))
                .hasContent(generated);
    }
}
