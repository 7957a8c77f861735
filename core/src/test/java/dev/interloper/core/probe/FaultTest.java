package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.CLASSIC_HELLO;
import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static dev.interloper.core.probe.ProbeStep.HOST_PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.fixture.TestPki;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Peers that misbehave: each exchange ends in time, with the ending that it had, and leaves nothing behind. */
class FaultTest {

    private static final Duration GENEROUS = Duration.ofSeconds(5);

    /** Asks one step, and looks at the time and the threads. */
    private static Exchange ask(ProbeStep step, Peer.Talk talk) {
        try (Peer peer = Peer.that(talk)) {
            return ask(peer.probe(), step);
        }
    }

    private static Exchange ask(Probe.Builder probe, ProbeStep step) {
        Map<Long, String> before = Peer.threads();
        Instant start = Instant.now();
        ProbeObservation seen =
                probe.only(step).patience(Duration.ofMillis(500)).build().observe();
        assertThat(Duration.between(start, Instant.now())).isLessThan(GENEROUS);
        Map<Long, String> after = Peer.threads();
        after.keySet().removeAll(before.keySet());
        after.values().removeIf(name -> name.equals("interloper-resolver")); // ends by itself
        assertThat(after).isEmpty();
        return seen.exchange(step).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO", "PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE", "HOST_PAGE"})
    void aPeer_thatStalls_timesOut(ProbeStep step) {
        Exchange seen = ask(step, Peer::stall);

        assertThat(seen.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(seen.received().isEmpty()).isTrue();
        assertThat(seen.replyTime()).isEmpty();
        assertThat(seen.handshake()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO", "PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aPeer_thatResets_isReset(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.getInputStream().read();
            Peer.reset(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.RESET);
        assertThat(seen.failure()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO", "PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aPeer_thatClosesAfterTheHello_isClosed(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.shutdownOutput();
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO"})
    void aPeer_thatClosesAtOnce_isClosedOrReset(ProbeStep step) {
        Exchange seen = ask(step, Socket::close);

        assertThat(seen.tcp()).isEqualTo(TcpOutcome.CONNECTED);
        assertThat(seen.ending()).isIn(Ending.CLOSED, Ending.RESET);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO", "PSEUDO_TLS_MICROSOFT"})
    void aPeer_thatSpeaksHttp_isNotTls(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.getInputStream().read(new byte[4096]);
            Peer.say(socket, "HTTP/1.1 400 Bad Request\r\n\r\nthis is no TLS");
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.NOT_TLS);
        assertThat(seen.received().startsWith("HTTP/1.1 400")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO"})
    void aPeer_thatSendsABannerFirst_isNotTls(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            Peer.say(socket, "SSH-2.0-OpenSSH_9.2p1\r\n");
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.NOT_TLS);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO", "PSEUDO_TLS_MICROSOFT", "PSEUDO_TLS_GOOGLE"})
    void aPeer_thatSendsGarbage_endsTheExchange(ProbeStep step) {
        for (int seed = 0; seed < 20; seed++) {
            byte[] garbage = new byte[3000];
            new Random(seed).nextBytes(garbage);
            if (seed % 2 == 0) { // looks like records for a while
                garbage[0] = 22;
                garbage[1] = 3;
                garbage[2] = 3;
                garbage[3] = 1;
            }
            Exchange seen = ask(step, socket -> {
                socket.getInputStream().read(new byte[4096]);
                socket.getOutputStream().write(garbage);
                socket.shutdownOutput();
                Peer.stall(socket);
            });
            assertThat(seen.ending())
                    .isIn(Ending.NOT_TLS, Ending.FAILED, Ending.CLOSED, Ending.ALERT, Ending.COMPLETE, Ending.RESET);
        }
    }

    @Test
    void aPeer_thatSendsOneByteAtATime_isReadToTheEnd() {
        byte[] flight = Flights.serverHelloAndChain(java.util.List.of(der()));
        Exchange seen = ask(CLASSIC_HELLO, socket -> trickle(socket, flight, 0));

        assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(seen.chain().leaf()).contains(Peer.LEAF);
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO"})
    void aPeer_thatTricklesForEver_timesOutWithWhatCame(ProbeStep step) {
        byte[] flight = Flights.serverHelloAndChain(java.util.List.of(der()));
        Exchange seen = ask(step, socket -> trickle(socket, flight, 5));

        assertThat(seen.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(seen.received().length()).isGreaterThan(10);
        assertThat(seen.handshake().orElseThrow().serverHello()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO"})
    void aMessage_thatDeclares16Megabytes_isNotWaitedFor(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream()
                    .write(Flights.join(
                            Flights.record(Flights.serverHello()),
                            Flights.record(new byte[] {11, -1, -1, -1, -1, -1, -1, 0})));
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isIn(Ending.TIMED_OUT, Ending.FAILED);
        assertThat(seen.handshake().orElseThrow().serverHello()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANDSHAKE", "CLASSIC_HELLO"})
    void certificates_withoutEnd_reachALimit(ProbeStep step) {
        Exchange seen = ask(step, socket -> {
            socket.getInputStream().read(new byte[4096]);
            OutputStream out = socket.getOutputStream();
            out.write(Flights.record(Flights.serverHello()));
            out.write(Flights.record(new byte[] {11, -1, -1, -1, -1, -1, -1}));
            byte[] record = Flights.record(new byte[16_000]);
            while (true) {
                out.write(record);
            }
        });

        assertThat(seen.ending()).isIn(Ending.LIMIT_REACHED, Ending.FAILED);
        if (step == CLASSIC_HELLO) {
            assertThat(seen.ending()).isEqualTo(Ending.LIMIT_REACHED);
        }
    }

    @Test
    void aChain_ofTooManyCertificates_isCut() {
        Exchange seen = ask(CLASSIC_HELLO, socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(Flights.serverHelloAndChain(Collections.nCopies(60_000, new byte[] {0x30})));
            Peer.stall(socket);
        });

        assertThat(seen.ending()).isEqualTo(Ending.LIMIT_REACHED);
        assertThat(seen.chain().size()).isEqualTo(PresentedChain.MAX_CERTIFICATES);
    }

    @Test
    void emptyRecords_withoutEnd_endToo() {
        Exchange seen = ask(CLASSIC_HELLO, socket -> {
            byte[] empty = new byte[5 * 2000];
            for (int i = 0; i < empty.length; i += 5) {
                empty[i] = 22;
                empty[i + 1] = 3;
                empty[i + 2] = 3;
            }
            while (true) {
                socket.getOutputStream().write(empty);
            }
        });

        assertThat(seen.ending()).isIn(Ending.LIMIT_REACHED, Ending.TIMED_OUT);
    }

    @Test
    void warnings_withoutEnd_endToo() {
        byte[] warnings = new byte[7 * 1000];
        for (int i = 0; i < warnings.length; i += 7) {
            System.arraycopy(new byte[] {21, 3, 3, 0, 2, 1, 112}, 0, warnings, i, 7);
        }
        Exchange seen = ask(CLASSIC_HELLO, socket -> {
            while (true) {
                socket.getOutputStream().write(warnings);
            }
        });

        assertThat(seen.ending()).isIn(Ending.LIMIT_REACHED, Ending.TIMED_OUT);
    }

    @Test
    void aPage_withoutEnd_isCutAndKept() {
        Exchange seen = page(out -> {
            out.write(Peer.ascii("HTTP/1.1 200 OK\r\n\r\n"));
            while (true) {
                out.write(new byte[8192]);
            }
        });

        assertThat(seen.ending()).isEqualTo(Ending.LIMIT_REACHED);
        assertThat(seen.page().orElseThrow().length()).isBetween(PageRequest.MAX_BODY, PageRequest.MAX_BODY + 17_000);
    }

    @Test
    void aHead_withoutEnd_isCut() {
        Exchange seen = page(out -> {
            out.write(Peer.ascii("HTTP/1.1 200 OK\r\n"));
            while (true) {
                out.write(Peer.ascii("X-Filler: 0123456789\r\n"));
            }
        });

        assertThat(seen.ending()).isEqualTo(Ending.LIMIT_REACHED);
        assertThat(seen.page()).isPresent();
    }

    @Test
    void aPage_thatStalls_isKeptAsFarAsItCame() {
        Exchange seen = page(out -> {
            out.write(Peer.ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
            Thread.sleep(3000);
        });

        assertThat(seen.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(Peer.text(seen.page().orElseThrow().toByteArray())).endsWith("half");
        assertThat(seen.negotiated()).isPresent();
    }

    @Test
    void aPage_thatNeverComes_leavesTheHandshake() {
        Exchange seen = page(out -> Thread.sleep(3000));

        assertThat(seen.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(seen.page()).isEmpty();
        assertThat(seen.chain().leaf()).contains(Peer.LEAF);
    }

    /** What is done with the stream behind the handshake. */
    @FunctionalInterface
    private interface Writing {
        void to(OutputStream out) throws Exception;
    }

    private static Exchange page(Writing writing) {
        var context = Peer.context(Peer.LEAF, TestPki.key("leaf"));
        return ask(HOST_PAGE, socket -> {
            var tls = (javax.net.ssl.SSLSocket)
                    context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
            tls.setUseClientMode(false);
            Peer.head(tls.getInputStream());
            writing.to(tls.getOutputStream());
        });
    }

    @Test
    void aDestination_thatNobodyListensAt_isRefusedAndAskedOnce() throws Exception {
        int port;
        try (Peer gone = Peer.that(Socket::close)) {
            port = gone.port();
        }
        ProbeObservation seen = Peer.probe(Peer.HOST, port).build().observe();

        assertThat(seen.exchanges()).hasSize(1);
        assertThat(seen.exchanges().get(0).tcp()).isEqualTo(TcpOutcome.REFUSED);
        assertThat(seen.exchanges().get(0).ending()).isEqualTo(Ending.NOT_CONNECTED);
        assertThat(seen.exchange(HANDSHAKE).flatMap(Exchange::handshake)).isEmpty();
        assertThat(seen.isComplete()).isTrue();
    }

    private static byte[] der() {
        try {
            return Peer.LEAF.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void trickle(Socket socket, byte[] bytes, int millis) throws Exception {
        socket.setTcpNoDelay(true);
        socket.getInputStream().read(new byte[4096]);
        for (byte each : bytes) {
            socket.getOutputStream().write(each);
            if (millis > 0) {
                Thread.sleep(millis);
            }
        }
        Arrays.fill(bytes, (byte) 0);
        Peer.stall(socket);
    }
}
