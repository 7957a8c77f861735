package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.PSEUDO_TLS_GOOGLE;
import static dev.interloper.core.probe.ProbeStep.PSEUDO_TLS_MICROSOFT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.PseudoTls;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relays, and what sits in front of them; the bytes are those of [MS-TURN] section 2.1.1 and of WebRTC. */
class PseudoTlsStepTest {

    private static final byte[] MICROSOFT_REPLY = Flights.join(
            Bytes.ofHex("160301004e020000460301").toByteArray(),
            new byte[32],
            Bytes.ofHex("20").toByteArray(),
            new byte[32],
            Bytes.ofHex("0018000e000000").toByteArray());
    private static final byte[] GOOGLE_REPLY = Bytes.ofHex(
                    "160301004a02000046030142" + "8545a727a95da0b3c5e753da482b3fc65aca89c15852a1783c5b174600853f20"
                            + "0ed306725b5b1b5f15ac13f988539d9be83d7b0c30326e384da27557416c345c000400")
            .toByteArray();

    private static byte[] reply(ProbeStep step) {
        return step == PSEUDO_TLS_MICROSOFT ? MICROSOFT_REPLY : GOOGLE_REPLY;
    }

    private static Exchange ask(ProbeStep step, Peer.Talk talk) {
        try (Peer peer = Peer.that(talk)) {
            return peer.probe().only(step).build().observe().exchange(step).orElseThrow();
        }
    }

    private static PseudoTls.Reply verdict(Exchange seen) {
        return seen.handshake().flatMap(PseudoTls::of).orElseThrow().reply();
    }

    @ParameterizedTest
    @EnumSource(names = {"PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aRelay_thatAnswersByTheRules_isExactAndHearsNothingMore(ProbeStep step) {
        int hello = step == PSEUDO_TLS_MICROSOFT ? 50 : 72;
        CompletableFuture<Bytes> asked = new CompletableFuture<>();
        CompletableFuture<Integer> after = new CompletableFuture<>();
        try (Peer relay = Peer.that(socket -> {
            asked.complete(Bytes.copyOf(socket.getInputStream().readNBytes(hello)));
            socket.getOutputStream().write(reply(step));
            after.complete(socket.getInputStream().read());
        })) {
            Exchange seen =
                    relay.probe().only(step).build().observe().exchange(step).orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(verdict(seen)).isEqualTo(PseudoTls.Reply.EXACT);
            assertThat(seen.received()).isEqualTo(Bytes.copyOf(reply(step)));
            assertThat(seen.handshake().orElseThrow().segments(Direction.SERVER_TO_CLIENT))
                    .hasSize(1);
            assertThat(Peer.told(asked).length()).isEqualTo(hello);
            assertThat(Peer.told(after)).as("nothing more is said").isEqualTo(-1);
            assertThat(seen.serverNameSent()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aReply_thatComesInTwoPortions_staysVisibleAsTwo(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.setTcpNoDelay(true);
            socket.getInputStream().read(new byte[100]);
            socket.getOutputStream().write(reply(step), 0, 40);
            Thread.sleep(100);
            socket.getOutputStream().write(reply(step), 40, reply(step).length - 40);
            Peer.stall(socket);
        });

        assertThat(verdict(seen)).isEqualTo(PseudoTls.Reply.EXACT);
        assertThat(seen.handshake().orElseThrow().segments(Direction.SERVER_TO_CLIENT))
                .extracting(segment -> segment.length())
                .containsExactly(40, reply(step).length - 40);
    }

    @ParameterizedTest
    @EnumSource(names = {"PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aTlsServer_answersWithAnAlert(ProbeStep step) {
        try (Peer peer = Peer.tls()) {
            Exchange seen =
                    peer.probe().only(step).build().observe().exchange(step).orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.ALERT);
            assertThat(verdict(seen)).isEqualTo(PseudoTls.Reply.ALERT);
        }
    }

    @Test
    void anInterceptor_thatSendsACertificate_isReadToItsEndWhateverThePortions() throws Exception {
        byte[] flight = Flights.serverHelloAndChain(List.of(Peer.LEAF.getEncoded()));
        Exchange seen = ask(PSEUDO_TLS_MICROSOFT, socket -> {
            socket.setTcpNoDelay(true);
            socket.getInputStream().read(new byte[100]);
            socket.getOutputStream().write(flight, 0, 83); // as long as the relay's whole reply
            Thread.sleep(100);
            socket.getOutputStream().write(flight, 83, flight.length - 83);
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.chain().leaf()).contains(Peer.LEAF);
        assertThat(verdict(seen)).isEqualTo(PseudoTls.Reply.OTHER);
    }

    @Test
    void pseudo_throughAProxy_isSentBehindTheTunnel() {
        try (Peer proxy = Peer.that(socket -> {
            Peer.head(socket.getInputStream());
            Peer.say(socket, "HTTP/1.1 200 OK\r\n\r\n");
            socket.getInputStream().readNBytes(72);
            socket.getOutputStream().write(GOOGLE_REPLY);
            Peer.stall(socket);
        })) {
            Exchange seen = Peer.probe("relay.example", 443)
                    .through(ProxyServer.parse("127.0.0.1:" + proxy.port()))
                    .only(PSEUDO_TLS_GOOGLE)
                    .build()
                    .observe()
                    .exchange(PSEUDO_TLS_GOOGLE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(verdict(seen)).isEqualTo(PseudoTls.Reply.EXACT);
            assertThat(seen.received()).isEqualTo(Bytes.copyOf(GOOGLE_REPLY));
        }
    }
}
