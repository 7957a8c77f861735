package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.ADDRESS_PAGE;
import static dev.interloper.core.probe.ProbeStep.CAPTIVE_PORTAL;
import static dev.interloper.core.probe.ProbeStep.HOST_PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.handshake.Handshake;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class PageStepTest {

    /** Takes a request over TLS and answers it as told, without closing. */
    private static Peer.Talk page(CompletableFuture<String> request, String reply) {
        var context = Peer.context(Peer.LEAF, TestPki.key("leaf"));
        return socket -> {
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            request.complete(Peer.head(tls.getInputStream()));
            Peer.say(tls, reply);
            Peer.stall(tls);
        };
    }

    private static String text(Exchange seen) {
        return Peer.text(seen.page().orElseThrow().toByteArray());
    }

    @Test
    void hostPage_isRequestedByTheHostsName() {
        CompletableFuture<String> request = new CompletableFuture<>();
        try (Peer peer = Peer.that(page(request, "HTTP/1.1 503 No\r\ncontent-length: 4\r\n\r\nbody"))) {
            Instant start = Instant.now();
            Exchange seen = peer.probe()
                    .only(HOST_PAGE)
                    .patience(Duration.ofSeconds(5))
                    .build()
                    .observe()
                    .exchange(HOST_PAGE)
                    .orElseThrow();

            assertThat(Peer.told(request))
                    .startsWith("GET / HTTP/1.1\r\nHost: " + Peer.HOST + ":" + peer.port() + "\r\n")
                    .contains("\r\nConnection: close\r\n")
                    .contains("\r\nUser-Agent: Interloper");
            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(text(seen)).endsWith("\r\n\r\nbody");
            assertThat(seen.chain().leaf()).contains(Peer.LEAF);
            assertThat(Duration.between(start, Instant.now()))
                    .as("a page that says its length is not waited behind")
                    .isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void addressPage_namesTheAddressAndNobodyInTheHello() {
        CompletableFuture<String> request = new CompletableFuture<>();
        try (Peer peer = Peer.that(page(request, "HTTP/1.1 204 No Content\r\n\r\n"))) {
            Exchange seen = peer.probe()
                    .only(ADDRESS_PAGE)
                    .build()
                    .observe()
                    .exchange(ADDRESS_PAGE)
                    .orElseThrow();

            assertThat(Peer.told(request)).contains("\r\nHost: 127.0.0.1:" + peer.port() + "\r\n");
            assertThat(seen.host()).isEqualTo("127.0.0.1");
            assertThat(seen.handshake().flatMap(Handshake::serverName)).isEmpty();
            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void hostPage_thatIsCutByTheEndOfTheConnection_isComplete() {
        try (Peer peer = Peer.tls()) {
            Exchange seen = peer.probe()
                    .only(HOST_PAGE)
                    .build()
                    .observe()
                    .exchange(HOST_PAGE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(text(seen)).endsWith("<h1>hello</h1>");
        }
    }

    @Test
    void captivePortal_asksInTheClearUntilOneAnswers() {
        CompletableFuture<String> request = new CompletableFuture<>();
        try (Peer dead = Peer.that(Socket::close);
                Peer portal = Peer.that(socket -> {
                    request.complete(Peer.head(socket.getInputStream()));
                    Peer.say(socket, "HTTP/1.1 302 Found\r\nLocation: http://portal.example/\r\n\r\n");
                })) {
            ProbeObservation seen = Peer.probe("unused.example", 443)
                    .only(CAPTIVE_PORTAL)
                    .canaryPages(List.of(
                            new CanaryPage("a.example", dead.port(), "/a"),
                            new CanaryPage("b.example", portal.port(), "/generate_204"),
                            new CanaryPage("c.example", portal.port(), "/c")))
                    .build()
                    .observe();

            assertThat(Peer.told(request)).startsWith("GET /generate_204 HTTP/1.1\r\nHost: b.example\r\n");
            assertThat(seen.exchanges(CAPTIVE_PORTAL))
                    .extracting(Exchange::host)
                    .containsExactly("a.example", "b.example");
            assertThat(text(seen.exchanges().get(1))).contains("Location: http://portal.example/");
            assertThat(portal.connections()).isEqualTo(1);
        }
    }

    @Test
    void captivePortal_besideAProxy_isAskedWithoutIt() {
        try (Peer portal = Peer.that(socket -> {
            Peer.head(socket.getInputStream());
            Peer.say(socket, "HTTP/1.1 204 No Content\r\n\r\n");
            Peer.stall(socket);
        })) {
            ProbeObservation seen = Peer.probe("unused.example", 443)
                    .through(ProxyServer.parse("127.0.0.1:1"))
                    .only(CAPTIVE_PORTAL)
                    .canaryPages(List.of(new CanaryPage("a.example", portal.port(), "/a")))
                    .resolver(name -> List.of(InetAddress.getLoopbackAddress()))
                    .build()
                    .observe();

            assertThat(seen.exchange(CAPTIVE_PORTAL).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.exchange(CAPTIVE_PORTAL).orElseThrow().handshake()).isEmpty();
        }
    }

    @Test
    void canaryPages_usually_areThoseOfFourSystems() {
        assertThat(CanaryPage.USUAL)
                .extracting(page -> "http://" + page.host() + page.path())
                .containsExactly(
                        "http://connectivitycheck.gstatic.com/generate_204",
                        "http://captive.apple.com/hotspot-detect.html",
                        "http://www.msftconnecttest.com/connecttest.txt",
                        "http://detectportal.firefox.com/success.txt");
    }
}
