package dev.interloper.core;

import static dev.interloper.core.fixture.TestPki.HOST;
import static dev.interloper.core.fixture.TestPki.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.core.fixture.Exchange;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.fixture.Tls;
import dev.interloper.core.product.ProductCatalog;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front door, over chains and over connections made for it. */
class InterloperTest {

    private static final X509Certificate BARE = TestPki.bareLeaf(HOST).mint();

    private static Interloper.Builder builder() {
        return Interloper.builder()
                .publicRoots(TestPki.PUBLIC_ROOTS)
                .products(ProductCatalog.of(List.of()))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static final Interloper INTERLOPER = builder().build();

    private static List<String> signals(Inspection inspection) {
        return inspection.verdict().evidence().stream().map(Evidence::signal).toList();
    }

    @Nested
    class Chains {

        @Test
        void chain_public_isDirect() {
            Inspection inspection = INTERLOPER
                    .chain(List.of(TestPki.publicLeaf(HOST).mint()))
                    .host(HOST)
                    .inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
            assertThat(inspection.observation().handshake()).isEmpty();
            assertThat(inspection.toString()).startsWith(HOST + ": direct (probability of interception 0.1 %)");
        }

        @Test
        void chain_leafMintedUnderTheIssuersOwnKey_isIntercepted() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            Inspection inspection = INTERLOPER.chain(List.of(minted)).host(HOST).inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
            assertThat(inspection.verdict().product()).isEmpty();
            assertThat(signals(inspection)).startsWith("key.own-issuer");
            assertThat(inspection.advice().summary()).contains("an unknown product", HOST);
            assertThat(inspection.advice().bypass()).containsExactly(new BypassEntry(BypassEntry.Kind.HOST, HOST, 443));
        }

        @Test
        void chain_freshLeafOfAPrivateRoot_isInterceptedByTwoStrongKinds() {
            X509Certificate fresh = TestPki.bareLeaf(HOST)
                    .valid(NOW.minusSeconds(20), Duration.ofDays(365))
                    .mint();
            Inspection inspection = INTERLOPER
                    .chain(List.of(fresh, TestPki.PRIVATE_ROOT))
                    .host(HOST)
                    .inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
            assertThat(signals(inspection)).startsWith("validity.minted", "anchor.local");
        }

        @Test
        void chain_agedLeafOfAPrivateRoot_isInconclusive() {
            Inspection inspection = INTERLOPER
                    .chain(List.of(BARE, TestPki.PRIVATE_ROOT))
                    .host(HOST)
                    .inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(inspection.advice().steps()).isNotEmpty();
        }

        @Test
        void chain_selfSignedOnAPrivateAddress_isDirect() {
            Inspection inspection = INTERLOPER
                    .chain(List.of(TestPki.selfSigned("192.168.1.1").mint()))
                    .host("192.168.1.1")
                    .inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
            assertThat(signals(inspection)).contains("internal.profile");
        }

        @Test
        void chain_extraAnchor_staysNotPublic() {
            Interloper withAnchor = builder()
                    .extraAnchors(AnchorSet.of("ours", List.of(TestPki.PRIVATE_ROOT)))
                    .build();
            Inspection inspection = withAnchor.chain(List.of(BARE)).host(HOST).inspect();
            assertThat(inspection.observation().trust().orElseThrow().trusted()).isTrue();
            assertThat(inspection.observation().isPubliclyAnchored()).isFalse();
            assertThat(inspection.verdict().outcome()).isNotEqualTo(Outcome.DIRECT);
        }

        @Test
        void chain_signedByAPublicLeaf_isNotDirect() {
            X509Certificate own = TestPki.publicLeaf("attacker.example")
                    .key(TestPki.key("attacker"))
                    .mint();
            X509Certificate forged =
                    TestPki.leaf(own, TestPki.key("attacker"), HOST).marked().mint();
            assertThat(INTERLOPER
                            .chain(List.of(forged, own))
                            .host(HOST)
                            .inspect()
                            .verdict()
                            .outcome())
                    .isNotEqualTo(Outcome.DIRECT);
        }

        @Test
        void chain_empty_isInconclusiveWithoutEvidence() {
            Inspection inspection = INTERLOPER.chain(List.of()).host(HOST).inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(inspection.verdict().evidence()).isEmpty();
        }

        @Test
        void chain_noHost_isStillJudged() {
            Inspection inspection =
                    INTERLOPER.chain(List.of(TestPki.publicLeaf(HOST).mint())).inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
            assertThat(inspection.observation().serverName()).isEmpty();
        }

        @Test
        void at_anotherMoment_isTakenInPlaceOfTheClocks() {
            X509Certificate leaf = TestPki.bareLeaf(HOST)
                    .valid(NOW.minusSeconds(20), Duration.ofDays(365))
                    .mint();
            ChainInspector inspector = INTERLOPER.chain(List.of(leaf)).host(HOST);
            assertThat(signals(inspector.inspect())).contains("validity.minted");
            Inspection later = inspector.at(NOW.plus(Duration.ofMinutes(607))).inspect();
            assertThat(signals(later)).doesNotContain("validity.minted");
            assertThat(later.observation().at()).isEqualTo(NOW.plus(Duration.ofMinutes(607)));
        }

        @Test
        void clock_injected_isAskedAtEachInspection() {
            Clock clock = mock(Clock.class);
            when(clock.instant()).thenReturn(NOW, NOW.plusSeconds(9));
            ChainInspector inspector = builder().clock(clock).build().chain(List.of(BARE));
            assertThat(inspector.inspect().observation().at()).isEqualTo(NOW);
            assertThat(inspector.inspect().observation().at()).isEqualTo(NOW.plusSeconds(9));
            verify(clock, times(2)).instant();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "two words", "a..b", "1.2.3.4.5", "-\n-", "http://www.example.org/"})
        void host_neitherNameNorAddress_isRefused(String host) {
            ChainInspector inspector = INTERLOPER.chain(List.of(BARE));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> inspector.host(host))
                    .withMessageContaining("neither a host name nor an IP address");
            CaptureInspector capture = INTERLOPER.capture(Exchange.opened().capture());
            assertThatIllegalArgumentException().isThrownBy(() -> capture.host(host));
        }
    }

    @Nested
    class Connections {

        private Inspection only(Exchange exchange) {
            CaptureInspection inspection =
                    INTERLOPER.capture(exchange.capture()).inspect();
            assertThat(inspection.connections()).hasSize(1);
            return inspection.connections().get(0);
        }

        private Exchange answer(Exchange asked) {
            return asked.after(41)
                    .server(Tls.handshake(
                            Tls.serverHello(),
                            Tls.certificate(List.of(BARE, TestPki.PRIVATE_ROOT)),
                            Tls.serverHelloDone()));
        }

        @Test
        void capture_clock_isNeverAsked() {
            Clock clock = mock(Clock.class);
            when(clock.instant()).thenThrow(new AssertionError("a capture is judged at its packets' time"));
            CaptureInspection inspection = builder()
                    .clock(clock)
                    .build()
                    .capture(Exchange.answering(HOST, List.of(BARE)).capture())
                    .inspect();
            assertThat(inspection.connections().get(0).observation().at()).isEqualTo(NOW);
        }

        @Test
        void inspect_singleHandshake_isTheSameAsFromTheCapture() {
            Exchange exchange = Exchange.answering(HOST, List.of(BARE));
            assertThat(INTERLOPER.inspect(exchange.handshake()))
                    .hasToString(only(exchange).toString());
        }

        @Test
        void capture_noName_takesTheAddress() {
            Inspection inspection = only(answer(Exchange.opened().client(Tls.handshake(Tls.clientHello("")))));
            assertThat(inspection.observation().serverName()).contains(ServerName.parse(Exchange.SERVER));
            assertThat(signals(inspection)).doesNotContain("name.mismatch");
        }

        @Test
        void host_connectionWithoutName_isJudgedAsIfItHadAskedForIt() {
            Exchange nameless = answer(Exchange.opened().client(Tls.handshake(Tls.clientHello(""))));
            Inspection inspection = INTERLOPER
                    .capture(nameless.capture())
                    .host("other.example")
                    .inspect()
                    .connections()
                    .get(0);
            assertThat(inspection.observation().serverName()).contains(ServerName.parse("other.example"));
            assertThat(signals(inspection)).contains("name.mismatch");
        }

        @Test
        void capture_interceptedWithoutName_bypassesTheAddressOnly() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            Inspection inspection = only(Exchange.opened()
                    .client(Tls.handshake(Tls.clientHello("")))
                    .after(41)
                    .server(Tls.handshake(Tls.serverHello(), Tls.certificate(List.of(minted)), Tls.serverHelloDone())));
            assertThat(inspection.advice().bypass())
                    .containsExactly(new BypassEntry(BypassEntry.Kind.ADDRESS, Exchange.SERVER, 443));
            assertThat(inspection.advice().steps())
                    .anySatisfy(step -> assertThat(step).contains("names no host"));
        }

        private Exchange tunnelled(String target, String serverName, X509Certificate leaf) {
            return Exchange.opened("192.0.2.80", 3128)
                    .client("CONNECT " + target + " HTTP/1.1\r\nHost: x\r\n\r\n")
                    .after(41)
                    .server("HTTP/1.1 200 Connection established\r\n\r\n")
                    .after(1)
                    .client(Tls.handshake(Tls.clientHello(serverName)))
                    .after(41)
                    .server(Tls.handshake(Tls.serverHello(), Tls.certificate(List.of(leaf)), Tls.serverHelloDone()));
        }

        @Test
        void capture_connectTarget_isTheHostAndItsPortIsBypassed() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            Inspection inspection = only(tunnelled(HOST + ":8443", "", minted));
            assertThat(inspection.observation().serverName()).contains(ServerName.parse(HOST));
            assertThat(inspection.advice().bypass())
                    .containsExactly(new BypassEntry(BypassEntry.Kind.HOST, HOST, 8443));
            assertThat(signals(inspection)).contains("proxy.tunnel");
        }

        @Test
        void capture_connectToAnAddress_bypassesThatAddress() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            assertThat(only(tunnelled("[2001:db8::30]:443", "", minted))
                            .advice()
                            .bypass())
                    .containsExactly(new BypassEntry(BypassEntry.Kind.ADDRESS, "2001:db8::30", 443));
        }

        @ParameterizedTest
        @ValueSource(strings = {":99999", ":0", ":", ":https", ""})
        void capture_connectToAnImpossiblePort_takes443(String port) {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            assertThat(only(tunnelled(HOST + port, HOST, minted)).advice().bypass())
                    .containsExactly(new BypassEntry(BypassEntry.Kind.HOST, HOST, 443));
        }

        @Test
        void host_addressOfAnExplicitProxy_doesNotMatchItsTunnels() {
            Exchange tunnel = tunnelled(HOST + ":443", HOST, BARE);
            assertThat(INTERLOPER
                            .capture(tunnel.capture())
                            .host("192.0.2.80")
                            .inspect()
                            .connections())
                    .isEmpty();
        }

        @Test
        void capture_clientRefused_breakageSaysSoFirst() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            Inspection inspection =
                    only(Exchange.answering(HOST, List.of(minted)).after(2).client(Tls.alert(2, 48)));
            assertThat(inspection.advice().breakage().get(0)).contains("This client");
        }
    }

    @Nested
    class OwnSignals {

        @Test
        void signal_added_isAskedWithTheObservationAndWeighed() {
            Signal signal = mock(Signal.class);
            when(signal.examine(any()))
                    .thenReturn(List.of(Evidence.of("mine.own", Grade.DECISIVE, 12, "I know that proxy", "me")));
            Inspection inspection = builder()
                    .signal(signal)
                    .build()
                    .chain(List.of(BARE))
                    .host(HOST)
                    .inspect();
            verify(signal).examine(inspection.observation());
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
            assertThat(inspection.verdict().evidence().get(0).statement()).isEqualTo("I know that proxy");
        }

        @Test
        void signal_weakEvidenceInMasses_doesNotConvict() {
            Signal signal = mock(Signal.class);
            Evidence hint = Evidence.of("mine.own", Grade.WEAK, 100, "a hint", "me");
            when(signal.examine(any(Observation.class))).thenReturn(List.of(hint, hint, hint));
            assertThat(builder()
                            .signal(signal)
                            .build()
                            .chain(List.of(BARE))
                            .host(HOST)
                            .inspect()
                            .verdict()
                            .outcome())
                    .isEqualTo(Outcome.INCONCLUSIVE);
        }

        @Test
        void builder_usedAgain_doesNotChangeWhatItBuilt() {
            Signal signal = mock(Signal.class);
            when(signal.examine(any()))
                    .thenReturn(List.of(Evidence.of("mine.own", Grade.DECISIVE, 12, "I know that proxy", "me")));
            Interloper.Builder builder = builder();
            Interloper before = builder.build();
            builder.signal(signal);
            assertThat(signals(before.chain(List.of(BARE)).inspect())).doesNotContain("mine.own");
        }
    }

    @Nested
    class HostileInput {

        private CaptureInspection inspect(Exchange exchange) {
            return INTERLOPER.capture(exchange.capture()).inspect();
        }

        @Test
        void capture_empty_hasNoConnections() {
            CaptureInspection inspection =
                    INTERLOPER.capture(Exchange.captureOf(Exchange.empty())).inspect();
            assertThat(inspection.connections()).isEmpty();
            assertThat(inspection.summary().problem()).isEmpty();
        }

        @Test
        void capture_clientHelloOnly_isInconclusive() {
            Inspection inspection = inspect(Exchange.opened().client(Tls.handshake(Tls.clientHello(HOST))))
                    .connections()
                    .get(0);
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(signals(inspection)).containsExactly("certificate.unseen");
            assertThat(inspection.advice().steps().get(0)).contains("Capture beside the client");
        }

        @Test
        void capture_leafDoesNotParse_isInconclusiveAndSaysSo() {
            Inspection inspection = inspect(Exchange.opened()
                            .client(Tls.handshake(Tls.clientHello(HOST)))
                            .after(41)
                            .server(Tls.handshake(
                                    Tls.serverHello(),
                                    Tls.certificateOf(new byte[] {0x30, 3, 2, 1, 1}, Tls.der(TestPki.PUBLIC_ROOT)),
                                    Tls.serverHelloDone())))
                    .connections()
                    .get(0);
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            assertThat(inspection.verdict().evidence().get(0).statement()).contains("does not parse");
        }

        @Test
        void capture_brokenCertificateBesideGoodOnes_isJudgedByTheGoodOnes() {
            byte[] leaf = Tls.der(TestPki.publicLeaf(HOST).mint());
            Inspection inspection = inspect(Exchange.opened()
                            .client(Tls.handshake(Tls.clientHello(HOST)))
                            .after(41)
                            .server(Tls.handshake(
                                    Tls.serverHello(),
                                    Tls.certificateOf(leaf, new byte[] {1, 2, 3}, new byte[0]),
                                    Tls.serverHelloDone())))
                    .connections()
                    .get(0);
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.DIRECT);
            assertThat(inspection.observation().chain().unreadable()).isNotEmpty();
        }

        @Test
        void chain_aHundredCertificatesOfOneName_isJudgedSoon() {
            X509Certificate[] all = new X509Certificate[100];
            all[0] = BARE;
            for (int i = 1; i < all.length; i++) {
                all[i] = TestPki.authority(
                                "CN=Contoso Private Root",
                                TestPki.key("loop " + i % 7),
                                "CN=Contoso Private Root",
                                TestPki.key("loop " + (i + 1) % 7))
                        .serial(i)
                        .mint();
            }
            Inspection inspection = INTERLOPER.chain(List.of(all)).host(HOST).inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        }

        @Test
        void capture_serverNameOf60Kilobytes_isBoundedInAdviceAndVerdict() {
            X509Certificate minted =
                    TestPki.bareLeaf(HOST).key(TestPki.key("private")).mint();
            Inspection inspection = inspect(Exchange.answering("a".repeat(60_000), List.of(minted)))
                    .connections()
                    .get(0);
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INTERCEPTED);
            assertThat(inspection.advice().summary().length()).isLessThan(1000);
            assertThat(inspection.toString().length()).isLessThan(2000);
            assertThat(inspection.advice().bypass())
                    .containsExactly(new BypassEntry(BypassEntry.Kind.ADDRESS, Exchange.SERVER, 443));
        }

        @Test
        void chain_unreadableEntriesOnly_doesNotThrow() {
            CertificateChain broken = CertificateChain.parse(List.of(new byte[0], new byte[] {0x30, (byte) 0x84}));
            Inspection inspection = INTERLOPER.chain(broken).host(HOST).inspect();
            assertThat(inspection.verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        }

        @Test
        void at_momentThatNoCertificateCanSay_isRefusedAtOnce() {
            ChainInspector inspector = INTERLOPER.chain(List.of(BARE)).host(HOST);
            for (Instant moment : List.of(Instant.MIN, Instant.MAX)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> inspector.at(moment))
                        .withMessageContaining("1 to 9999");
            }
        }

        @Test
        void at_yearsBeforeAndAfterTls_isJudged() {
            ChainInspector inspector = INTERLOPER.chain(List.of(BARE)).host(HOST);
            for (Instant moment : List.of(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59Z"))) {
                assertThat(inspector.at(moment).inspect().verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            }
        }
    }
}
