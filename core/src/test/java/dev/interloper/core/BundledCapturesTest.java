package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.BoundaryKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The founding case, the same server after the bypass, and the two that only look like it. */
class BundledCapturesTest {

    private static final Interloper INTERLOPER =
            Interloper.builder().publicRoots(Bundled.publicRoots()).build();

    private static Inspection only(Path capture) {
        CaptureInspection inspection = INTERLOPER.capture(capture).inspect();
        assertThat(inspection.summary().problem()).isEmpty();
        assertThat(inspection.connections()).hasSize(1);
        return inspection.connections().get(0);
    }

    private static Evidence split(Inspection inspection) {
        List<Evidence> found = inspection.verdict().evidence().stream()
                .filter(evidence -> evidence.signal().equals("flight.split"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Nested
    class FoundingCase {

        private final Inspection inspection = only(Bundled.FOUNDING);

        @Test
        void verdict_always_isInterceptedByWebsense() {
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
            assertThat(inspection.verdict().probability()).isGreaterThan(0.99);
            assertThat(inspection.verdict().product().map(Product::vendor))
                    .hasValueSatisfying(vendor -> assertThat(vendor).contains("Forcepoint"));
            assertThat(inspection.verdict().product().map(Product::name))
                    .hasValueSatisfying(name -> assertThat(name).contains("Websense"));
        }

        @Test
        void flight_always_showsTheSplitOfTheCase() {
            Boundary boundary =
                    inspection.observation().flight().orElseThrow().splits().get(0);
            assertThat(boundary.before()).isEqualTo("ServerHello");
            assertThat(boundary.after()).isEqualTo("Certificate");
            assertThat(boundary.lastBefore().number()).isEqualTo(6);
            assertThat(boundary.firstAfter().number()).isEqualTo(8);
            assertThat(boundary.kind()).isEqualTo(BoundaryKind.NAGLE_HOLD);
            assertThat(boundary.gapNanos()).isBetween(30_000_000L, 60_000_000L);
        }

        @Test
        void evidence_issuer_outweighsTheSplit() {
            Evidence first = inspection.verdict().evidence().get(0);
            assertThat(first.signal()).isEqualTo("issuer.product");
            assertThat(first.grade()).isEqualTo(Grade.DECISIVE);
            assertThat(first.statement()).contains("Websense Public Primary Certificate Authority");
            assertThat(split(inspection).grade()).isEqualTo(Grade.WEAK);
            assertThat(split(inspection).packets()).containsExactly(6L, 8L);
        }

        @Test
        void advice_always_bypassesHostAndAddress() {
            assertThat(inspection.advice().bypass())
                    .containsExactly(
                            new BypassEntry(BypassEntry.Kind.HOST, "avedge.fabrikam.example", 443),
                            new BypassEntry(BypassEntry.Kind.ADDRESS, "203.0.113.30", 443));
            assertThat(inspection.advice().steps().get(0)).contains("Websense / Forcepoint console");
            assertThat(inspection.advice().breakage())
                    .anySatisfy(text -> assertThat(text).contains("pseudo-TLS"));
            assertThat(inspection.advice().toString()).contains("bypass 203.0.113.30 (port 443)");
        }

        @Test
        void observation_always_isAtThePacketsTime() {
            assertThat(inspection.observation().at())
                    .isBetween(Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"));
        }

        @Test
        void verdict_bundledRootsOfTheWorld_isTheSame() {
            Verdict verdict = Interloper.create()
                    .capture(Bundled.FOUNDING)
                    .inspect()
                    .connections()
                    .get(0)
                    .verdict();
            assertThat(verdict.outcome()).isEqualTo(Outcome.INTERCEPTED);
        }
    }

    @Test
    void bypassed_always_isDirectInOneRecord() {
        Inspection inspection = only(Bundled.BYPASSED);
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(inspection.observation().flight().orElseThrow().isOneRecord())
                .isTrue();
        assertThat(inspection.advice().bypass()).isEmpty();
        assertThat(inspection.advice().steps()).isEmpty();
    }

    @Test
    void lookalikeJsse_always_isDirectAndItsSplitExplained() {
        Inspection inspection = only(Bundled.JSSE);
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(split(inspection).statement())
                .contains("ServerHello and Certificate came in different packets", "proves nothing", "SSLSocket");
    }

    @Test
    void lookalikeLargeChain_always_isDirectAndItsCutsExplained() {
        Inspection inspection = only(Bundled.LARGE_CHAIN);
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(split(inspection).grade()).isEqualTo(Grade.CONTEXT);
        assertThat(split(inspection).statement())
                .contains("because it is long", "inside Certificate and ServerKeyExchange", "innocent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avedge.fabrikam.example", "AVEDGE.Fabrikam.example.", "203.0.113.30"})
    void host_nameOrAddress_keepsTheConnection(String host) {
        assertThat(INTERLOPER.capture(Bundled.FOUNDING).host(host).inspect().connections())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fabrikam.example", "203.0.113.3", "www.avedge.fabrikam.example"})
    void host_other_keepsNothing(String host) {
        CaptureInspection inspection =
                INTERLOPER.capture(Bundled.FOUNDING).host(host).inspect();
        assertThat(inspection.connections()).isEmpty();
        assertThat(inspection.summary().handshakes()).isEqualTo(1);
    }

    @Test
    void capture_inspectedTwice_saysTheSame() {
        CaptureInspector inspector = INTERLOPER.capture(Bundled.FOUNDING);
        assertThat(inspector.inspect()).hasToString(inspector.inspect().toString());
    }
}
