package dev.interloper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A client's key and certificate from a key store. */
final class ClientCertificate {

    private ClientCertificate() {}

    /**
     * Reads a key store, PKCS #12 or JKS.
     *
     * @param store the key store, whose password is that of its key as well
     * @param password a file whose first line is the password; without one there is none
     */
    static X509ExtendedKeyManager read(Path store, @Nullable Path password) throws IOException {
        if (!Files.isRegularFile(store)) {
            throw new IOException("no such file");
        }
        char[] secret = password == null ? new char[0] : firstLine(password);
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), secret);
            List<String> aliases = Collections.list(keys.aliases());
            if (aliases.stream().noneMatch(alias -> holdsKey(keys, alias))) {
                throw new IOException("no private key in it");
            }
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, secret);
            return Arrays.stream(factory.getKeyManagers())
                    .filter(X509ExtendedKeyManager.class::isInstance)
                    .map(X509ExtendedKeyManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no key in it that TLS could use"));
        } catch (GeneralSecurityException e) {
            throw new IOException("no key store that can be read: " + e.getMessage(), e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static boolean holdsKey(KeyStore keys, String alias) {
        try {
            return keys.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            return false; // the same as not being there: it cannot be used
        }
    }

    private static char[] firstLine(Path password) throws IOException {
        try (var lines = Files.lines(password)) {
            return lines.findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new IOException("the password file cannot be read: " + Knowledge.reason(e), e);
        }
    }
}
