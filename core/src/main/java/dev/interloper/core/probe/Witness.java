package dev.interloper.core.probe;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Keeps the chain that a server presents and objects to nothing: this connection carries no data, and is judged afterwards. It must
 * never be used to protect a connection.
 */
final class Witness extends X509ExtendedTrustManager {

    private List<X509Certificate> chain = List.of();

    /** What was presented; empty before, and for a session that was resumed. */
    synchronized List<X509Certificate> chain() {
        return chain;
    }

    /** Forgets what was presented before. */
    synchronized void reset() {
        chain = List.of();
    }

    private synchronized void keep(X509Certificate[] presented) {
        chain = List.of(presented);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, Socket socket) {
        keep(presented);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType, SSLEngine engine) {
        keep(presented);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] presented, String authType) {
        keep(presented);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType, Socket socket) {
        throw new UnsupportedOperationException("a probe is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType, SSLEngine engine) {
        throw new UnsupportedOperationException("a probe is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] presented, String authType) {
        throw new UnsupportedOperationException("a probe is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
