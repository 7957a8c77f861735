package dev.interloper.core.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a probe is asked for, and what it gives back. */
class ProbeTest {

    @Test
    void probe_aServer_tellsWhatItShowed() {
        try (Peer server = Peer.tls()) {
            List<ProbeEvent> progress = new ArrayList<>();

            ProbeObservation seen = Probe.to("www.fabrikam.example", server.port())
                    .connectTo(InetAddress.getLoopbackAddress()) // dial this, keep the name
                    .with(ProbeStep.HOST_PAGE) // beyond handshakes: only on demand
                    .without(ProbeStep.CANARY_NAME)
                    .applicationProtocols("h2", "http/1.1")
                    .deadline(Duration.ofSeconds(10)) // in all
                    .patience(Duration.ofSeconds(2)) // for each connection
                    .watcher(progress::add)
                    .build()
                    .observe();

            Exchange handshake = seen.exchange(ProbeStep.HANDSHAKE).orElseThrow();
            assertThat(handshake.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(handshake.chain().leaf()).contains(Peer.LEAF); // trusted by nobody, seen all the same
            assertThat(handshake.trustedByPlatform()).contains(false);
            assertThat(seen.exchange(ProbeStep.SECOND_HANDSHAKE).flatMap(Exchange::negotiated))
                    .map(Negotiated::resumed)
                    .contains(true);
            assertThat(seen.exchange(ProbeStep.HOST_PAGE).flatMap(Exchange::page))
                    .hasValueSatisfying(
                            page -> assertThat(page.startsWith("HTTP/1.1 200")).isTrue());
            assertThat(progress)
                    .first()
                    .hasToString("ProbeEvent[step=handshake, statement=www.fabrikam.example: complete]");
            assertThat(seen.isComplete()).isTrue();
        }
    }

    @Test
    void probe_throughAProxyThatRefuses_keepsWhatItSaid() {
        try (Peer proxy = Peer.that(socket -> {
            Peer.head(socket.getInputStream());
            Peer.say(socket, "HTTP/1.1 403 Forbidden\r\nContent-Length: 7\r\n\r\nblocked");
        })) {
            Exchange seen = Probe.to("av-edge.example.com:443")
                    .through(ProxyServer.parse("http://user:secret@127.0.0.1:" + proxy.port()))
                    .only(ProbeStep.HANDSHAKE)
                    .build()
                    .observe()
                    .exchange(ProbeStep.HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.TUNNEL_REFUSED);
            assertThat(seen.proxyReply().orElseThrow().printable()).endsWith("blocked");
            assertThat(seen.failure()).contains("the proxy answered CONNECT with \"HTTP/1.1 403 Forbidden\"");
        }
    }
}
