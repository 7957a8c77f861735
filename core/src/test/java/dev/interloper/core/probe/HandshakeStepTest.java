package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.CANARY_NAME;
import static dev.interloper.core.probe.ProbeStep.CLASSIC_HELLO;
import static dev.interloper.core.probe.ProbeStep.COMPARED_HOSTS;
import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static dev.interloper.core.probe.ProbeStep.SECOND_HANDSHAKE;
import static dev.interloper.core.probe.ProbeStep.WITHOUT_SNI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.ServerHelloDone;
import dev.interloper.handshake.stream.Direction;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeStepTest {

    @Test
    void observe_aServerThatNobodyTrusts_showsItsChainBothWays() {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = peer.probe().build().observe();

            Exchange whole = seen.exchange(HANDSHAKE).orElseThrow();
            assertThat(whole.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(whole.tcp()).isEqualTo(TcpOutcome.CONNECTED);
            assertThat(whole.negotiated().map(Negotiated::version)).contains("TLSv1.3");
            assertThat(whole.negotiated().orElseThrow().resumed()).isFalse();
            assertThat(whole.chain().leaf()).contains(Peer.LEAF);
            assertThat(whole.trustedByPlatform()).contains(false);
            assertThat(whole.serverNameSent()).contains(Peer.HOST);
            assertThat(whole.dialled()).contains("127.0.0.1:" + peer.port());
            assertThat(whole.replyTime()).isPresent();

            Exchange classic = seen.exchange(CLASSIC_HELLO).orElseThrow();
            assertThat(classic.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(classic.chain().leaf()).contains(Peer.LEAF);
            assertThat(classic.chain().size()).isEqualTo(2);
            assertThat(classic.handshake().orElseThrow().messages()).hasAtLeastOneElementOfType(ServerHelloDone.class);
            assertThat(classic.received().startsWith("\u0016\u0003\u0003")).isTrue();
            assertThat(seen.isComplete()).isTrue();
            assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.FOUND);
        }
    }

    @Test
    void observe_ofTheTap_tellsRecordsPortionsAndTheRoundTrip() {
        try (Peer peer = Peer.tls()) {
            Handshake tapped = peer.probe()
                    .only(CLASSIC_HELLO)
                    .build()
                    .observe()
                    .exchange(CLASSIC_HELLO)
                    .flatMap(Exchange::handshake)
                    .orElseThrow();

            assertThat(tapped.segments(Direction.CLIENT_TO_SERVER)).hasSize(1);
            assertThat(tapped.records(Direction.SERVER_TO_CLIENT)).hasSizeGreaterThan(2);
            assertThat(tapped.conversation().roundTripNanos()).isPresent();
            assertThat(tapped.conversation().server().port()).isEqualTo(peer.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void secondHandshake_aServerThatKeepsSessions_isResumedAndShowsNoChain(String version) {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = peer.probe()
                    .only(HANDSHAKE, SECOND_HANDSHAKE)
                    .versions(version)
                    .build()
                    .observe();

            Exchange second = seen.exchange(SECOND_HANDSHAKE).orElseThrow();
            assertThat(second.negotiated().map(Negotiated::version)).contains(version);
            assertThat(second.negotiated().orElseThrow().resumed()).isTrue();
            assertThat(second.chain().size()).isZero();
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().chain().size()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void secondHandshake_aServerThatKeepsNone_isWhole(String version) {
        try (Peer peer = Peer.that(socket -> Peer.serve(
                Peer.context(Peer.LEAF, TestPki.key("leaf")), // a new context knows no session
                socket,
                any -> {}))) {
            Exchange second = peer.probe()
                    .only(HANDSHAKE, SECOND_HANDSHAKE)
                    .versions(version)
                    .build()
                    .observe()
                    .exchange(SECOND_HANDSHAKE)
                    .orElseThrow();

            assertThat(second.negotiated().orElseThrow().resumed()).isFalse();
            assertThat(second.chain().leaf()).contains(Peer.LEAF);
        }
    }

    @Test
    void withoutSni_andCanary_offerNoSessionOfTheFirst() {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = peer.probe().build().observe();

            Exchange unnamed = seen.exchange(WITHOUT_SNI).orElseThrow();
            Exchange canary = seen.exchange(CANARY_NAME).orElseThrow();
            assertThat(unnamed.serverNameSent()).isEmpty();
            assertThat(unnamed.handshake().flatMap(Handshake::serverName)).isEmpty();
            assertThat(canary.serverNameSent().orElseThrow()).matches("[a-z]{16}\\.invalid");
            assertThat(canary.handshake().flatMap(Handshake::serverName)).isEqualTo(canary.serverNameSent());
            assertThat(List.of(unnamed, canary))
                    .allSatisfy(
                            asked -> assertThat(asked.negotiated().orElseThrow().resumed())
                                    .isFalse())
                    .allSatisfy(asked -> assertThat(asked.chain().leaf()).contains(Peer.LEAF));
        }
    }

    @Test
    void observe_aServerOfTls12_negotiatesIt() {
        try (Peer peer = Peer.tls(tls -> tls.setEnabledProtocols(new String[] {"TLSv1.2"}))) {
            Exchange seen = peer.probe()
                    .only(HANDSHAKE)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.negotiated().map(Negotiated::version)).contains("TLSv1.2");
            assertThat(seen.chain().leaf()).contains(Peer.LEAF);
        }
    }

    @Test
    void classicHello_aServerOfTls13Alone_isRefusedByAnAlert() {
        try (Peer peer = Peer.tls(tls -> tls.setEnabledProtocols(new String[] {"TLSv1.3"}))) {
            Exchange seen = peer.probe()
                    .only(CLASSIC_HELLO)
                    .build()
                    .observe()
                    .exchange(CLASSIC_HELLO)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.ALERT);
            assertThat(seen.handshake().orElseThrow().alerts())
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.name()).isEqualTo("protocol_version"));
        }
    }

    @Test
    void versions_ofTls13Alone_leaveTheClassicHelloOut() {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = peer.probe().versions("TLSv1.3").build().observe();

            assertThat(seen.exchange(CLASSIC_HELLO)).isEmpty();
            assertThat(seen.isComplete()).isTrue();
        }
    }

    @Test
    void applicationProtocols_thatTheServerSpeaks_areNegotiated() {
        try (Peer peer = Peer.tls(tls -> {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            tls.setSSLParameters(parameters);
        })) {
            ProbeObservation seen = peer.probe()
                    .only(HANDSHAKE, CLASSIC_HELLO)
                    .applicationProtocols("h2", "http/1.1")
                    .build()
                    .observe();

            assertThat(seen.exchange(HANDSHAKE).flatMap(Exchange::negotiated).flatMap(Negotiated::applicationProtocol))
                    .contains("http/1.1");
            assertThat(seen.exchange(CLASSIC_HELLO).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsMissing_isAnAlertAndSaidSo(String version) {
        try (Peer peer = Peer.tls(tls -> tls.setNeedClientAuth(true))) {
            Exchange seen = peer.probe()
                    .only(HANDSHAKE)
                    .versions(version)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.clientCertificateRequested()).isTrue();
            assertThat(seen.ending()).isEqualTo(Ending.ALERT);
            assertThat(seen.failure().orElseThrow()).contains("fatal alert");
            assertThat(seen.chain().leaf()).contains(Peer.LEAF);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientCertificate_thatIsGiven_isTaken(String version) throws Exception {
        X509ExtendedKeyManager keys = (X509ExtendedKeyManager)
                Peer.keys(TestPki.privateLeaf("client.fabrikam.example").mint(), TestPki.key("leaf"))[0];
        try (Peer peer = Peer.tls(tls -> tls.setNeedClientAuth(true))) {
            Exchange seen = peer.probe()
                    .only(HANDSHAKE)
                    .versions(version)
                    .clientCertificate(keys)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.clientCertificateRequested()).isTrue();
        }
    }

    @Test
    void compare_hosts_asksEachByItsName() {
        try (Peer peer = Peer.tls();
                Peer other = Peer.tls()) {
            ProbeObservation seen = peer.probe()
                    .only(HANDSHAKE)
                    .compare("a.example:" + other.port(), "b.example:" + other.port())
                    .build()
                    .observe();

            assertThat(seen.exchanges(COMPARED_HOSTS))
                    .extracting(Exchange::serverNameSent)
                    .containsExactly(Optional.of("a.example"), Optional.of("b.example"));
            assertThat(seen.lookups())
                    .extracting(NameLookup::host)
                    .containsExactly(Peer.HOST, "a.example", "b.example");
            assertThat(other.connections()).isEqualTo(2);
        }
    }

    @Test
    void connectTo_anAddress_dialsItAndKeepsTheName() {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = Probe.to("no-such-host.invalid", peer.port())
                    .connectTo(InetAddress.getLoopbackAddress())
                    .only(HANDSHAKE)
                    .build()
                    .observe();

            assertThat(seen.exchange(HANDSHAKE).flatMap(Exchange::serverNameSent))
                    .contains("no-such-host.invalid");
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"under_score.example", "dotted.example."})
    void serverName_thatThePlatformDislikes_isSentAllTheSame(String host) {
        try (Peer peer = Peer.tls()) {
            Exchange seen = Peer.probe(host, peer.port())
                    .only(HANDSHAKE)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.handshake().flatMap(Handshake::serverName).orElse("none") + ".")
                    .startsWith(host);
        }
    }

    @Test
    void observe_anAddress_namesNobody() {
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = Probe.to("127.0.0.1", peer.port()).build().observe();

            assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.NOT_NEEDED);
            assertThat(seen.exchange(HANDSHAKE).flatMap(Exchange::serverNameSent))
                    .isEmpty();
            assertThat(seen.exchange(WITHOUT_SNI)).isEmpty();
        }
    }

    @Test
    void observe_twoRunsOfOneProbe_areIndependent() {
        try (Peer peer = Peer.tls()) {
            Probe probe = peer.probe().only(HANDSHAKE).build();
            probe.observe();

            assertThat(probe.observe()
                            .exchange(HANDSHAKE)
                            .flatMap(Exchange::negotiated)
                            .map(Negotiated::resumed))
                    .contains(false);
        }
    }

    @Test
    void chain_withAMalformedCertificate_isSeenByTheClassicHello() throws Exception {
        byte[] flight = Flights.serverHelloAndChain(List.of(new byte[] {0x30, 3, 1, 2, 3}));
        try (Peer peer = Peer.that(socket -> {
            socket.getOutputStream().write(flight);
            Peer.stall(socket);
        })) {
            ProbeObservation seen =
                    peer.probe().only(HANDSHAKE, CLASSIC_HELLO).build().observe();

            assertThat(seen.exchange(CLASSIC_HELLO).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.exchange(CLASSIC_HELLO).orElseThrow().chain().unreadable())
                    .hasSize(1);
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().ending()).isEqualTo(Ending.FAILED);
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().chain().unreadable())
                    .hasSize(1);
        }
    }
}
