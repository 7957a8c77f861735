package dev.interloper.certs.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads stores of which nothing is certain but the place; whatever goes wrong is said, not thrown. */
final class StoreReader {
    private static final int MAX_ENTRIES = 100_000;

    private final String label;
    private final List<Anchor> anchors = new ArrayList<>();
    private int skipped;

    private StoreReader(String label) {
        this.label = Objects.requireNonNull(label, "label");
    }

    static SystemStore pemFile(String label, Path file) {
        StoreReader reader = new StoreReader(label);
        if (!Files.isRegularFile(file)) {
            return absent(label, file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            PemCertificates.Lenient read = PemCertificates.readLeniently(file.toString(), in);
            reader.skipped = read.damaged();
            read.certificates().forEach(c -> reader.add(Optional.empty(), c));
            return reader.store();
        } catch (IOException | RuntimeException e) {
            return SystemStore.unavailable(label, e);
        }
    }

    static SystemStore keyStoreFile(String label, Path file, char @Nullable [] password) {
        if (!Files.isRegularFile(file)) {
            return absent(label, file);
        }
        try {
            return new StoreReader(label).read(KeyStore.getInstance(file.toFile(), password));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return SystemStore.unavailable(label, e);
        }
    }

    static SystemStore platformStore(String label, String type) {
        try {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return new StoreReader(label).read(store);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return SystemStore.unavailable(label, e);
        }
    }

    private static SystemStore absent(String label, Path file) {
        return SystemStore.unavailable(label, "there is no file " + file);
    }

    private SystemStore read(KeyStore store) throws GeneralSecurityException {
        Enumeration<String> aliases = store.aliases();
        for (int i = 0; aliases.hasMoreElements(); i++) {
            if (i == MAX_ENTRIES) {
                return SystemStore.unavailable(label, "it has more than " + MAX_ENTRIES + " entries");
            }
            entry(store, aliases.nextElement());
        }
        return store();
    }

    private void entry(KeyStore store, String alias) {
        try {
            if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                add(Optional.of(alias), certificate);
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            skipped++;
        }
    }

    private void add(Optional<String> alias, X509Certificate certificate) {
        try {
            anchors.add(Anchor.of(label, alias, certificate));
        } catch (RuntimeException e) { // a key that the platform cannot decode
            skipped++;
        }
    }

    private SystemStore store() {
        return SystemStore.of(AnchorSet.ofAnchors(label, anchors), skipped);
    }
}
