package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.ADDRESS_PAGE;
import static dev.interloper.core.probe.ProbeStep.CLASSIC_HELLO;
import static dev.interloper.core.probe.ProbeStep.CONTROL_HOST;
import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.Tunnel;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.UpgradeProtocol;
import java.io.DataInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyStepTest {

    /** Tunnels whatever it is asked for to one peer. */
    private static Peer.Talk connect(Peer origin, CompletableFuture<String> request) {
        return socket -> {
            request.complete(Peer.head(socket.getInputStream()));
            Peer.say(socket, "HTTP/1.1 200 Connection established\r\nVia: 1.1 peer\r\n\r\n");
            relay(socket, origin);
        };
    }

    private static void relay(Socket socket, Peer origin) throws Exception {
        Socket onward = new Socket(InetAddress.getLoopbackAddress(), origin.port());
        Peer.pump(onward, socket);
        socket.getInputStream().transferTo(onward.getOutputStream());
        onward.close();
    }

    private static ProbeObservation through(Peer proxy, String url, ProbeStep... steps) {
        return Peer.probe("av-edge.example", 443)
                .through(ProxyServer.parse(url.replace("PORT", String.valueOf(proxy.port()))))
                .only(steps)
                .patience(Duration.ofSeconds(2))
                .build()
                .observe();
    }

    private static Exchange refused(Peer.Talk talk, String url) {
        try (Peer proxy = Peer.that(talk)) {
            ProbeObservation seen = through(proxy, url, HANDSHAKE, CLASSIC_HELLO);
            assertThat(seen.exchanges()).as("one refusal says all").hasSize(1);
            assertThat(seen.exchanges().get(0).handshake()).isEmpty();
            return seen.exchanges().get(0);
        }
    }

    private static String text(Exchange seen) {
        return Peer.text(seen.proxyReply().orElseThrow().toByteArray());
    }

    @Test
    void httpProxy_thatTunnels_isToldTheNameAndTheCredentials() {
        CompletableFuture<String> request = new CompletableFuture<>();
        try (Peer origin = Peer.tls();
                Peer proxy = Peer.that(connect(origin, request))) {
            ProbeObservation seen = through(proxy, "http://user:pass%3Aword@127.0.0.1:PORT", HANDSHAKE, CLASSIC_HELLO);

            assertThat(Peer.told(request))
                    .startsWith("CONNECT av-edge.example:443 HTTP/1.1\r\nHost: av-edge.example:443\r\n");
            assertThat(Peer.told(request)).contains("\r\nProxy-Authorization: Basic dXNlcjpwYXNzOndvcmQ=\r\n");
            assertThat(seen.exchanges()).extracting(Exchange::ending).containsOnly(Ending.COMPLETE);
            assertThat(seen.exchanges()).allSatisfy(made -> {
                assertThat(made.chain().leaf()).contains(Peer.LEAF);
                assertThat(made.dialled()).contains("127.0.0.1:" + proxy.port());
                assertThat(text(made)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n");
                assertThat(made.received().at(0)).isEqualTo(22);
            });
            Handshake tapped =
                    seen.exchange(HANDSHAKE).flatMap(Exchange::handshake).orElseThrow();
            assertThat(tapped.tunnel().map(Tunnel::target)).contains("av-edge.example:443");
            assertThat(tapped.tunnel().map(Tunnel::status)).contains(200);
            assertThat(tapped.segments(Direction.SERVER_TO_CLIENT)).hasSizeLessThan(12);
            assertThat(seen.proxy().map(ProxyServer::toString)).contains("http://127.0.0.1:" + proxy.port());
            assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.LEFT_TO_PROXY);
        }
    }

    @Test
    void httpProxy_thatWantsCredentials_isHeardOut() {
        Exchange seen = refused(
                socket -> {
                    Peer.head(socket.getInputStream());
                    Peer.say(
                            socket,
                            "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\nContent-Length: 9\r\n\r\n<p>who?\r\n");
                    Peer.stall(socket); // keeps the connection
                },
                "http://127.0.0.1:PORT");

        assertThat(seen.ending()).isEqualTo(Ending.TUNNEL_REFUSED);
        assertThat(seen.tcp()).isEqualTo(TcpOutcome.CONNECTED);
        assertThat(text(seen)).endsWith("<p>who?\r\n");
        assertThat(seen.failure().orElseThrow()).contains("407");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0 403 Forbidden\r\n\r\n", "HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n"})
    void httpProxy_thatRefusesWithAPage_isHeardToTheEndOfIt(String head) {
        Exchange seen = refused(
                socket -> {
                    Peer.head(socket.getInputStream());
                    Peer.say(socket, head + "<title>Blocked by policy</title>");
                },
                "http://127.0.0.1:PORT");

        assertThat(seen.ending()).isEqualTo(Ending.TUNNEL_REFUSED);
        assertThat(text(seen)).endsWith("<title>Blocked by policy</title>");
    }

    @Test
    void httpProxy_whoseRefusalHasNoEnd_isHeardForAWhile() {
        Instant start = Instant.now();
        Exchange seen = refused(
                socket -> {
                    Peer.head(socket.getInputStream());
                    Peer.say(socket, "HTTP/1.1 403 Forbidden\r\n\r\n");
                    while (true) {
                        Peer.say(socket, "no ");
                    }
                },
                "http://127.0.0.1:PORT");

        assertThat(seen.ending()).isEqualTo(Ending.TUNNEL_REFUSED);
        assertThat(seen.proxyReply().orElseThrow().length()).isLessThanOrEqualTo(Inbox.MAX_BYTES);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void httpProxy_whoseHeadHasNoEnd_reachesALimit() {
        try (Peer proxy = Peer.that(socket -> {
            Peer.head(socket.getInputStream());
            Peer.say(socket, "HTTP/1.1 200 OK\r\n");
            while (true) {
                Peer.say(socket, "X-Filler: 0123456789\r\n");
            }
        })) {
            Exchange seen = through(proxy, "http://127.0.0.1:PORT", HANDSHAKE)
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.LIMIT_REACHED);
            assertThat(seen.proxyReply().orElseThrow().length()).isEqualTo(Inbox.MAX_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({"http, STALL, TIMED_OUT", "http, CLOSE, CLOSED", "socks5, STALL, TIMED_OUT", "socks4, CLOSE, CLOSED"})
    void aProxy_thatSaysNothing_endsTheExchange(String scheme, String what, Ending ending) {
        try (Peer proxy = Peer.that(socket -> {
            socket.getInputStream().read(new byte[4096]);
            if (what.equals("STALL")) {
                Peer.stall(socket);
            }
        })) {
            Exchange seen = through(proxy, scheme + "://127.0.0.1:PORT", HANDSHAKE)
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(ending);
            assertThat(seen.proxyReply()).isEmpty();
        }
    }

    @Test
    void httpsProxy_isSpokenToWithinTlsAndNotJudged() {
        CompletableFuture<String> request = new CompletableFuture<>();
        var context = Peer.context(TestPki.privateLeaf("proxy.example").mint(), TestPki.key("leaf"));
        try (Peer origin = Peer.tls();
                Peer proxy = Peer.that(socket -> {
                    SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, 0, true);
                    tls.setUseClientMode(false);
                    connect(origin, request).with(tls);
                })) {
            ProbeObservation seen = through(proxy, "https://localhost:PORT", HANDSHAKE, CLASSIC_HELLO);

            assertThat(Peer.told(request)).startsWith("CONNECT av-edge.example:443");
            assertThat(seen.exchanges()).extracting(Exchange::ending).containsOnly(Ending.COMPLETE);
            assertThat(seen.exchanges())
                    .allSatisfy(made -> assertThat(made.chain().leaf()).contains(Peer.LEAF));
        }
    }

    @Test
    void httpsProxy_thatSpeaksNoTls_fails() {
        try (Peer proxy = Peer.that(socket -> {
            Peer.say(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
            Peer.stall(socket);
        })) {
            Exchange seen = through(proxy, "https://127.0.0.1:PORT", HANDSHAKE)
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.FAILED);
            assertThat(seen.failure()).isPresent();
        }
    }

    @Test
    void socks4Proxy_isToldTheName() {
        CompletableFuture<String> asked = new CompletableFuture<>();
        try (Peer origin = Peer.tls();
                Peer proxy = Peer.that(socket -> {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    byte[] head = in.readNBytes(8);
                    String user = zero(in);
                    asked.complete(head[0] + " " + (head[2] * 256 + (head[3] & 0xff)) + " " + user + " " + zero(in));
                    socket.getOutputStream().write(new byte[] {0, 0x5a, 0, 0, 0, 0, 0, 0});
                    relay(socket, origin);
                })) {
            ProbeObservation seen = through(proxy, "socks4://me@127.0.0.1:PORT", HANDSHAKE);

            assertThat(Peer.told(asked)).isEqualTo("4 443 me av-edge.example");
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.exchange(HANDSHAKE)
                            .flatMap(Exchange::handshake)
                            .orElseThrow()
                            .upgrades())
                    .singleElement()
                    .satisfies(way -> assertThat(way.protocol()).isEqualTo(UpgradeProtocol.SOCKS4A));
        }
    }

    private static String zero(InputStream in) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c > 0; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @Test
    void socks5Proxy_withAPassword_isToldTheName() {
        CompletableFuture<String> asked = new CompletableFuture<>();
        try (Peer origin = Peer.tls();
                Peer proxy = Peer.that(socket -> {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    in.readNBytes(2 + 2);
                    socket.getOutputStream().write(new byte[] {5, 2});
                    in.readByte();
                    String user = Peer.text(in.readNBytes(in.readByte()));
                    String password = Peer.text(in.readNBytes(in.readByte()));
                    socket.getOutputStream().write(new byte[] {1, 0});
                    in.readNBytes(4);
                    String host = Peer.text(in.readNBytes(in.readByte()));
                    asked.complete(user + " " + password + " " + host + " " + in.readUnsignedShort());
                    socket.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 1, 1});
                    relay(socket, origin);
                })) {
            ProbeObservation seen = through(proxy, "socks5://me:secret@127.0.0.1:PORT", HANDSHAKE, CLASSIC_HELLO);

            assertThat(Peer.told(asked)).isEqualTo("me secret av-edge.example 443");
            assertThat(seen.exchanges()).extracting(Exchange::ending).containsOnly(Ending.COMPLETE);
            assertThat(seen.toString()).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 400 what\r\n\r\n",
                "\u0005\u00ff",
                "\u0005\u0000\u0005\u0002\u0000\u0001",
                "\u0004\u0000"
            })
    void socks5Proxy_thatTalksNonsense_isARefusal(String nonsense) {
        Exchange seen = refused(
                socket -> {
                    socket.getInputStream().read(new byte[512]);
                    Peer.say(socket, nonsense);
                    Peer.stall(socket);
                },
                "socks5://127.0.0.1:PORT");

        assertThat(seen.ending()).isEqualTo(Ending.TUNNEL_REFUSED);
        assertThat(text(seen)).startsWith(nonsense.substring(0, 2));
    }

    @Test
    void addressPage_throughAProxy_asksForTheAddress() {
        CompletableFuture<String> request = new CompletableFuture<>();
        try (Peer origin = Peer.tls();
                Peer proxy = Peer.that(connect(origin, request))) {
            Exchange seen = through(proxy, "http://127.0.0.1:PORT", ADDRESS_PAGE)
                    .exchange(ADDRESS_PAGE)
                    .orElseThrow();

            assertThat(Peer.told(request)).startsWith("CONNECT 127.0.0.1:443 ");
            assertThat(seen.serverNameSent()).isEmpty();
            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(Peer.text(seen.page().orElseThrow().toByteArray())).endsWith("<h1>hello</h1>");
        }
    }

    @Test
    void controlHost_throughAProxy_isATunnelAndNoHello() {
        CompletableFuture<String> request = new CompletableFuture<>();
        CompletableFuture<Integer> after = new CompletableFuture<>();
        try (Peer proxy = Peer.that(socket -> {
            request.complete(Peer.head(socket.getInputStream()));
            Peer.say(socket, "HTTP/1.1 200 OK\r\n\r\n");
            after.complete(socket.getInputStream().read());
        })) {
            Exchange seen = Peer.probe("av-edge.example", 443)
                    .through(ProxyServer.parse("127.0.0.1:" + proxy.port()))
                    .only()
                    .controlHost("control.example")
                    .build()
                    .observe()
                    .exchange(CONTROL_HOST)
                    .orElseThrow();

            assertThat(Peer.told(request)).startsWith("CONNECT control.example:443 ");
            assertThat(Peer.told(after)).isEqualTo(-1);
            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void aProxy_thatNobodyKnows_isNotAsked() {
        ProbeObservation seen = Probe.to("av-edge.example", 443)
                .through(ProxyServer.parse("http://proxy.example:3128"))
                .resolver(name -> {
                    throw new java.net.UnknownHostException(name);
                })
                .build()
                .observe();

        assertThat(seen.exchanges()).isEmpty();
        assertThat(seen.lookups())
                .extracting(NameLookup::host, NameLookup::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("av-edge.example", NameLookup.Outcome.LEFT_TO_PROXY),
                        org.assertj.core.groups.Tuple.tuple("proxy.example", NameLookup.Outcome.NOT_FOUND));
        assertThat(List.copyOf(seen.exchanges())).isEmpty();
    }
}
