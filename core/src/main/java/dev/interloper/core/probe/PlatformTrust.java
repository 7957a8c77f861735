package dev.interloper.core.probe;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** What this Java installation trusts when nobody says otherwise ({@code javax.net.ssl.trustStore}, jssecacerts, cacerts). */
final class PlatformTrust {

    private PlatformTrust() {}

    /** Whether it would trust a chain; empty where there is none, or no store to ask. */
    static Optional<Boolean> of(List<X509Certificate> chain) {
        X509TrustManager manager = chain.isEmpty() ? null : manager();
        if (manager == null) {
            return Optional.empty();
        }
        try {
            String keyExchange = chain.get(0).getPublicKey().getAlgorithm().equals("RSA") ? "ECDHE_RSA" : "ECDHE_ECDSA";
            manager.checkServerTrusted(chain.toArray(new X509Certificate[0]), keyExchange);
            return Optional.of(true);
        } catch (CertificateException | RuntimeException e) { // the platform's validator on hostile certificates
            return Optional.of(false);
        }
    }

    private static @Nullable X509TrustManager manager() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager found) {
                    return found;
                }
            }
            return null;
        } catch (GeneralSecurityException | RuntimeException e) {
            return null; // a store that cannot be read trusts nobody, and says nothing
        }
    }
}
