package dev.interloper.certs.trust;

import static dev.interloper.certs.testpki.TestPki.NOW;
import static dev.interloper.certs.testpki.TestPki.chain;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;
import static dev.interloper.certs.testpki.TestPki.leaf;
import static dev.interloper.certs.testpki.TestPki.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustCacheTest {
    private static final ServerName HOST = ServerName.parse("a.example");
    private static final X509Certificate LEAF =
            leaf("a.example", key("leaf"), "Issuing", key("issuing")).mint();
    private static final X509Certificate ISSUING =
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint();
    private static final AnchorSet ROOTS =
            AnchorSet.of("roots", List.of(root("Root", key("root")).mint()));
    private static final Instant END = LEAF.getNotAfter().toInstant();

    private final TrustCache cache = TrustCache.ofSize(3);
    private final TrustEvaluator evaluator = evaluator(ROOTS);

    private TrustEvaluator evaluator(AnchorSet roots) {
        return TrustEvaluator.builder().publicRoots(roots).cache(cache).build();
    }

    private TrustReport report(Instant at) {
        return evaluator.evaluate(chain(LEAF, ISSUING), HOST, at);
    }

    @Test
    void evaluate_sameAgain_givesTheSamePathsForTheNewMoment() {
        TrustReport first = report(NOW);
        TrustReport second = report(NOW.plusSeconds(60));

        assertThat(second.paths().get(0)).isSameAs(first.paths().get(0));
        assertThat(second.findings()).isEqualTo(first.findings());
        assertThat(second.request().at()).isEqualTo(NOW.plusSeconds(60));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void evaluate_parsedAnew_isTheSameChain() throws Exception {
        TrustReport first = report(NOW);
        CertificateChain again = CertificateChain.parse(List.of(LEAF.getEncoded(), ISSUING.getEncoded()));

        assertThat(evaluator.evaluate(again, HOST, NOW).paths().get(0))
                .isSameAs(first.paths().get(0));
    }

    @Test
    void evaluate_expiryInBetween_isJudgedAgain() {
        assertThat(report(NOW).trusted()).isTrue();
        assertThat(report(END.plusMillis(999)).trusted()).isTrue();

        TrustReport expired = report(END.plusSeconds(1));

        assertThat(expired.trusted()).isFalse();
        assertThat(expired.has(FindingCode.EXPIRED)).isTrue();
        assertThat(report(END.plusSeconds(2)).findings().toString())
                .contains(END.plusSeconds(2).toString());
        assertThat(report(NOW).trusted()).isTrue();
    }

    @Test
    void evaluate_anotherQuestion_isJudgedByItself() {
        report(NOW);

        assertThat(evaluator
                        .evaluate(chain(LEAF, ISSUING), ServerName.parse("b.example"), NOW)
                        .trusted())
                .isFalse();
        TrustRequest client =
                TrustRequest.of(chain(LEAF, ISSUING), NOW).withServerName(HOST).withPurpose(Purpose.CLIENT);
        assertThat(evaluator.evaluate(client).trusted()).isFalse();
        assertThat(evaluator(AnchorSet.empty("none"))
                        .evaluate(chain(LEAF, ISSUING), HOST, NOW)
                        .trusted())
                .isFalse();
        assertThat(report(NOW).trusted()).isTrue();
    }

    @Test
    void evaluate_manyHosts_holdsNoMoreThanItsSize() {
        IntStream.range(0, 50)
                .forEach(i -> evaluator.evaluate(chain(LEAF, ISSUING), ServerName.parse("h" + i + ".example"), NOW));

        assertThat(cache.size()).isEqualTo(3);
    }

    @Test
    void evaluate_checkOfTheCallers_isAskedEachTime() {
        TrustProfile own = TrustProfile.builder("own")
                .checks(List.of(path -> List.of(Finding.of(
                        FindingCode.of("TIME"), Severity.INFO, 0, path.at().toString(), "test"))))
                .build();
        TrustEvaluator asking = TrustEvaluator.builder()
                .publicRoots(ROOTS)
                .profile(own)
                .cache(cache)
                .build();

        asking.evaluate(chain(LEAF, ISSUING), HOST, NOW);
        TrustReport later = asking.evaluate(chain(LEAF, ISSUING), HOST, NOW.plusSeconds(5));

        assertThat(later.findings().toString()).contains(NOW.plusSeconds(5).toString());
        assertThat(cache.size()).isZero();
    }

    @Test
    void evaluate_manyThreads_allGetTheVerdict() {
        List<Boolean> trusted = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> report(NOW.plusSeconds(i % 7)).trusted())
                .toList();

        assertThat(trusted).doesNotContain(false);
    }

    @Test
    void ofSize_nothingOrTooMuch_isRefused() {
        assertThatThrownBy(() -> TrustCache.ofSize(0)).hasMessageContaining("1 to 1000000: 0");
    }
}
