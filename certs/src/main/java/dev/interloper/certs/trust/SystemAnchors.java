package dev.interloper.certs.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The trust stores of JDKs and operating systems, each as a labelled set of anchors.
 *
 * <pre>{@code
 * SystemStore jdk = SystemAnchors.jdk(Path.of(System.getProperty("java.home")));
 * TrustEvaluator.Builder evaluator = TrustEvaluator.builder();
 * jdk.anchors().ifPresent(evaluator::extraAnchors);
 * }</pre>
 *
 * <p>Nothing here throws because a store is absent, unreadable or of another system: {@link SystemStore#problem()} says
 * so. Nothing is looked up behind the caller's back either: paths and passwords are arguments, and system properties such as
 * {@code java.home} and {@code javax.net.ssl.trustStore} are for the caller to read. Only the key store types of the
 * platform ask the platform's security providers. Each call reads anew; thread-safe.
 *
 * @since 0.1
 */
public final class SystemAnchors {
    private static final Map<String, String> PLATFORM_TYPES = new TreeMap<>(Map.of(
            "Windows-ROOT", "Windows, roots of the user",
            "Windows-ROOT-LOCALMACHINE", "Windows, roots of the machine",
            "KeychainStore", "macOS, keychain of the user",
            "KeychainStore-ROOT", "macOS, roots of the system",
            "AndroidCAStore", "Android"));

    private static final List<Bundle> BUNDLES = List.of(
            new Bundle("Debian, Ubuntu, Alpine, Arch", "etc/ssl/certs/ca-certificates.crt"),
            new Bundle("RHEL, Fedora", "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            new Bundle("RHEL 6", "etc/pki/tls/certs/ca-bundle.crt"),
            new Bundle("SUSE", "var/lib/ca-certificates/ca-bundle.pem"),
            new Bundle("openSUSE", "etc/ssl/ca-bundle.pem"),
            new Bundle("Alpine, BSD, macOS", "etc/ssl/cert.pem"));

    private SystemAnchors() {}

    /** Whose file it is, and where below the root of the file system. */
    private record Bundle(String systems, String place) {}

    /**
     * The default trust store of a JDK: {@code lib/security/jssecacerts} where that exists, else {@code cacerts}, as JSSE
     * looks for it.
     *
     * @param javaHome the JDK, for this one {@code Path.of(System.getProperty("java.home"))}; not null
     * @return what is in it
     */
    public static SystemStore jdk(Path javaHome) {
        Path folder = javaHome.resolve("lib").resolve("security");
        Path own = folder.resolve("jssecacerts");
        Path file = Files.exists(own) ? own : folder.resolve("cacerts");
        return StoreReader.keyStoreFile("JDK trust store " + file, file, null);
    }

    /**
     * The certificate entries of a key store file of any type that the platform knows, such as the one that {@code
     * javax.net.ssl.trustStore} names. Entries with a private key are left out.
     *
     * @param label the set's name; not null
     * @param file the file; not null
     * @return what is in it; types that encrypt certificates cannot be read without their password
     */
    public static SystemStore keyStore(String label, Path file) {
        return StoreReader.keyStoreFile(label, file, null);
    }

    /**
     * The certificate entries of a key store file that has a password. Entries with a private key are left out.
     *
     * @param label the set's name; not null
     * @param file the file; not null
     * @param password the password; not null; not kept
     * @return what is in it
     */
    public static SystemStore keyStore(String label, Path file, char[] password) {
        return StoreReader.keyStoreFile(label, file, password.clone());
    }

    /**
     * The certificates of a PEM file; those that do not parse are passed over and counted.
     *
     * @param label the set's name; not null
     * @param file the file; not null
     * @return what is in it
     */
    public static SystemStore pemFile(String label, Path file) {
        return StoreReader.pemFile(label, file);
    }

    /**
     * The bundles that Unix-like systems keep, at the places where Debian, RHEL, SUSE and Alpine have them.
     *
     * @param root the root of the file system, such as {@code Path.of("/")}, or of a container's; not null
     * @return an unmodifiable list, one element a place, those that are not there too; a file that several places link
     *     to is read at the first one only
     */
    public static List<SystemStore> pemBundles(Path root) {
        List<SystemStore> stores = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Bundle bundle : BUNDLES) {
            Path file = root.resolve(bundle.place());
            String label = bundle.systems() + " " + file;
            if (seen.add(real(file))) {
                stores.add(StoreReader.pemFile(label, file));
            } else {
                stores.add(SystemStore.unavailable(label, "the same file as another one"));
            }
        }
        return List.copyOf(stores);
    }

    /**
     * The stores that security providers give access to: {@code Windows-ROOT}, {@code Windows-ROOT-LOCALMACHINE}, {@code
     * KeychainStore}, {@code KeychainStore-ROOT} and {@code AndroidCAStore}. Older Java versions have fewer of them.
     *
     * @return an unmodifiable list, one element a type, those that this platform does not have too
     */
    public static List<SystemStore> platformStores() {
        return PLATFORM_TYPES.entrySet().stream()
                .map(e -> StoreReader.platformStore(e.getValue() + " (" + e.getKey() + ")", e.getKey()))
                .toList();
    }

    /**
     * Everything that was found on this machine.
     *
     * @param javaHome the JDK, for this one {@code Path.of(System.getProperty("java.home"))}; not null
     * @return an unmodifiable list of sets, the JDK's first if it is there; those without an anchor left out
     */
    public static List<AnchorSet> found(Path javaHome) {
        List<SystemStore> stores = new ArrayList<>();
        stores.add(jdk(javaHome));
        stores.addAll(platformStores());
        stores.addAll(pemBundles(Path.of("/")));
        return stores.stream()
                .flatMap(s -> s.anchors().stream())
                .filter(a -> a.size() > 0)
                .toList();
    }

    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException | SecurityException e) {
            return file; // reading it says what is wrong
        }
    }
}
