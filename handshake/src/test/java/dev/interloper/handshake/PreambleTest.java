package dev.interloper.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.fixture.Feed;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.fixture.Wire;
import dev.interloper.handshake.stream.Direction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** HTTP CONNECT before TLS. */
class PreambleTest {

    private static final byte[] REQUEST =
            Wire.ascii("CONNECT www.example.org:443 HTTP/1.1\r\nHost: www.example.org:443\r\n\r\n");
    private static final byte[] ACCEPTED =
            Wire.ascii("HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy.example\r\n\r\n");
    private static final byte[] REFUSED_WITH_LENGTH = Wire.ascii(
            "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 11\r\n\r\n\u0016\u0003\u0001 log in.");
    private static final byte[] REFUSED_IN_CHUNKS = Wire.ascii(String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Transfer-Encoding: chunked",
            "",
            "5;a=b",
            "\u0016\u0003\u0001\r\n",
            "A",
            "log in now",
            "0",
            "Trailer: x",
            "",
            ""));

    private static Handshake after(Feed feed, byte[]... replies) {
        for (byte[] reply : replies) {
            feed.client(REQUEST).server(reply);
        }
        return feed.client(TlsBytes.clientFlight())
                .server(TlsBytes.serverFlight(300))
                .handshake();
    }

    private static void assertTunnel(Handshake handshake, int attempts) {
        assertThat(Reading.serverTypes(handshake))
                .containsExactly("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");
        assertThat(handshake.problems()).isEmpty();
        assertThat(handshake.foreignReply()).isEmpty();
        Tunnel tunnel = handshake.tunnel().orElseThrow();
        assertThat(tunnel.targetHost()).isEqualTo("www.example.org");
        assertThat(tunnel.status()).isEqualTo(200);
        assertThat(tunnel.attempts()).isEqualTo(attempts);
        assertThat(tunnel.header("via")).contains("1.1 proxy.example");
    }

    @Test
    void accepted_isPassedOver() {
        Handshake handshake = after(Feed.atOnce(), ACCEPTED);

        assertTunnel(handshake, 1);
        assertThat(handshake.records(Direction.CLIENT_TO_SERVER).get(0).offset())
                .isEqualTo(REQUEST.length);
        assertThat(handshake.clientHello().orElseThrow().provenance().offset()).isEqualTo(REQUEST.length + 5);
        assertThat(handshake.records(Direction.SERVER_TO_CLIENT).get(0).offset())
                .isEqualTo(ACCEPTED.length);
    }

    @Test
    void refusedWithLengthThenAccepted_isPassedOver() {
        assertTunnel(after(Feed.atOnce(), REFUSED_WITH_LENGTH, ACCEPTED), 2);
    }

    @Test
    void refusedInChunksThenAccepted_isPassedOver() {
        assertTunnel(after(Feed.atOnce(), REFUSED_IN_CHUNKS, ACCEPTED), 2);
    }

    @Property(tries = 200)
    void splitAnywhere_isTheSame(@ForAll @IntRange(min = 1, max = 90) int largest, @ForAll long seed) {
        assertTunnel(after(Feed.chunks(largest, seed), REFUSED_WITH_LENGTH, REFUSED_IN_CHUNKS, ACCEPTED), 3);
    }

    @Test
    void refused_isNoHandshake() {
        Handshake handshake =
                Feed.atOnce().client(REQUEST).server(REFUSED_WITH_LENGTH).handshake();

        assertThat(handshake.tunnel().orElseThrow().status()).isEqualTo(407);
        assertThat(handshake.messages()).isEmpty();
    }

    @Test
    void noReplySeen_hasNoStatus() {
        Handshake handshake =
                Feed.atOnce().client(REQUEST).client(TlsBytes.clientFlight()).handshake();

        assertThat(handshake.tunnel().orElseThrow().status()).isZero();
        assertThat(Reading.types(handshake)).containsExactly("ClientHello");
    }

    @Test
    void endlessHeader_isLimited() {
        Feed feed = Feed.atOnce().client(Wire.ascii("CONNECT a:1 HTTP/1.1\r\nX: "));
        for (int i = 0; i < 100; i++) {
            feed.client(Wire.ascii("x".repeat(1000)));
        }

        assertThat(feed.handshake().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.description()).contains("before TLS"));
    }

    @Test
    void otherRequests_areForeign() {
        assertThat(Feed.atOnce().client(Wire.ascii("GET / HTTP/1.1\r\n")).isFinished())
                .isTrue();
    }

    @Test
    void ipv6Target_losesItsBrackets() {
        Handshake handshake = Feed.atOnce()
                .client(Wire.ascii("CONNECT [2001:db8::1]:443 HTTP/1.1\r\n\r\n"))
                .client(TlsBytes.clientFlight())
                .handshake();

        assertThat(handshake.tunnel().orElseThrow().targetHost()).isEqualTo("2001:db8::1");
    }
}
