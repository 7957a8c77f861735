package dev.interloper.core.probe;

import dev.interloper.core.fixture.TestPki;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/** Somebody on the loopback who behaves as a test wants. */
final class Peer implements AutoCloseable {

    static final String HOST = "www.fabrikam.example";
    static final X509Certificate LEAF = TestPki.privateLeaf(HOST).mint();

    /** What is done with a connection. */
    @FunctionalInterface
    interface Talk {
        void with(Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    private Peer(Talk talk) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        start(() -> accept(talk));
    }

    static Peer that(Talk talk) {
        return new Peer(talk);
    }

    /** Shakes hands, and answers each request with a page. */
    static Peer tls(Consumer<SSLSocket> settings) {
        SSLContext context = context(Peer.LEAF, TestPki.key("leaf"));
        return that(socket -> serve(context, socket, settings));
    }

    static Peer tls() {
        return tls(any -> {});
    }

    static void serve(SSLContext context, Socket socket, Consumer<SSLSocket> settings) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
        tls.setUseClientMode(false);
        settings.accept(tls);
        tls.startHandshake();
        if (!head(tls.getInputStream()).isEmpty()) {
            tls.getOutputStream().write(ascii("HTTP/1.1 200 OK\r\nServer: peer\r\n\r\n<h1>hello</h1>"));
        }
        tls.close();
    }

    static SSLContext context(X509Certificate leaf, KeyPair key) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(leaf, key), new TrustManager[] {new Clients()}, null);
            return context;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyManager[] keys(X509Certificate leaf, KeyPair key) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("it", key.getPrivate(), new char[0], new X509Certificate[] {leaf, TestPki.PRIVATE_ROOT});
        KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** An HTTP head, or whatever comes up to an empty line or the end. */
    static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                return head.toString();
            }
            head.append((char) c);
        }
        return head.toString();
    }

    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(ascii(text));
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Waits as long as the test lets it. */
    static void stall(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // the other side does all the talking
        }
    }

    static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    static void pump(Socket from, Socket to) {
        start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                return;
            }
        });
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Talk talk) {
        while (true) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                start(() -> {
                    try (socket) {
                        talk.with(socket);
                    } catch (Exception e) {
                        return; // the client went, or the test is over
                    }
                });
            } catch (IOException e) {
                return;
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** A probe of this peer by name. */
    Probe.Builder probe() {
        return probe(HOST, port());
    }

    static Probe.Builder probe(String host, int port) {
        return Probe.to(host, port)
                .resolver(any -> java.util.List.of(InetAddress.getLoopbackAddress()))
                .deadline(Duration.ofSeconds(15));
    }

    /** What a connection told; not for ever, since a connection may have failed. */
    static <T> T told(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the peer was not told", e);
        }
    }

    /** The live threads but those of peers, by name. */
    static Map<Long, String> threads() {
        Map<Long, String> alive = new TreeMap<>();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("peer"))
                .forEach(thread -> alive.put(thread.getId(), thread.getName()));
        return alive;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
