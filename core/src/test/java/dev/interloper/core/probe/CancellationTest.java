package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static dev.interloper.core.probe.ProbeStep.STUN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends from outside: cancelled, interrupted, out of time. */
class CancellationTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    private static ProbeObservation runAndThen(Probe probe, CountDownLatch begun, boolean interrupt, Runnable end)
            throws InterruptedException {
        List<ProbeObservation> result = new ArrayList<>();
        List<Boolean> flag = new ArrayList<>();
        Thread thread = new Thread(() -> {
            result.add(probe.observe());
            flag.add(Thread.currentThread().isInterrupted());
        });
        thread.start();
        begun.await();
        Thread.sleep(50);
        Instant asked = Instant.now();
        end.run();
        if (interrupt) {
            thread.interrupt();
        }
        thread.join(20_000);
        assertThat(Duration.between(asked, Instant.now())).isLessThan(SOON);
        assertThat(flag).containsExactly(interrupt);
        return result.get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProbe_thatReads_endsAtOnce(boolean interrupt) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (Peer peer = Peer.that(socket -> {
            begun.countDown();
            Peer.stall(socket);
        })) {
            Probe probe = peer.probe()
                    .patience(Duration.ofSeconds(10))
                    .cancellation(cancellation)
                    .build();

            ProbeObservation seen = runAndThen(probe, begun, interrupt, interrupt ? () -> {} : cancellation::cancel);

            assertThat(seen.exchanges()).extracting(Exchange::step).containsExactly(HANDSHAKE);
            assertThat(seen.exchanges().get(0).ending()).isEqualTo(Ending.CANCELLED);
            assertThat(seen.exchanges().get(0).handshake()).isPresent();
            assertThat(seen.isComplete()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProbe_thatConnects_endsAtOnce(boolean interrupt) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        Probe probe = Peer.probe(Peer.HOST, 443)
                .patience(Duration.ofSeconds(10))
                .cancellation(cancellation)
                .sockets(() -> new NeverConnected(begun))
                .build();

        ProbeObservation seen = runAndThen(probe, begun, interrupt, interrupt ? () -> {} : cancellation::cancel);

        assertThat(seen.exchanges().get(0).tcp()).isEqualTo(TcpOutcome.NOT_TRIED);
        assertThat(seen.exchanges().get(0).ending()).isEqualTo(Ending.CANCELLED);
        assertThat(seen.isComplete()).isFalse();
    }

    /** As a channel's socket behaves towards a firewall that drops. */
    private static final class NeverConnected extends Socket {
        private final CountDownLatch begun;
        private final CountDownLatch closed = new CountDownLatch(1);

        NeverConnected(CountDownLatch begun) {
            this.begun = begun;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            begun.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new java.nio.channels.ClosedByInterruptException();
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // closing must get through to who waits
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void sockets_usually_noticeInterruptions() throws Exception {
        try (Socket socket = Sockets.interruptible()) {
            assertThat(socket.getChannel()).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProbe_thatResolves_endsAtOnce(boolean interrupt) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        Probe probe = Probe.to("slow.example", 443)
                .cancellation(cancellation)
                .resolver(name -> {
                    begun.countDown();
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                })
                .build();

        ProbeObservation seen = runAndThen(probe, begun, interrupt, interrupt ? () -> {} : cancellation::cancel);

        assertThat(seen.exchanges()).isEmpty();
        assertThat(seen.isComplete()).isFalse();
        release.countDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProbe_thatAwaitsADatagram_endsAtOnce(boolean interrupt) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        try (java.net.DatagramSocket silent =
                new java.net.DatagramSocket(0, java.net.InetAddress.getLoopbackAddress())) {
            Probe probe = Peer.probe(Peer.HOST, 443)
                    .only(STUN)
                    .stunPort(silent.getLocalPort())
                    .patience(Duration.ofSeconds(10))
                    .cancellation(cancellation)
                    .build();
            begun.countDown();

            ProbeObservation seen = runAndThen(probe, begun, interrupt, interrupt ? () -> {} : cancellation::cancel);

            assertThat(seen.stun().map(DatagramReply::outcome)).contains(DatagramReply.Outcome.SILENT);
            assertThat(seen.isComplete()).isFalse();
        }
    }

    @Test
    void aProbe_thatWasCancelledBefore_asksNobody() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen =
                    peer.probe().cancellation(cancellation).build().observe();

            assertThat(seen.exchanges()).isEmpty();
            assertThat(seen.isComplete()).isFalse();
            assertThat(peer.connections()).isZero();
        }
    }

    @Test
    void aServer_thatStallsAlways_isAskedEverythingWithinTheDeadline() {
        try (Peer peer = Peer.that(Peer::stall)) {
            Instant start = Instant.now();
            ProbeObservation seen = peer.probe()
                    .with(ProbeStep.HOST_PAGE, ProbeStep.PSEUDO_TLS_GOOGLE)
                    .deadline(Duration.ofSeconds(1))
                    .patience(Duration.ofSeconds(5))
                    .build()
                    .observe();

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
            assertThat(seen.exchanges())
                    .extracting(Exchange::step)
                    .containsExactly(
                            HANDSHAKE,
                            ProbeStep.CLASSIC_HELLO,
                            ProbeStep.WITHOUT_SNI,
                            ProbeStep.CANARY_NAME,
                            ProbeStep.PSEUDO_TLS_GOOGLE,
                            ProbeStep.HOST_PAGE);
            assertThat(seen.exchanges()).extracting(Exchange::ending).containsOnly(Ending.TIMED_OUT);
        }
    }
}
