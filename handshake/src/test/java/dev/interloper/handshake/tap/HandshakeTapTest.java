package dev.interloper.handshake.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.HandshakeReader;
import dev.interloper.handshake.Limits;
import dev.interloper.handshake.fixture.Reading;
import dev.interloper.handshake.fixture.TlsBytes;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Endpoint;
import dev.interloper.handshake.stream.Segment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HandshakeTapTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final List<String> SERVER_FLIGHT =
            List.of("ServerHello", "Certificate", "ServerKeyExchange", "ServerHelloDone");

    private static SSLContext trusting;
    private static SSLContext distrusting;

    @BeforeAll
    static void makeIdentity(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("identity.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(50, TimeUnit.SECONDS)).isTrue();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            identity.load(in, PASSWORD);
        }
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", identity.getCertificate("server"));
        KeyStore other = KeyStore.getInstance("PKCS12");
        other.load(null, null);
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(identity, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        distrusting = SSLContext.getInstance("TLS");
        distrusting.init(null, null, null);
    }

    private static HandshakeTap client() {
        return HandshakeTap.ofClient(HandshakeReader.create(Limits.defaults()));
    }

    private static HandshakeTap server() {
        return HandshakeTap.ofServer(HandshakeReader.create(Limits.defaults()));
    }

    private static Handshake seen(HandshakeTap tap) {
        Endpoint client = new Endpoint(InetAddress.getLoopbackAddress(), 50_000);
        Endpoint server = new Endpoint(InetAddress.getLoopbackAddress(), 443);
        return tap.handshake(client, server);
    }

    @Nested
    class Bytes {

        private static final byte[] HELLO = TlsBytes.clientFlight();

        private void assertHello(HandshakeTap tap) {
            assertThat(Reading.types(seen(tap))).containsExactly("ClientHello");
            assertThat(seen(tap).problems()).isEmpty();
        }

        @Test
        void receive_array_readsItsPart() {
            HandshakeTap tap = client();
            byte[] padded = new byte[HELLO.length + 20];
            System.arraycopy(HELLO, 0, padded, 10, HELLO.length);
            tap.receive(Direction.CLIENT_TO_SERVER, padded, 10, HELLO.length);

            assertHello(tap);
            assertThatThrownBy(() -> tap.receive(Direction.CLIENT_TO_SERVER, padded, 10, padded.length))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"heap", "direct", "read-only"})
        void receive_buffer_leavesItsPosition(String kind) {
            HandshakeTap tap = client();
            ByteBuffer buffer = kind.equals("direct") ? ByteBuffer.allocateDirect(2000) : ByteBuffer.allocate(2000);
            buffer.put((byte) 1).put(HELLO).flip().position(1);
            ByteBuffer given = kind.equals("read-only") ? buffer.asReadOnlyBuffer() : buffer;
            tap.receive(Direction.CLIENT_TO_SERVER, given);

            assertHello(tap);
            assertThat(given.position()).isEqualTo(1);
            assertThat(given.limit()).isEqualTo(1 + HELLO.length);
        }

        @Test
        void receive_injectedClock_datesAndNumbersEachPortion() {
            AtomicLong now = new AtomicLong(1000);
            HandshakeTap tap = client().withClock(() -> now.getAndAdd(7));
            tap.receive(Direction.CLIENT_TO_SERVER, HELLO, 0, 10);
            tap.receive(Direction.CLIENT_TO_SERVER, HELLO, 10, 0);
            tap.receive(Direction.CLIENT_TO_SERVER, HELLO, 10, HELLO.length - 10);
            List<Segment> segments = seen(tap).segments(Direction.CLIENT_TO_SERVER);

            assertThat(segments)
                    .extracting(segment -> segment.packet().number())
                    .containsExactly(1L, 2L);
            assertThat(segments)
                    .extracting(segment -> segment.packet().arrivalNanos())
                    .containsExactly(1000L, 1007L);
            assertThat(segments).extracting(Segment::offset).containsExactly(0L, 10L);
        }

        @Test
        void input_everyWayToRead_isSeen() throws IOException {
            HandshakeTap tap = server();
            InputStream in = tap.input(new ByteArrayInputStream(HELLO));
            assertThat(in.markSupported()).isFalse();
            assertThat(in.read()).isEqualTo(22);
            assertThat(in.skip(5)).isEqualTo(5);
            assertThat(in.read(new byte[7])).isEqualTo(7);
            assertThat(in.readAllBytes()).hasSize(HELLO.length - 13);
            assertThat(in.read()).isEqualTo(-1);
            assertThat(in.skip(5)).isZero();

            assertHello(tap);
        }

        @Test
        void output_everyWayToWrite_isSeenAndPassedOn() throws IOException {
            HandshakeTap tap = client();
            ByteArrayOutputStream passed = new ByteArrayOutputStream();
            try (OutputStream out = tap.output(passed)) {
                out.write(HELLO[0]);
                out.write(HELLO, 1, 9);
                out.write(Arrays.copyOfRange(HELLO, 10, HELLO.length));
            }

            assertHello(tap);
            assertThat(passed.toByteArray()).isEqualTo(HELLO);
        }
    }

    @Nested
    class Sockets {

        @ParameterizedTest
        @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
        void socket_tlsOverIt_showsTheHandshakeAtBothEnds(String version) throws Exception {
            HandshakeTap atClient = client();
            HandshakeTap atServer = server();
            try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> echo(listening, atServer));
                try (Socket plain = new Socket()) {
                    plain.connect(new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()), 5000);
                    exchange(atClient.socket(plain), version);
                }
                serving.get(20, TimeUnit.SECONDS);
            }

            for (HandshakeTap tap : List.of(atClient, atServer)) {
                assertThat(Reading.types(seen(tap))).startsWith("ClientHello", "ServerHello");
                assertThat(seen(tap).problems()).isEmpty();
                if (version.equals("TLSv1.2")) {
                    assertThat(Reading.serverTypes(seen(tap))).startsWith(SERVER_FLIGHT.toArray(String[]::new));
                }
            }
            assertThat(seen(atClient).clientHello().orElseThrow().random())
                    .isEqualTo(seen(atServer).clientHello().orElseThrow().random());
        }

        private void exchange(Socket tapped, String version) throws IOException {
            try (SSLSocket tls =
                    (SSLSocket) trusting.getSocketFactory().createSocket(tapped, "localhost", tapped.getPort(), true)) {
                tls.setEnabledProtocols(new String[] {version});
                tls.getOutputStream().write(42);
                assertThat(tls.getInputStream().read()).isEqualTo(42);
            }
        }

        private void echo(ServerSocket listening, HandshakeTap tap) {
            try (Socket accepted = listening.accept();
                    SSLSocket tls =
                            (SSLSocket) trusting.getSocketFactory().createSocket(tap.socket(accepted), null, true)) {
                tls.setUseClientMode(false);
                tls.getOutputStream().write(tls.getInputStream().read());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void socket_settings_areTheOtherSockets() throws IOException {
            try (Socket plain = new Socket()) {
                Socket tapped = client().socket(plain);
                tapped.setSoTimeout(1234);
                tapped.setTcpNoDelay(true);

                assertThat(plain.getSoTimeout()).isEqualTo(1234);
                assertThat(plain.getTcpNoDelay()).isTrue();
                assertThat(tapped.isConnected()).isFalse();
                tapped.close();
                assertThat(plain.isClosed()).isTrue();
            }
        }
    }

    @Nested
    class Engines {

        private final HandshakeTap atClient = client();
        private final HandshakeTap atServer = server();
        private final ByteBuffer toServer = ByteBuffer.allocateDirect(40_000);
        private final ByteBuffer toClient = ByteBuffer.allocate(40_000);

        /** Lets both engines talk until neither has anything to say. */
        private void talk(SSLEngine client, SSLEngine server) throws SSLException {
            client.beginHandshake();
            for (int quiet = 0; quiet < 4; ) {
                boolean clientMoved = step(client, toServer, toClient);
                boolean serverMoved = step(server, toClient, toServer);
                quiet = clientMoved || serverMoved ? 0 : quiet + 1;
            }
        }

        private boolean step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
            ByteBuffer plain = ByteBuffer.allocate(40_000);
            int written = out.position();
            for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                task.run();
            }
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                engine.wrap(ByteBuffer.allocate(0), out);
            }
            in.flip();
            int available = in.remaining();
            try {
                if (engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) {
                    engine.unwrap(in, plain);
                }
            } finally {
                in.compact();
            }
            return out.position() != written || in.position() != available;
        }

        private SSLEngine engine(SSLContext context, boolean client, HandshakeTap tap) {
            SSLEngine engine = tap.engine(context.createSSLEngine("localhost", 443));
            engine.setUseClientMode(client);
            engine.setEnabledProtocols(new String[] {"TLSv1.2"});
            return engine;
        }

        @Test
        void engine_handshake_isSeenAtBothEnds() throws SSLException {
            SSLEngine client = engine(trusting, true, atClient);
            talk(client, engine(trusting, false, atServer));

            assertThat(client.getSession().getProtocol()).isEqualTo("TLSv1.2");
            for (HandshakeTap tap : List.of(atClient, atServer)) {
                assertThat(Reading.types(seen(tap))).startsWith("ClientHello", "ServerHello", "Certificate");
                assertThat(seen(tap).problems()).isEmpty();
            }
        }

        @Test
        void engine_fatalAlert_isSeenByWhoReceivesIt() {
            SSLEngine client = engine(distrusting, true, atClient);
            SSLEngine server = engine(trusting, false, atServer);
            assertThatThrownBy(() -> talk(client, server)).isInstanceOf(SSLException.class);
            assertThatThrownBy(() -> talkOn(client, server)).isInstanceOf(SSLException.class);

            assertThat(seen(atClient).alerts()).hasSize(1);
            assertThat(seen(atServer).alerts()).hasSize(1);
        }

        private void talkOn(SSLEngine client, SSLEngine server) throws SSLException {
            client.wrap(ByteBuffer.allocate(0), toServer);
            for (int i = 0; i < 10; i++) {
                step(server, toClient, toServer);
            }
        }
    }
}
