package dev.interloper.core.scenario;

import static dev.interloper.core.scenario.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Inspection;
import dev.interloper.core.Interloper;
import dev.interloper.core.Outcome;
import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.FactCodes;
import dev.interloper.core.fixture.Bundled;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.probe.Ending;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.spi.Evidence;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.BoundaryKind;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.flight.InnerSplit;
import dev.interloper.handshake.wire.Bytes;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scenarios of how a flight is cut and timed: what is seen in captures, packet by packet. The round trip is 40 ms. A split never decides
 * by itself.
 */
class FlightScenariosTest {

    private static final String HOST = TestPki.HOST;
    private static final Interloper INTERLOPER =
            Interloper.builder().publicRoots(TestPki.PUBLIC_ROOTS).build();

    /** ECDHE over P-256 with an ECDSA signature; nobody verifies it here. */
    private static final byte[] KEY_EXCHANGE = Tls.message(
            12,
            Bytes.ofHex("03001741" + "04" + "5a".repeat(64) + "04030040" + "5b".repeat(64))
                    .toByteArray());

    private static Exchange asked() {
        return Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))).after(41);
    }

    private static byte[] hello() {
        return Tls.handshake(Tls.serverHello());
    }

    private static byte[] publicCertificate() {
        return Tls.handshake(Tls.certificate(List.of(TestPki.publicLeaf(HOST).mint())));
    }

    private static byte[] done() {
        return Tls.handshake(Tls.serverHelloDone());
    }

    private static Inspection only(Exchange exchange) {
        List<Inspection> all = INTERLOPER.capture(exchange.capture()).inspect().connections();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static FlightShape flight(Inspection inspection) {
        return inspection.observation().flight().orElseThrow();
    }

    private static List<BoundaryKind> kinds(Inspection inspection) {
        return flight(inspection).boundaries().stream().map(Boundary::kind).toList();
    }

    private static List<String> signals(Inspection inspection) {
        return inspection.verdict().evidence().stream().map(Evidence::signal).toList();
    }

    private static void isDirect(Inspection inspection) {
        assertThat(inspection.verdict().outcome())
                .as(inspection.verdict().toString())
                .isEqualTo(Outcome.DIRECT);
        assertThat(inspection.advice().bypass()).isEmpty();
    }

    /** The capture of the founding case: the split is there, and the issuer outweighs it. */
    @Test
    void scenario01_seedWebsenseLyncSharing_itsCapture() {
        Inspection inspection = Interloper.builder()
                .publicRoots(Bundled.publicRoots())
                .build()
                .capture(Bundled.FOUNDING)
                .inspect()
                .connections()
                .get(0);
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(kinds(inspection)).contains(BoundaryKind.NAGLE_HOLD);
        assertThat(signals(inspection)).startsWith("issuer.product").contains("flight.split");
    }

    @Test
    void scenario44_javaServer4waySplit() {
        Inspection inspection = only(asked().server(hello())
                .after(0.2)
                .server(publicCertificate())
                .after(180)
                .server(Tls.handshake(KEY_EXCHANGE))
                .after(0.2)
                .server(done()));
        isDirect(inspection);
        assertThat(kinds(inspection))
                .containsExactly(
                        BoundaryKind.BACK_TO_BACK_WRITES,
                        BoundaryKind.COMPUTE_GAP_KEY,
                        BoundaryKind.BACK_TO_BACK_WRITES);
    }

    @Test
    void scenario45_openssl4kFlush() {
        byte[] flight = Tls.join(hello(), longCertificate(7), done());
        Inspection inspection = only(asked().server(Arrays.copyOf(flight, 4096))
                .after(0.1)
                .server(Arrays.copyOfRange(flight, 4096, flight.length)));
        isDirect(inspection);
        assertThat(flight(inspection).innerSplits())
                .extracting(InnerSplit::cause)
                .contains(InnerSplit.Cause.BUFFER_4096);
    }

    /** Ten segments go out at once; the rest waits for the first acknowledgements (RFC 6928). */
    @Test
    void scenario46_bigChainOverInitcwnd() {
        byte[] flight = Tls.join(hello(), longCertificate(16), done());
        assertThat(flight.length).isGreaterThan(14_600);
        Inspection inspection = only(asked().server(Arrays.copyOf(flight, 14_600))
                .clientAck()
                .after(40)
                .server(Arrays.copyOfRange(flight, 14_600, flight.length)));
        isDirect(inspection);
        assertThat(kinds(inspection)).noneMatch(BoundaryKind::isComputeGap);
        assertThat(flight(inspection).innerSplits())
                .extracting(InnerSplit::message)
                .contains("Certificate");
    }

    /** Chains of this test's keys are short: certificates that lead nowhere make them long. */
    private static byte[] longCertificate(int kilobytes) {
        List<X509Certificate> chain = new java.util.ArrayList<>();
        chain.add(TestPki.publicLeaf(HOST).mint());
        int each = Tls.der(TestPki.PUBLIC_ROOT).length + 3;
        chain.addAll(Collections.nCopies(kilobytes * 1024 / each + 1, TestPki.PUBLIC_ROOT));
        return Tls.handshake(Tls.certificate(chain));
    }

    @Test
    void scenario47_mbedtlsIotServer() {
        X509Certificate leaf =
                TestPki.bareLeaf("192.168.7.20").key(TestPki.rsa(2048)).mint();
        Inspection inspection = only(Exchange.opened("192.168.7.20", 443)
                .client(Tls.handshake(Tls.clientHello("")))
                .after(41)
                .server(hello())
                .after(0.2)
                .server(Tls.handshake(Tls.certificate(List.of(leaf, TestPki.PRIVATE_ROOT))))
                .after(0.2)
                .server(done()));
        assertThat(inspection.verdict().outcome()).isNotEqualTo(Outcome.INTERCEPTED);
        assertThat(kinds(inspection)).containsOnly(BoundaryKind.BACK_TO_BACK_WRITES);
        expect(Scene.of("192.168.7.20").shows(leaf, TestPki.PRIVATE_ROOT))
                .is(DiagnosisCode.PRIVATE_CA_SERVER, Confidence.HIGH)
                .advising("EXPLAIN_BENIGN")
                .notAdvising("BYPASS_IP");
    }

    /** The times are not judged; the chain still is. */
    @Test
    void scenario48_groMergedCapture() {
        byte[] flight = Tls.join(hello(), longCertificate(4), done());
        Inspection inspection = only(asked().server(hello())
                .after(150)
                .serverMerged(Arrays.copyOfRange(flight, hello().length, flight.length)));
        assertThat(flight(inspection).isReliable()).isFalse();
        assertThat(kinds(inspection)).contains(BoundaryKind.UNRELIABLE).noneMatch(BoundaryKind::isComputeGap);
        assertThat(inspection.verdict().evidence())
                .filteredOn(item -> item.signal().equals("flight.split"))
                .allSatisfy(item -> assertThat(item.statement()).contains("not judged", "offload"));
        isDirect(inspection);
    }

    @Test
    void scenario49_lossyCapture() {
        Inspection inspection = only(asked().server(hello())
                .serverLost(900)
                .after(150)
                .server(done())
                .after(1)
                .closed());
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(flight(inspection).isReliable()).isFalse();
        assertThat(inspection.advice().steps())
                .anySatisfy(step -> assertThat(step).contains("whole packets"));
    }

    @Test
    void scenario50_tls13NoVisibleCert() {
        byte[] reply =
                Tls.join(Tls.handshake(Tls.serverHello13()), Tls.changeCipherSpec(), Tls.record(23, new byte[900]));
        Inspection inspection = only(asked().server(reply));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(signals(inspection)).contains("certificate.unseen");
        assertThat(inspection.advice().steps())
                .anySatisfy(step -> assertThat(step).contains("key log"));
        expect(Scene.of(HOST).answers(reply, Ending.COMPLETE))
                .is(DiagnosisCode.INCONCLUSIVE, Confidence.LOW)
                .restingOn(FactCodes.UNSEEN)
                .advising("COLLECT")
                .advisingText("SSLKEYLOGFILE");
    }

    /** The certificate is encrypted, so that the capture alone decides nothing: the split must not be held against the server. */
    @Test
    void scenario51_tls13GnutlsTwoWrites() {
        Inspection inspection =
                only(asked().server(Tls.join(Tls.handshake(Tls.serverHello13()), Tls.changeCipherSpec()))
                        .after(0.1)
                        .clientAck()
                        .after(41)
                        .server(Tls.record(23, new byte[1200])));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(inspection.verdict().probability()).isLessThan(0.5);
        assertThat(kinds(inspection)).contains(BoundaryKind.NAGLE_HOLD).noneMatch(BoundaryKind::isComputeGap);
    }

    @Test
    void scenario52_sessionResumption() {
        byte[] reply = Tls.join(hello(), Tls.changeCipherSpec(), Tls.record(22, new byte[40]));
        Inspection inspection = only(asked().server(reply));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(inspection.verdict().evidence())
                .anySatisfy(item -> assertThat(item.statement()).contains("resumed"));
        assertThat(inspection.advice().steps())
                .anySatisfy(step -> assertThat(step).contains("does not resume"));
        expect(Scene.of(HOST).answers(reply, Ending.COMPLETE))
                .is(DiagnosisCode.INCONCLUSIVE, Confidence.LOW)
                .restingOn(FactCodes.RESUMED)
                .advising("COLLECT")
                .askingNext(ProbeStep.CLASSIC_HELLO);
    }

    @Test
    void scenario53_hsmSlowSignature() {
        Inspection inspection = only(asked().server(Tls.join(hello(), publicCertificate()))
                .after(300)
                .server(Tls.join(Tls.handshake(KEY_EXCHANGE), done())));
        isDirect(inspection);
        assertThat(kinds(inspection)).contains(BoundaryKind.COMPUTE_GAP_KEY);
    }

    @Test
    void scenario54_mintGapProxy() {
        String authority = "CN=Websense Public Primary Certificate Authority,O=Websense";
        Inspection inspection = only(asked().server(hello())
                .after(150)
                .server(Tls.join(
                        Tls.handshake(Tls.certificate(
                                List.of(Scene.minted(authority, HOST).mint()))),
                        done())));
        assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(kinds(inspection)).contains(BoundaryKind.COMPUTE_GAP_CERTIFICATE);
        assertThat(signals(inspection)).contains("issuer.product", "flight.split");
        assertThat(inspection.advice().bypass()).isNotEmpty();
    }

    /** A capture has no reference to measure by: the public chain decides. A caller who has one tells it to the diagnosis. */
    @Test
    void scenario55_impossiblyFastHello() {
        isDirect(only(Exchange.opened()
                .client(Tls.handshake(Tls.clientHello(HOST)))
                .after(1.6)
                .server(Tls.join(hello(), publicCertificate(), done()))));
        String measured = "the ServerHello came after 1.6 ms, and 80 ms are the round trip from elsewhere";
        expect(Scene.of(HOST).shows(TestPki.publicLeaf(HOST).mint()).known(FactCodes.HELLO_TOO_FAST, measured))
                .is(DiagnosisCode.DIRECT_OK, Confidence.MEDIUM)
                .restingOn(FactCodes.HELLO_TOO_FAST)
                .advising("COLLECT");
        expect(Scene.of(HOST)
                        .shows(TestPki.privateLeaf(HOST).withoutTimestamps().mint(), TestPki.PRIVATE_ROOT)
                        .known(FactCodes.HELLO_TOO_FAST, measured))
                .is(DiagnosisCode.INCONCLUSIVE, Confidence.LOW)
                .saying("somebody nearby ends the connection")
                .askingNext(ProbeStep.COMPARED_HOSTS, ProbeStep.CANARY_NAME);
    }
}
