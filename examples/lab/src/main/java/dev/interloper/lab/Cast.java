package dev.interloper.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.LabPki.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.operator.OperatorCreationException;

/** Who plays in the captures: two public authorities, two logs, one proxy, three hosts. */
final class Cast {
    /** Guards nothing: the stores live in a private directory for the minutes of a recording. */
    static final char[] STORE_PASSWORD = "rehearsal".toCharArray();

    private static final String AV_EDGE = "avedge.fabrikam.example";
    private static final String WEBSENSE = "C=US,O=Websense\\, Inc.,CN=Websense Public Primary Certificate Authority";

    private final Instant now = Instant.now().truncatedTo(SECONDS);
    private final CtLog firstLog;
    private final CtLog secondLog;

    Cast() throws GeneralSecurityException {
        firstLog = new CtLog("Lanternfish Observatory", "Lanternfish 2027h1", Keys.ec());
        secondLog = new CtLog("Quillon Ledger", "Quillon 2027", Keys.ec());
    }

    void mint(Path directory) throws GeneralSecurityException, IOException, OperatorCreationException {
        Authority kestrel = LabPki.root(
                "C=NZ,O=Kestrel Bay Trust Services Limited,CN=Kestrel Bay Root CA R2",
                Keys.rsa(4096),
                "r2.kestrelbay.example",
                Instant.parse("2016-05-11T02:00:00Z"),
                Instant.parse("2041-05-11T02:00:00Z"));
        Authority tamarind = LabPki.root(
                "C=PT,O=Tamarind Row Certification,CN=Tamarind Row Root E1",
                Keys.ec(),
                "tamarindrow.example",
                Instant.parse("2019-09-03T00:00:00Z"),
                Instant.parse("2039-09-03T00:00:00Z"));
        Authority proxy = LabPki.root(
                WEBSENSE,
                Keys.rsa(2048),
                "",
                Instant.parse("2020-01-01T00:00:00Z"),
                Instant.parse("2040-01-01T00:00:00Z"));

        founding(directory, proxy);
        bypassed(directory, kestrel);
        lookalikeJsse(directory, tamarind);
        lookalikeLargeChain(directory, kestrel);

        var roots = List.of(kestrel.certificate(), tamarind.certificate());
        Files.writeString(directory.resolve("public-roots.pem"), publicRoots(roots));
        Files.writeString(
                directory.resolve("trust.pem"),
                Stream.concat(roots.stream(), Stream.of(proxy.certificate()))
                        .map(Cast::pem)
                        .collect(Collectors.joining()));
        Files.writeString(directory.resolve("ct-logs.json"), CtLogList.json(now, List.of(firstLog, secondLog)));
    }

    private void founding(Path directory, Authority proxy)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = Keys.rsa(2048);
        store(
                directory.resolve("founding.p12"),
                keys.getPrivate(),
                LabPki.proxyLeaf(proxy, AV_EDGE, keys.getPublic(), now));
    }

    private void bypassed(Path directory, Authority root)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var issuing = LabPki.intermediate(
                root,
                "C=NZ,O=Kestrel Bay Trust Services Limited,CN=Kestrel Bay TLS RSA CA 4",
                Keys.rsa(2048),
                "rsa4.kestrelbay.example",
                0,
                Instant.parse("2024-02-20T00:00:00Z"),
                Instant.parse("2034-02-20T00:00:00Z"));
        var keys = Keys.rsa(2048);
        var leaf = LabPki.publicLeaf(
                issuing,
                "C=US,ST=Washington,L=Redmond,O=Fabrikam,CN=" + AV_EDGE,
                List.of(AV_EDGE, "webconf.fabrikam.example", "sip.fabrikam.example"),
                keys.getPublic(),
                Policy.ORGANIZATION_VALIDATED,
                true,
                now.minus(Duration.parse("P23DT7H13M")),
                List.of(firstLog, secondLog));
        store(directory.resolve("bypassed.p12"), keys.getPrivate(), leaf, issuing.certificate());
    }

    private void lookalikeJsse(Path directory, Authority root)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var issuing = LabPki.intermediate(
                root,
                "C=PT,O=Tamarind Row Certification,CN=Tamarind Row TLS E4",
                Keys.ec(),
                "e4.tamarindrow.example",
                0,
                Instant.parse("2025-06-02T00:00:00Z"),
                Instant.parse("2028-06-02T00:00:00Z"));
        var keys = Keys.ec();
        var host = "portal.northwind.example";
        var leaf = LabPki.publicLeaf(
                issuing,
                "CN=" + host,
                List.of(host),
                keys.getPublic(),
                Policy.DOMAIN_VALIDATED,
                false,
                now.minus(Duration.parse("P9DT2H41M8S")),
                List.of(firstLog, secondLog));
        store(directory.resolve("lookalike-jsse.p12"), keys.getPrivate(), leaf, issuing.certificate());
    }

    private void lookalikeLargeChain(Path directory, Authority root)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var from = Instant.parse("2023-10-05T00:00:00Z");
        var to = Instant.parse("2033-10-05T00:00:00Z");
        var policy = LabPki.intermediate(
                root,
                "C=NZ,O=Kestrel Bay Trust Services Limited,OU=Policy Authority,CN=Kestrel Bay Organisation CA 7",
                Keys.rsa(4096),
                "org7.kestrelbay.example",
                1,
                from,
                to);
        var issuing = LabPki.intermediate(
                policy,
                "C=NZ,O=Kestrel Bay Trust Services Limited,CN=Kestrel Bay Organisation TLS CA 7-2",
                Keys.rsa(4096),
                "org72.kestrelbay.example",
                0,
                from,
                to);
        var keys = Keys.rsa(4096);
        var leaf = LabPki.publicLeaf(
                issuing,
                "C=DE,ST=Bayern,L=Bamberg,O=Tailspin Archiv GmbH,CN=archive.tailspin.example",
                List.of("archive.tailspin.example", "www.tailspin.example", "tailspin.example"),
                keys.getPublic(),
                Policy.ORGANIZATION_VALIDATED,
                true,
                now.minus(Duration.parse("P41DT11H5M37S")),
                List.of(firstLog, secondLog));
        Files.writeString(
                directory.resolve("lookalike-large-chain.key"),
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        Files.writeString(directory.resolve("lookalike-large-chain.leaf.pem"), pem(leaf));
        Files.writeString(
                directory.resolve("lookalike-large-chain.rest.pem"),
                pem(issuing.certificate()) + pem(policy.certificate()));
    }

    private static void store(Path file, PrivateKey key, X509Certificate... chain)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("host", key, STORE_PASSWORD, chain);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD);
        }
    }

    private static String publicRoots(List<X509Certificate> roots) {
        var intro = """
                # These roots play the public roots for the captures in this directory. The authorities are
                # fictive, nobody trusts them, and their private keys were thrown away after the recording.
                """;
        return roots.stream()
                .map(root -> "\n# " + root.getSubjectX500Principal().getName() + "\n" + pem(root))
                .collect(Collectors.joining("", intro, ""));
    }

    static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate just minted does not encode", e);
        }
    }

    static String pem(String label, byte[] der) {
        var body = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
