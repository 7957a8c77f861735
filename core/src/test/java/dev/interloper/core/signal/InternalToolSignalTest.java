package dev.interloper.core.signal;

import static dev.interloper.core.signal.Examined.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.forgery.ForgeFeature;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeShape;
import dev.interloper.core.engine.EngineKind;
import dev.interloper.core.engine.EngineMatch;
import dev.interloper.core.engine.EnginePrint;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Administrators' tools at internal hosts. */
class InternalToolSignalTest {

    private static final String INTERNAL = "vpn.corp.internal";
    private static final String INSIDE = "10.44.1.13";
    private static final X509Certificate LEAF = made(INTERNAL, Duration.ofDays(20));

    private final Signal signal = new InternalToolSignal();

    private static X509Certificate made(String host, Duration age) {
        return TestPki.bareLeaf(host)
                .valid(TestPki.NOW.minus(age), Duration.ofDays(825))
                .mint();
    }

    private static EngineMatch match(EngineKind kind, ForgeShape shape, double similarity) {
        return new EngineMatch(
                new EnginePrint(kind.key(), kind, "variant", shape, LocalDate.EPOCH, "a test"), similarity, 1);
    }

    private static ForgeShape shape(X509Certificate leaf) {
        return ForgePrint.of(CertificateChain.of(List.of(leaf)), TestPki.NOW)
                .orElseThrow()
                .shape();
    }

    private static Observation seen(String host, String server, X509Certificate leaf, EngineMatch... engines) {
        Exchange exchange = Exchange.opened(server, 443)
                .client(Tls.handshake(Tls.clientHello(host)))
                .server(Tls.handshake(Tls.serverHello(), Tls.certificate(List.of(leaf)), Tls.serverHelloDone()));
        return Seen.builder(host, leaf)
                .handshake(exchange.handshake())
                .engines(List.of(engines))
                .build();
    }

    private static EngineMatch tool(double similarity) {
        return match(EngineKind.TOOL, shape(LEAF), similarity);
    }

    @Test
    void examine_madeByATool_isDecisiveAgainst() {
        Evidence evidence = one(signal, seen(INTERNAL, INSIDE, LEAF, tool(1)));
        assertThat(evidence.grade()).isEqualTo(Grade.DECISIVE);
        assertThat(evidence.weight()).isEqualTo(-2);
        assertThat(evidence.statement()).contains("an internal host at a private address", "with tool (variant)");
    }

    @Test
    void examine_nearlyOnly_isSilent() {
        assertThat(signal.examine(seen(INTERNAL, INSIDE, LEAF, tool(0.98)))).isEmpty();
    }

    @Test
    void examine_engineAsNear_isSilent() {
        EngineMatch engine = match(EngineKind.INTERCEPTOR, shape(LEAF), 0.96);
        assertThat(signal.examine(seen(INTERNAL, INSIDE, LEAF, tool(1), engine)))
                .isEmpty();
    }

    @Test
    void examine_libraryThatLeavesThePeriodOpen_isSilent() {
        ForgeShape open = shape(LEAF).without(ForgeFeature.VALIDITY);
        assertThat(signal.examine(seen(INTERNAL, INSIDE, LEAF, match(EngineKind.TOOL, open, 1))))
                .isEmpty();
    }

    @Test
    void examine_madeAsTheClientWaited_isSilent() {
        X509Certificate fresh = made(INTERNAL, Duration.ofSeconds(20));
        assertThat(signal.examine(seen(INTERNAL, INSIDE, fresh, tool(1)))).isEmpty();
    }

    @Test
    void examine_publicHostOrAddress_isSilent() {
        assertThat(signal.examine(seen(TestPki.HOST, INSIDE, made(TestPki.HOST, Duration.ofDays(20)), tool(1))))
                .isEmpty();
        assertThat(signal.examine(seen(INTERNAL, Exchange.SERVER, LEAF, tool(1))))
                .isEmpty();
    }

    @Test
    void examine_throughAnExplicitProxy_isSilent() {
        Exchange tunnel = Exchange.opened(INSIDE, 3128)
                .client("CONNECT " + INTERNAL + ":443 HTTP/1.1\r\n\r\n")
                .server("HTTP/1.1 200 OK\r\n\r\n")
                .client(Tls.handshake(Tls.clientHello(INTERNAL)))
                .server(Tls.handshake(Tls.serverHello(), Tls.certificate(List.of(LEAF)), Tls.serverHelloDone()));
        assertThat(signal.examine(Seen.builder(INTERNAL, LEAF)
                        .handshake(tunnel.handshake())
                        .engines(List.of(tool(1)))
                        .build()))
                .isEmpty();
    }
}
