package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.testpki.TestPki;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class PublicRootsTableTest {
    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(PublicRootsTable.class.getResourceAsStream("public-roots.tsv"))) {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    private static List<String[]> rows() throws IOException {
        return lines().stream()
                .filter(l -> !l.startsWith("#"))
                .map(l -> l.split("\t", -1))
                .toList();
    }

    @Test
    void table_everyKey_hasTheHashThatItIsListedUnder() throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        int keys = 0;
        for (String[] row : rows()) {
            if (!row[5].isEmpty()) {
                keys++;
                String hash = HexFormat.of()
                        .formatHex(sha256.digest(Base64.getDecoder().decode(row[5])));
                assertThat(hash).isEqualTo(row[0]);
                assertThat(new X500Principal(Base64.getDecoder().decode(row[4])).getName(X500Principal.RFC2253))
                        .isEqualTo(row[3]);
            }
        }
        assertThat(keys)
                .isEqualTo(AnchorSet.bundledPublicRoots().anchors().size())
                .isGreaterThan(150);
    }

    @Test
    void table_rows_areSortedAndCounted() throws Exception {
        List<String> hashes = rows().stream().map(r -> r[0]).toList();

        assertThat(hashes).isSorted().doesNotHaveDuplicates();
        assertThat(lines()).contains("# rows: " + hashes.size());
        assertThat(AnchorSet.bundledPublicRoots().size()).isEqualTo(hashes.size());
        assertThat(AnchorSet.bundledPublicRoots().date().orElseThrow()).isAfter(LocalDate.parse("2026-11-01"));
        assertThat(rows()).allSatisfy(r -> assertThat(r[6]).isNotEmpty().doesNotContain("UNVERIFIED"));
    }

    @Test
    void bundledPublicRoots_distrustedRows_haveTheirDate() throws Exception {
        AnchorSet set = AnchorSet.bundledPublicRoots();
        List<PublicKeyHash> distrusted = rows().stream()
                .filter(r -> r[1].equals("distrusted-after"))
                .map(r -> PublicKeyHash.fromHex(r[0]))
                .toList();

        assertThat(distrusted).isNotEmpty().allSatisfy(hash -> {
            assertThat(set.anchorClass(hash)).contains(AnchorClass.PUBLIC_DISTRUSTED_AFTER);
            assertThat(set.listing(hash).orElseThrow().distrustAfter()).isPresent();
        });
        assertThat(AnchorSet.bundledPublicRoots()).isSameAs(set);
    }

    @Test
    void read_damaged_failsWithTheLine() {
        String text = "# date: 2026-01-01\n" + "0".repeat(64) + "\tcurrent\t\t\t\t\n";

        assertThatThrownBy(() -> PublicRootsTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("line 2: 6 columns");
    }

    @Test
    void read_withoutDate_fails() {
        assertThatThrownBy(() -> PublicRootsTable.read(new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no date");
    }

    @Test
    void evaluate_leafUnderDistrustedRoot_dependsOnItsDate() {
        String table = "# date: 2026-01-01\n" + row("distrusted-after", "2026-05-10T00:00:00Z");

        assertThat(under(table, "2026-05-09").trusted()).isTrue();
        TrustReport late = under(table, "2026-05-11");
        assertThat(late.trusted()).isFalse();
        assertThat(late.anchorClass()).isEqualTo(AnchorClass.PUBLIC_DISTRUSTED_AFTER);
        assertThat(late.has(FindingCode.ANCHOR_DISTRUSTED_AFTER)).isTrue();
    }

    @Test
    void evaluate_leafUnderLegacyRoot_isNotTrusted() {
        TrustReport report = under("# date: 2026-01-01\n" + row("legacy", ""), "2026-05-09");

        assertThat(report.trusted()).isFalse();
        assertThat(report.anchorClass()).isEqualTo(AnchorClass.PUBLIC_LEGACY);
        assertThat(report.has(FindingCode.ANCHOR_LEGACY)).isTrue();
    }

    @Test
    void evaluate_presentedRootListedByHashOnly_isPublic() {
        String hash = PublicKeyHash.of(TestPki.key("root").getPublic()).hex();
        String table = "# date: 2026-01-01\n" + hash + "\tlegacy\t\t\t\t\ttest\n";

        assertThat(under(table, "2026-05-09").anchorClass()).isEqualTo(AnchorClass.UNKNOWN);
        assertThat(under(
                                table,
                                "2026-05-09",
                                TestPki.root("Root", TestPki.key("root")).mint())
                        .anchorClass())
                .isEqualTo(AnchorClass.PUBLIC_LEGACY);
    }

    private static String row(String status, String date) {
        byte[] key = TestPki.key("root").getPublic().getEncoded();
        X500Principal name = new X500Principal("CN=Root");
        return String.join(
                        "\t",
                        PublicKeyHash.of(TestPki.key("root").getPublic()).hex(),
                        status,
                        date,
                        "CN=Root",
                        Base64.getEncoder().encodeToString(name.getEncoded()),
                        Base64.getEncoder().encodeToString(key),
                        "test")
                + "\n";
    }

    private static TrustReport under(String table, String from, X509Certificate... more) {
        try {
            AnchorSet roots = PublicRootsTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
            var chain = new ArrayList<X509Certificate>();
            chain.add(TestPki.leaf("a.example", TestPki.key("leaf"), "Root", TestPki.key("root"))
                    .from(from, 90)
                    .mint());
            chain.addAll(List.of(more));
            return TrustEvaluator.builder()
                    .publicRoots(roots)
                    .build()
                    .evaluate(TrustRequest.of(CertificateChain.of(chain), TestPki.NOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
