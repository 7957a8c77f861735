package dev.interloper.core.probe;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Takes any client's certificate. */
final class Clients implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // any will do
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {
        throw new UnsupportedOperationException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
