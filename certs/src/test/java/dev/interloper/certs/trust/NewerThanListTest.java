package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anchors that a platform brought and the table does not know. */
class NewerThanListTest {
    private final X509Certificate leaf = TestPki.leaf(
                    "www.example.com", TestPki.key("leaf"), "New Root", TestPki.key("new"))
            .mint();

    private TrustReport report(String alias, String from, boolean given) throws IOException {
        X509Certificate root =
                TestPki.root("New Root", TestPki.key("new")).from(from, 3650).mint();
        AnchorSet store = AnchorSet.ofAnchors("JDK", List.of(Anchor.of("JDK", Optional.of(alias), root)));
        String table = "# date: 2026-01-01\n" + "0".repeat(64) + "\tcurrent\t\t\t\t\ttest\n";
        AnchorSet listed = PublicRootsTable.read(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
        TrustEvaluator.Builder evaluator = TrustEvaluator.builder().publicRoots(listed);
        if (given) {
            evaluator.extraAnchors(store);
        }
        return evaluator.build().evaluate(TrustRequest.of(TestPki.chain(leaf, root), TestPki.NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "newroot [jdk], 2025-01-01, UNKNOWN_NEWER_THAN_LIST",
        "newroot [jdk], 2021-01-01, UNKNOWN_NEWER_THAN_LIST",
        "newroot [jdk], 2026-02-01, UNKNOWN_NEWER_THAN_LIST",
        "system:5ad8a5d6.0, 2025-01-01, UNKNOWN_NEWER_THAN_LIST",
        "newroot [jdk], 2020-12-31, LOCAL",
        "user:5ad8a5d6.0, 2025-01-01, LOCAL",
        "debian:new.pem, 2025-01-01, LOCAL",
        "[jdk] newroot, 2025-01-01, LOCAL",
    })
    void evaluate_unlistedAnchor_isNewerByAliasAndDate(String alias, String from, AnchorClass expected)
            throws IOException {
        TrustReport report = report(alias, from, true);

        assertThat(report.anchorClass()).isEqualTo(expected);
        assertThat(report.anchorClass().isPublic()).isFalse();
        assertThat(report.trusted()).isTrue();
        assertThat(report.bestPath().orElseThrow().anchorIsExtra()).isTrue();
        assertThat(report.anchor().orElseThrow().alias()).contains(alias);
    }

    @Test
    void evaluate_sameRootNotGiven_isLocalAndNotTrusted() throws IOException {
        TrustReport report = report("newroot [jdk]", "2025-01-01", false);

        assertThat(report.anchorClass()).isEqualTo(AnchorClass.LOCAL);
        assertThat(report.trusted()).isFalse();
    }

    @Test
    void evaluate_listWithoutDate_leavesItLocal() {
        X509Certificate root = TestPki.root("New Root", TestPki.key("new"))
                .from("2025-01-01", 3650)
                .mint();
        TrustReport report = TrustEvaluator.builder()
                .publicRoots(AnchorSet.empty("none"))
                .extraAnchors(AnchorSet.ofAnchors("JDK", List.of(Anchor.of("JDK", Optional.of("newroot [jdk]"), root))))
                .build()
                .evaluate(TrustRequest.of(TestPki.chain(leaf), TestPki.NOW));

        assertThat(report.anchorClass()).isEqualTo(AnchorClass.LOCAL);
    }
}
