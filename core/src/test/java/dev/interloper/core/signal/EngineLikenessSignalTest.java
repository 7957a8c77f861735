package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.core.engine.EngineCatalog;
import dev.interloper.core.engine.EngineKind;
import dev.interloper.core.engine.EnginePrint;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leaves that are made as engines make them. */
class EngineLikenessSignalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    private final Signal signal = new EngineLikenessSignal();
    private final X509Certificate leaf = TestPki.bareLeaf(HOST).mint();
    /** Made by something else altogether. */
    private final X509Certificate other =
            TestPki.bareLeaf(HOST).marked().serial(1).key(TestPki.rsa(2048)).mint();

    private static EnginePrint row(String engine, EngineKind kind, X509Certificate like) {
        return new EnginePrint(engine, kind, "2.0", shape(like), DAY, "a test");
    }

    private static ForgeShape shape(X509Certificate certificate) {
        return ForgePrint.of(CertificateChain.of(List.of(certificate)), TestPki.NOW)
                .orElseThrow()
                .shape();
    }

    private static Observation seen(String host, X509Certificate leaf, EnginePrint... rows) {
        return Seen.builder(host, leaf)
                .engines(EngineCatalog.of(List.of(rows)).match(shape(leaf)))
                .build();
    }

    @Test
    void examine_asAnEngineAndUnlikeTools_isStrong() {
        Evidence evidence = one(
                signal,
                seen(HOST, leaf, row("forger", EngineKind.INTERCEPTOR, leaf), row("workshop", EngineKind.TOOL, other)));
        assertThat(evidence.grade()).isEqualTo(Grade.STRONG);
        assertThat(evidence.weight()).isPositive();
        assertThat(evidence.statement()).contains("forger", "100 %", "2.0").doesNotContain("workshop");
    }

    @Test
    void examine_asAToolToo_isWeakAndNamesBoth() {
        Evidence evidence = one(
                signal,
                seen(HOST, leaf, row("forger", EngineKind.INTERCEPTOR, leaf), row("workshop", EngineKind.TOOL, leaf)));
        assertThat(evidence.grade()).isEqualTo(Grade.WEAK);
        assertThat(evidence.weight()).isPositive().isLessThan(1);
        assertThat(evidence.statement()).contains("forger", "but also as workshop does");
    }

    @Test
    void examine_asAToolOnly_isSilent() {
        assertThat(signal.examine(seen(HOST, leaf, row("workshop", EngineKind.TOOL, leaf))))
                .isEmpty();
    }

    @Test
    void examine_farFromEveryEngine_isSilent() {
        assertThat(signal.examine(seen(HOST, leaf, row("forger", EngineKind.INTERCEPTOR, other))))
                .isEmpty();
    }

    @Test
    void examine_publicChain_isSilent() {
        X509Certificate genuine = TestPki.publicLeaf(HOST).mint();
        assertThat(signal.examine(seen(HOST, genuine, row("forger", EngineKind.INTERCEPTOR, genuine))))
                .isEmpty();
    }

    @Test
    void examine_internalHost_speaksToo() {
        X509Certificate minted = TestPki.bareLeaf("nas.local").mint();
        assertThat(signal.examine(seen("nas.local", minted, row("forger", EngineKind.INTERCEPTOR, minted))))
                .extracting(Evidence::grade)
                .containsExactly(Grade.STRONG);
    }

    @Test
    void examine_selfSigned_isSilent() {
        X509Certificate own = TestPki.selfSigned("nas.local").mint();
        assertThat(signal.examine(seen("nas.local", own, row("forger", EngineKind.INTERCEPTOR, own))))
                .isEmpty();
    }
}
