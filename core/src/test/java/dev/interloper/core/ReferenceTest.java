package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.compare.Aspect;
import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.report.TextReport;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.handshake.capture.Capture;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad against good, through the front door. */
class ReferenceTest {

    private static final X509Certificate ORIGIN = TestPki.publicLeaf(HOST).mint();
    private static final X509Certificate FORGED =
            TestPki.bareLeaf(HOST).key(TestPki.key("engine")).serial(1L << 62).mint();

    private final Interloper interloper = Interloper.builder()
            .publicRoots(TestPki.PUBLIC_ROOTS)
            .products(ProductCatalog.of(List.of()))
            .build();
    private final Interloper founding =
            Interloper.builder().publicRoots(Bundled.publicRoots()).build();

    private static Capture capture(X509Certificate... chain) {
        return Exchange.answering(HOST, List.of(chain)).capture();
    }

    private Inspection inspect(Capture capture, Capture reference) {
        return only(interloper.capture(capture).reference(reference));
    }

    private static Inspection only(CaptureInspector inspector) {
        List<Inspection> all = inspector.inspect().connections();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<String> signals(Inspection inspection) {
        return inspection.verdict().evidence().stream().map(Evidence::signal).toList();
    }

    @Test
    void reference_foundingCaseBesideItsBypass_convictsWithoutAnyName() {
        Interloper nameless = Interloper.builder()
                .publicRoots(Bundled.publicRoots())
                .products(ProductCatalog.of(List.of()))
                .build();
        Inspection inspection = only(nameless.capture(Bundled.FOUNDING).reference(Bundled.BYPASSED));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(inspection.observation().referenceStanding()).isEqualTo(ReferenceStanding.GENUINE);
        assertThat(signals(inspection)).contains("reference.issuer");
        assertThat(inspection
                        .comparison()
                        .orElseThrow()
                        .aspect(Aspect.ISSUER)
                        .orElseThrow()
                        .matters())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"founding-case-bypassed.pcapng", "lookalike-jsse.pcapng", "lookalike-large-chain.pcapng"})
    void reference_directBesideItself_isDirectAndAllTheSame(String name) {
        Path file = Bundled.FOUNDING.resolveSibling(name);
        Inspection inspection = only(founding.capture(file).reference(file));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(inspection.comparison().orElseThrow().differences()).isEmpty();
        assertThat(inspection.comparison().orElseThrow().mattering()).isEmpty();
        assertThat(signals(inspection)).contains("reference.same");
    }

    @Test
    void reference_interceptedItself_isNotUsed() {
        Inspection inspection = only(founding.capture(Bundled.BYPASSED).reference(Bundled.FOUNDING));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(inspection.comparison()).isEmpty();
        assertThat(signals(inspection))
                .contains("reference.standing")
                .doesNotContain("reference.issuer", "reference.same", "reference.stack");
        assertThat(TextReport.render(inspection)).contains("intercepted itself").doesNotContain("Beside the reference");
    }

    @Test
    void reference_ofAnotherHost_isMissing() {
        Inspection inspection = inspect(
                capture(ORIGIN),
                Exchange.answering("www.contoso.example", List.of(ORIGIN)).capture());
        assertThat(inspection.observation().referenceStanding()).isEqualTo(ReferenceStanding.MISSING);
    }

    @Test
    void reference_copiedCertificate_convicts() {
        Inspection inspection = inspect(capture(FORGED), capture(ORIGIN));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(signals(inspection)).contains("reference.forged-from");
        assertThat(interloper
                        .inspect(Exchange.answering(HOST, List.of(FORGED)).handshake())
                        .verdict()
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void reference_renewedPublicCertificate_isDirect() {
        X509Certificate renewed =
                TestPki.publicLeaf(HOST).key(TestPki.key("new")).serial(99).mint();
        Inspection inspection = inspect(capture(renewed), capture(ORIGIN));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(signals(inspection)).contains("reference.rotation");
    }

    @Test
    void reference_severalConnections_takesTheGenuineOne() {
        Capture both = Exchange.captureOf(joined(
                Exchange.answering(HOST, List.of(FORGED)).pcap(),
                Exchange.opened("198.51.100.7", 443)
                        .client(Tls.handshake(Tls.clientHello(HOST)))
                        .after(41)
                        .server(Tls.handshake(
                                Tls.serverHello(), Tls.certificate(List.of(ORIGIN)), Tls.serverHelloDone()))
                        .pcap()));
        Reference read = interloper.reference(both);
        assertThat(read.hosts()).isEqualTo(1);
        assertThat(read.view(HOST).orElseThrow().isPubliclyAnchored()).isTrue();
        assertThat(only(interloper.capture(capture(FORGED)).reference(read))
                        .observation()
                        .referenceStanding())
                .isEqualTo(ReferenceStanding.GENUINE);
    }

    /** One capture after the other; a pcap file's header has 24 bytes. */
    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length - 24);
        System.arraycopy(second, 24, all, first.length, second.length - 24);
        return all;
    }

    @Test
    void reference_clientsWithoutName_areMatchedByAddress() {
        Inspection inspection = inspect(
                Exchange.answering("", List.of(FORGED)).capture(),
                Exchange.answering("", List.of(ORIGIN)).capture());
        assertThat(inspection.observation().referenceStanding()).isNotEqualTo(ReferenceStanding.MISSING);
        assertThat(signals(inspection)).contains("reference.forged-from");
    }

    @Test
    void reference_withoutName_isNoneForAClientWithOne() {
        Inspection inspection =
                inspect(capture(FORGED), Exchange.answering("", List.of(ORIGIN)).capture());
        assertThat(inspection.observation().referenceStanding()).isEqualTo(ReferenceStanding.MISSING);
    }

    @Test
    void reference_unreadable_saysWhy() {
        Reference read = interloper.reference(Capture.file(Path.of("nowhere.pcap")));
        assertThat(read.summary().problem()).isPresent();
        assertThat(read.hosts()).isZero();
        assertThat(read.passedOver()).isZero();
    }

    @Test
    void vouched_privateAuthority_isTakenAtItsWord() {
        X509Certificate own = TestPki.privateLeaf(HOST).mint();
        Reference read = interloper.reference(capture(own, TestPki.PRIVATE_ROOT));
        Inspection doubted =
                only(interloper.capture(capture(own, TestPki.PRIVATE_ROOT)).reference(read));
        Inspection believed =
                only(interloper.capture(capture(own, TestPki.PRIVATE_ROOT)).reference(read.vouched()));
        assertThat(doubted.observation().referenceStanding()).isEqualTo(ReferenceStanding.UNDECIDED);
        assertThat(doubted.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(believed.verdict().outcome()).isEqualTo(Outcome.DIRECT);
    }

    @Test
    void vouched_interceptedView_staysUnused() {
        Reference read = founding.reference(Capture.file(Bundled.FOUNDING)).vouched();
        assertThat(only(founding.capture(Bundled.BYPASSED).reference(read))
                        .observation()
                        .referenceStanding())
                .isEqualTo(ReferenceStanding.INTERCEPTED);
    }

    @Test
    void chain_withAReference_isCompared() {
        Inspection forged = interloper
                .chain(List.of(FORGED))
                .at(TestPki.NOW)
                .host(HOST)
                .reference(List.of(ORIGIN))
                .inspect();
        assertThat(forged.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
        Inspection genuine = interloper
                .chain(List.of(ORIGIN))
                .reference(List.of(ORIGIN))
                .host(HOST)
                .at(TestPki.NOW)
                .inspect();
        assertThat(genuine.verdict().outcome()).isEqualTo(Outcome.DIRECT);
    }

    @Test
    void report_foundingCase_standsSideBySide() {
        String text = TextReport.render(only(founding.capture(Bundled.FOUNDING).reference(Bundled.BYPASSED)));
        assertThat(text)
                .containsSubsequence("Why", "Beside the reference", "this connection", "the reference", "What to do")
                .containsPattern("! issuer +CN=Websense")
                .contains("! issuer: Not the authority that the server has its certificate from.");
        assertThat(text.lines()
                        .dropWhile(line -> !line.contains("Beside the reference"))
                        .takeWhile(line -> !line.contains("own syntax"))
                        .map(String::length))
                .allMatch(length -> length <= 112);
    }
}
