package dev.interloper.core.probe;

import static dev.interloper.core.probe.ProbeStep.CONTROL_HOST;
import static dev.interloper.core.probe.ProbeStep.HANDSHAKE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, addresses and TCP; a firewall is a socket that never connects. */
class DialTest {

    private static final InetAddress NOWHERE = literal("192.0.2.1");

    /** Fails as it is told, without a network. */
    private static final class FailingSocket extends Socket {
        private final IOException failure;

        FailingSocket(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (failure instanceof SocketTimeoutException) {
                try {
                    Thread.sleep(timeout);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            throw failure;
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException("Connect timed out"), TcpOutcome.TIMED_OUT),
                Arguments.of(new ConnectException("Connection timed out"), TcpOutcome.TIMED_OUT),
                Arguments.of(new ConnectException("Connection refused"), TcpOutcome.REFUSED),
                Arguments.of(new NoRouteToHostException("No route to host"), TcpOutcome.UNREACHABLE),
                Arguments.of(new SocketException("Network is unreachable"), TcpOutcome.UNREACHABLE),
                Arguments.of(new SocketException("Permission denied"), TcpOutcome.FAILED));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void connecting_thatFails_tellsHow(IOException failure, TcpOutcome outcome) {
        ProbeObservation seen = Peer.probe(Peer.HOST, 443)
                .sockets(() -> new FailingSocket(failure))
                .patience(Duration.ofMillis(500))
                .build()
                .observe();

        Exchange only = seen.exchange(HANDSHAKE).orElseThrow();
        assertThat(seen.exchanges()).containsExactly(only);
        assertThat(only.tcp()).isEqualTo(outcome);
        assertThat(only.ending()).isEqualTo(Ending.NOT_CONNECTED);
        assertThat(only.failure()).contains(failure.getMessage());
    }

    @Test
    void aFirewall_thatDrops_leavesTimeForTheControlHost() {
        try (Peer control = Peer.that(Peer::stall)) {
            Instant start = Instant.now();
            ProbeObservation seen = Probe.to("192.0.2.1", 443)
                    .compare("192.0.2.2")
                    .controlHost("127.0.0.1:" + control.port())
                    .patience(Duration.ofSeconds(5))
                    .deadline(Duration.ofSeconds(1))
                    .sockets(() -> new Socket() {
                        @Override
                        public void connect(SocketAddress endpoint, int timeout) throws IOException {
                            if (endpoint.toString().contains("192.0.2.")) {
                                new FailingSocket(new SocketTimeoutException("Connect timed out"))
                                        .connect(endpoint, timeout);
                            }
                            super.connect(endpoint, timeout);
                        }
                    })
                    .build()
                    .observe();

            assertThat(seen.exchanges()).extracting(Exchange::step).containsExactly(HANDSHAKE, CONTROL_HOST);
            assertThat(seen.exchange(CONTROL_HOST).orElseThrow().tcp()).isEqualTo(TcpOutcome.CONNECTED);
            assertThat(seen.exchange(CONTROL_HOST).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.isComplete()).isTrue();
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void addresses_ofWhichTheFirstAreSilent_areTriedInTurn() {
        try (Peer peer = Peer.tls()) {
            Exchange seen = peer.probe()
                    .resolver(name -> List.of(NOWHERE, InetAddress.getLoopbackAddress()))
                    .patience(Duration.ofSeconds(2))
                    .sockets(() -> new Socket() {
                        @Override
                        public void connect(SocketAddress endpoint, int timeout) throws IOException {
                            if (endpoint.toString().contains("192.0.2.")) {
                                new FailingSocket(new SocketTimeoutException("Connect timed out"))
                                        .connect(endpoint, timeout);
                            }
                            super.connect(endpoint, timeout);
                        }
                    })
                    .only(HANDSHAKE)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
            assertThat(seen.dialled()).contains("127.0.0.1:" + peer.port());
        }
    }

    @Test
    void family_ofIpv6_leavesOtherAddressesOut() {
        ProbeObservation seen = Peer.probe(Peer.HOST, 443)
                .family(Probe.AddressFamily.IPV6)
                .build()
                .observe();

        assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.NOT_FOUND);
        assertThat(seen.exchanges()).isEmpty();
    }

    @Test
    void bindAddress_thatIsOurs_isDialledFrom() throws Exception {
        try (Peer peer = Peer.that(socket -> {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.2");
            Peer.serve(Peer.context(Peer.LEAF, dev.interloper.core.fixture.TestPki.key("leaf")), socket, any -> {});
        })) {
            Exchange seen = peer.probe()
                    .bindAddress(literal("127.0.0.2"))
                    .only(HANDSHAKE)
                    .build()
                    .observe()
                    .exchange(HANDSHAKE)
                    .orElseThrow();
            org.junit.jupiter.api.Assumptions.assumeTrue(
                    seen.tcp() == TcpOutcome.CONNECTED, "this system has one loopback address only");

            assertThat(seen.ending()).isEqualTo(Ending.COMPLETE);
        }
    }

    @Test
    void aName_thatDoesNotExist_isNotFound() {
        ProbeObservation seen = Probe.to("no.such.example", 443)
                .resolver(name -> {
                    throw new UnknownHostException(name);
                })
                .build()
                .observe();

        assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.NOT_FOUND);
        assertThat(seen.exchanges()).isEmpty();
        assertThat(seen.isComplete()).isTrue();
    }

    @Test
    void aResolver_thatFails_isAnObservation() {
        ProbeObservation seen = Probe.to("no.such.example", 443)
                .resolver(name -> {
                    throw new IllegalStateException("broken");
                })
                .build()
                .observe();

        assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.NOT_FOUND);
    }

    @Test
    void aResolver_thatHangs_isAbandonedInItsDaemonThread() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ProbeObservation seen = Probe.to("slow.example", 443)
                .patience(Duration.ofMillis(300))
                .resolver(name -> {
                    asked.countDown();
                    awaitQuietly(release);
                    return List.of(NOWHERE);
                })
                .build()
                .observe();

        assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.TIMED_OUT);
        assertThat(asked.getCount()).isZero();
        release.countDown();
    }

    @Test
    void executor_ofTheCaller_asksTheResolver() {
        AtomicInteger asked = new AtomicInteger();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (Peer peer = Peer.tls()) {
            ProbeObservation seen = peer.probe()
                    .executor(task -> {
                        asked.incrementAndGet();
                        executor.execute(task);
                    })
                    .only(HANDSHAKE)
                    .build()
                    .observe();

            assertThat(asked).hasValue(1);
            assertThat(seen.exchange(HANDSHAKE).orElseThrow().ending()).isEqualTo(Ending.COMPLETE);
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void executor_thatRejects_isAnObservation() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        executor.shutdownNow();

        ProbeObservation seen =
                Peer.probe(Peer.HOST, 443).executor(executor).build().observe();

        assertThat(seen.lookup().map(NameLookup::outcome)).contains(NameLookup.Outcome.TIMED_OUT);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
