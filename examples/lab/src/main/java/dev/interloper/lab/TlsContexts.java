package dev.interloper.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Contexts from the files that {@link Cast} wrote. */
final class TlsContexts {
    private TlsContexts() {}

    static SSLContext server(Path identity) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(identity.toFile(), Cast.STORE_PASSWORD);
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, Cast.STORE_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    static SSLContext client(Path trustedPem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var pem = Files.newInputStream(trustedPem)) {
            int number = 0;
            for (var root : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("root-" + number++, root);
            }
        }
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
