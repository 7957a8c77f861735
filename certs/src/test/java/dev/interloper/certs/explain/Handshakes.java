package dev.interloper.certs.explain;

import dev.interloper.certs.testpki.TestPki;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Real JSSE failures, from two engines in memory. */
final class Handshakes {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final int ROUNDS = 40;

    private final SSLEngine client;
    private final SSLEngine server;

    private Handshakes(SSLEngine client, SSLEngine server) {
        this.client = client;
        this.server = server;
    }

    /** What the client of this host throws, which trusts these roots at the time of the test PKI. */
    static Throwable fail(String host, List<X509Certificate> roots, KeyPair key, X509Certificate... chain)
            throws GeneralSecurityException {
        return fail(host, trusting(roots), key, e -> {}, chain);
    }

    static Throwable fail(
            String host, TrustManager[] trust, KeyPair key, Consumer<Handshakes> set, X509Certificate... chain)
            throws GeneralSecurityException {
        SSLContext clientContext = SSLContext.getInstance("TLS");
        clientContext.init(null, trust, null);
        SSLContext serverContext = SSLContext.getInstance("TLS");
        serverContext.init(keys(key, chain).getKeyManagers(), trust, null);
        SSLEngine client = clientContext.createSSLEngine(host, 443);
        client.setUseClientMode(true);
        SSLParameters parameters = client.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        client.setSSLParameters(parameters);
        SSLEngine server = serverContext.createSSLEngine();
        server.setUseClientMode(false);
        Handshakes both = new Handshakes(client, server);
        set.accept(both);
        return both.run().orElseThrow(() -> new IllegalStateException("the handshake did not fail"));
    }

    /** What a client throws that gets these bytes for an answer. */
    static Throwable answered(byte[] answer) throws GeneralSecurityException {
        try {
            SSLEngine client = started();
            for (int i = 0; i < ROUNDS; i++) {
                client.unwrap(ByteBuffer.wrap(answer), ByteBuffer.allocate(70_000));
            }
        } catch (SSLException e) {
            return e;
        }
        throw new IllegalStateException("the client took that for TLS");
    }

    /** What a client throws when nothing answers. */
    static Throwable closed() throws GeneralSecurityException {
        try {
            started().closeInbound();
        } catch (SSLException e) {
            return e;
        }
        throw new IllegalStateException("the client did not mind");
    }

    private static SSLEngine started() throws GeneralSecurityException {
        try {
            SSLEngine client = SSLContext.getDefault().createSSLEngine("www.example.com", 443);
            client.setUseClientMode(true);
            client.wrap(ByteBuffer.allocate(0), ByteBuffer.allocate(70_000));
            return client;
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLEngine client() {
        return client;
    }

    SSLEngine server() {
        return server;
    }

    static TrustManager[] trusting(List<X509Certificate> roots) throws GeneralSecurityException {
        Set<TrustAnchor> anchors =
                roots.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(TestPki.NOW));
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return factory.getTrustManagers();
    }

    /** What a trust manager throws that is asked about this chain directly. */
    static Throwable refusal(List<X509Certificate> roots, X509Certificate... chain) throws GeneralSecurityException {
        try {
            boolean rsa = chain[0].getPublicKey().getAlgorithm().equals("RSA");
            ((X509TrustManager) trusting(roots)[0]).checkServerTrusted(chain, rsa ? "ECDHE_RSA" : "ECDHE_ECDSA");
        } catch (CertificateException e) {
            return e;
        }
        throw new IllegalStateException("the chain was accepted");
    }

    static TrustManager[] trustingNobody() throws Exception {
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(empty);
        return factory.getTrustManagers();
    }

    private static KeyManagerFactory keys(KeyPair key, X509Certificate... chain) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key.getPrivate(), PASSWORD, chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
            factory.init(store, PASSWORD);
            return factory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Carries bytes to and fro; what the server throws shows at the client as an alert. */
    private Optional<Throwable> run() {
        ByteBuffer toServer = ByteBuffer.allocate(200_000);
        ByteBuffer toClient = ByteBuffer.allocate(200_000);
        for (int round = 0; round < ROUNDS; round++) {
            try {
                step(client, toServer, toClient);
            } catch (SSLException | RuntimeException e) { // an empty trust store is the latter
                return Optional.of(e);
            }
            try {
                step(server, toClient, toServer);
            } catch (SSLException e) {
                drain(server, toClient);
            }
        }
        return Optional.empty();
    }

    private static void drain(SSLEngine engine, ByteBuffer out) {
        try {
            engine.wrap(ByteBuffer.allocate(0), out);
        } catch (SSLException e) {
            // it has thrown already
        }
    }

    private static void step(SSLEngine engine, ByteBuffer out, ByteBuffer in) throws SSLException {
        for (int i = 0; i < ROUNDS; i++) {
            tasks(engine);
            if (engine.wrap(ByteBuffer.allocate(0), out).bytesProduced() == 0) {
                break;
            }
        }
        in.flip();
        for (int i = 0; i < ROUNDS && in.hasRemaining(); i++) {
            tasks(engine);
            SSLEngineResult result = engine.unwrap(in, ByteBuffer.allocate(70_000));
            if (result.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP
                    || result.getStatus() != SSLEngineResult.Status.OK) {
                break;
            }
        }
        in.compact();
    }

    private static void tasks(SSLEngine engine) {
        Runnable task = engine.getDelegatedTask();
        while (task != null) {
            task.run();
            task = engine.getDelegatedTask();
        }
    }
}
