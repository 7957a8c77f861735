package dev.interloper.boards.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects every self-signed certificate of the corpora whose key no root programme lists. Not thread-safe. */
final class PrivateRoots {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final List<String> FOLDERS = List.of("badssl", "ct/testdata", "nist-pkits/certs");
    private static final String NEIGHBOURS = "interception";

    private final Set<String> publicKeys;
    private final Set<String> seen = new HashSet<>();
    private final Map<X509Certificate, String> roots = new LinkedHashMap<>();

    private PrivateRoots(Set<String> publicKeys) {
        this.publicKeys = publicKeys;
    }

    /** The roots, each with the place where it was found first. */
    static Map<X509Certificate, String> of(Path folder) throws IOException {
        PrivateRoots found = new PrivateRoots(PublicRootTable.all(folder));
        for (String limbo : List.of(LimboFile.CORE, LimboFile.ALL)) {
            if (Files.isRegularFile(folder.resolve(limbo))) {
                LimboFile.read(folder.resolve(limbo), one -> one.anchors().forEach(pem -> found.add(one.id(), pem)));
            }
        }
        for (String below : FOLDERS) {
            found.addAll(folder.resolve(below));
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent != null) {
            for (Path neighbour : found.list(parent)) {
                found.addAll(neighbour.resolve("ca"));
                found.addFile(neighbour.resolve("pki/roots.pem"));
            }
        }
        return found.roots;
    }

    private List<Path> list(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith(NEIGHBOURS))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private void addAll(Path below) throws IOException {
        if (Files.isDirectory(below)) {
            try (Stream<Path> all = Files.walk(below)) {
                for (Path file : all.sorted().toList()) {
                    addFile(file);
                }
            }
        }
    }

    private void addFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        if (file.toString().endsWith(".crt")) {
            add(file.toString(), Files.readAllBytes(file));
        } else if (file.toString().endsWith(".pem")) {
            Matcher blocks = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            while (blocks.find()) {
                add(file.toString(), blocks.group());
            }
        }
    }

    private void add(String where, String pem) {
        if (seen.add(pem)) {
            add(where, Pem.decode(pem));
        }
    }

    private void add(String where, byte[] der) {
        CertificateChain.parse(List.of(der))
                .leaf()
                .filter(PrivateRoots::isSelfSigned)
                .filter(root -> !publicKeys.contains(PublicKeyHash.of(root).hex()))
                .ifPresent(root -> roots.putIfAbsent(root, where));
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (SignatureException e) { // another key of the same name signed it
            return false;
        } catch (GeneralSecurityException e) { // an algorithm that is not known here: no reason to leave a root out
            return true;
        }
    }
}
