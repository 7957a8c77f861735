package dev.interloper.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a server shows and how it proves it: its chain, leaf first, and the leaf's key. */
record Identity(PrivateKey key, List<X509Certificate> chain) {
    static Identity of(KeyPair keys, X509Certificate... chain) {
        return new Identity(keys.getPrivate(), List.of(chain));
    }

    X509Certificate leaf() {
        return chain.get(0);
    }

    /** Leaves NAME.jks for Java; NAME.key, NAME.leaf.pem and NAME.rest.pem for OpenSSL. */
    void write(Path directory, String name) throws GeneralSecurityException, IOException {
        // not PKCS #12, which refuses chains out of order
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("host", key, Cast.STORE_PASSWORD, chain.toArray(X509Certificate[]::new));
        try (var out = Files.newOutputStream(directory.resolve(name + ".jks"))) {
            store.store(out, Cast.STORE_PASSWORD);
        }
        Files.writeString(directory.resolve(name + ".key"), Cast.pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(directory.resolve(name + ".leaf.pem"), Cast.pem(leaf()));
        Files.writeString(
                directory.resolve(name + ".rest.pem"),
                chain.stream().skip(1).map(Cast::pem).collect(Collectors.joining()));
    }

    static Identity read(Path store) throws GeneralSecurityException, IOException {
        var opened = KeyStore.getInstance(store.toFile(), Cast.STORE_PASSWORD);
        var alias = opened.aliases().nextElement();
        var chain = Arrays.stream(opened.getCertificateChain(alias))
                .map(X509Certificate.class::cast)
                .toList();
        return new Identity((PrivateKey) opened.getKey(alias, Cast.STORE_PASSWORD), chain);
    }
}
