package dev.interloper.certs.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.certs.testpki.TestPki;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemAnchorsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder = Path.of("");

    private final X509Certificate root =
            TestPki.root("Root", TestPki.key("root")).mint();
    private final X509Certificate other =
            TestPki.root("Other", TestPki.key("other")).mint();

    private Path keyStore(String name, String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry("root [jdk]", root);
        store.setCertificateEntry("mine", other);
        store.setKeyEntry("key", TestPki.key("key").getPrivate(), PASSWORD, new Certificate[] {
            TestPki.root("Key", TestPki.key("key")).mint()
        });
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    private static String pem(X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private Path write(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Nested
    class KeyStores {
        @ParameterizedTest
        @ValueSource(strings = {"JKS", "PKCS12"})
        void keyStore_withPassword_hasItsCertificateEntries(String type) throws Exception {
            SystemStore store = SystemAnchors.keyStore("mine", keyStore("store", type), PASSWORD);

            assertThat(store.problem()).isEmpty();
            AnchorSet anchors = store.anchors().orElseThrow();
            assertThat(anchors.anchors())
                    .extracting(Anchor::alias)
                    .containsExactlyInAnyOrder(Optional.of("root [jdk]"), Optional.of("mine"));
            assertThat(anchors.anchors()).allMatch(a -> a.label().equals("mine"));
            assertThat(store).hasToString("mine (2 keys)");
        }

        @Test
        void keyStore_wrongPassword_isSaid() throws Exception {
            SystemStore store = SystemAnchors.keyStore("mine", keyStore("store", "PKCS12"), new char[] {'x'});

            assertThat(store.anchors()).isEmpty();
            assertThat(store.problem().orElseThrow()).contains("IOException");
            assertThat(store).hasToString("mine: " + store.problem().get());
        }

        @Test
        void keyStore_noStoreAtAll_isSaid() throws Exception {
            assertThat(SystemAnchors.keyStore("text", write("text", "no store")).problem())
                    .isPresent();
            assertThat(SystemAnchors.keyStore("folder", folder).problem().orElseThrow())
                    .contains("there is no file");
            assertThat(SystemAnchors.keyStore("none", folder.resolve("none"))
                            .problem()
                            .orElseThrow())
                    .contains("there is no file");
        }

        @Test
        void jdk_jssecacerts_goesBeforeCacerts() throws Exception {
            keyStore("lib/security/cacerts", "JKS");
            assertThat(SystemAnchors.jdk(folder).anchors().orElseThrow().size()).isEqualTo(2);

            write("lib/security/jssecacerts", "broken");
            assertThat(SystemAnchors.jdk(folder).problem()).isPresent();
            assertThat(SystemAnchors.jdk(folder).label()).endsWith("jssecacerts");
        }

        @Test
        void jdk_thisOne_isRead() {
            Path home = Path.of(System.getProperty("java.home"));
            AnchorSet anchors = SystemAnchors.jdk(home).anchors().orElseThrow();

            assertThat(anchors.size()).isPositive();
            assertThat(SystemAnchors.found(home)).first().hasToString(anchors.toString());
        }

        @Test
        void platformStores_everywhere_areSetsOrReasons() {
            assertThat(SystemAnchors.platformStores())
                    .hasSize(5)
                    .allSatisfy(s -> assertThat(s.anchors().isPresent())
                            .isNotEqualTo(s.problem().isPresent()));
        }
    }

    @Nested
    class Bundles {
        @Test
        void pemFile_damagedBlock_isSkippedAndCounted() throws Exception {
            String text = pem(root) + "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n" + pem(other);

            SystemStore store = SystemAnchors.pemFile("mine", write("roots.pem", text));

            assertThat(store.skipped()).isEqualTo(1);
            assertThat(store.anchors().orElseThrow().size()).isEqualTo(2);
            assertThat(store).hasToString("mine (2 keys), 1 entries skipped");
        }

        @Test
        void pemFile_onlyDamagedBlocks_isEmptySet() throws Exception {
            String text = "-----BEGIN CERTIFICATE-----\n?\n-----END CERTIFICATE-----\n";

            SystemStore store = SystemAnchors.pemFile("mine", write("roots.pem", text));

            assertThat(store.skipped()).isEqualTo(1);
            assertThat(store.anchors().orElseThrow().size()).isZero();
        }

        @Test
        void pemFile_noCertificate_isSaid() throws Exception {
            assertThat(SystemAnchors.pemFile("mine", write("roots.pem", ""))
                            .problem()
                            .orElseThrow())
                    .contains("PemException");
        }

        @Test
        void pemBundles_ofAFileSystem_readsEachFileOnce() throws Exception {
            Path debian = write("etc/ssl/certs/ca-certificates.crt", pem(root));
            write("etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", pem(other));
            Files.createSymbolicLink(folder.resolve("etc/ssl/cert.pem"), debian);

            List<SystemStore> stores = SystemAnchors.pemBundles(folder);

            assertThat(stores.stream().flatMap(s -> s.anchors().stream()).toList())
                    .extracting(AnchorSet::label)
                    .containsExactly(
                            "Debian, Ubuntu, Alpine, Arch " + debian,
                            "RHEL, Fedora " + folder.resolve("etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"));
            assertThat(stores.get(stores.size() - 1).problem()).contains("the same file as another one");
        }
    }

    @Nested
    class Comparison {
        private final AnchorSet system = AnchorSet.of("system", List.of(root, other));
        private final AnchorSet jvm = AnchorSet.of("jvm", List.of(other));

        @Test
        void of_keyOfTheSystemOnly_isTold() {
            StoreComparison comparison = StoreComparison.of(Anchor.of("x", root), List.of(jvm, system));

            assertThat(comparison.having()).containsExactly(system);
            assertThat(comparison.lacking()).containsExactly(jvm);
            assertThat(comparison.onlyElsewhereThan(jvm)).isTrue();
            assertThat(comparison.onlyElsewhereThan(system)).isFalse();
            assertThat(comparison).hasToString("The key " + comparison.keyHash() + " is in system, and not in jvm.");
        }

        @Test
        void of_keyOfNobody_isInNone() {
            X509Certificate third = TestPki.root("Third", TestPki.key("third")).mint();
            StoreComparison comparison = StoreComparison.of(Anchor.of("x", third), List.of(jvm, system));

            assertThat(comparison.having()).isEmpty();
            assertThat(comparison.onlyElsewhereThan(jvm)).isFalse();
            assertThat(comparison.toString()).contains("is in none of the stores, and not in jvm, system.");
        }
    }
}
