package dev.interloper.certs.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;

/**
 * Writes {@code public-roots.tsv} from collected facts about the root programmes. It needs nothing but a JDK:
 *
 * <pre>
 * java certs/src/test/java/dev/interloper/certs/trust/PublicRootsGenerator.java FACTS DATE \
 *     certs/src/main/resources/dev/interloper/certs/trust/public-roots.tsv
 * </pre>
 *
 * <p>FACTS is a folder with {@code public-roots-union.tsv} (columns: SPKI SHA-256, certificate SHA-256, sources, extra,
 * subject) and any number of {@code *.pem} files with root certificates; DATE is the day the facts were collected. Rows
 * whose sources say UNVERIFIED are left out.
 */
public final class PublicRootsGenerator {
    private static final String UNION = "public-roots-union.tsv";
    private static final String DISTRUST = "serverDistrustAfter=";

    /** Sources that list what is in force; the others list what was once. */
    private static final Set<String> IN_FORCE =
            Set.of("nss-3.110", "debian13-ca-certificates", "node20-tls.rootCertificates");

    private PublicRootsGenerator() {}

    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        if (arguments.length != 3) {
            System.err.println("usage: PublicRootsGenerator FACTS DATE OUTPUT");
            System.exit(64);
        }
        Files.writeString(Path.of(arguments[2]), generate(Path.of(arguments[0]), arguments[1]));
    }

    static String generate(Path facts, String date) throws IOException, GeneralSecurityException {
        Map<String, X509Certificate> byKey = certificates(facts);
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(facts.resolve(UNION))) {
            String[] columns = line.split("\t", -1);
            if (line.startsWith("#") || columns[2].contains("UNVERIFIED")) {
                continue;
            }
            rows.put(columns[0], row(columns, Optional.ofNullable(byKey.get(columns[0]))));
        }
        return header(date, rows.size()) + String.join("", rows.values());
    }

    private static String row(String[] columns, Optional<X509Certificate> certificate) {
        String status = IN_FORCE.stream().anyMatch(List.of(columns[2].split(",", -1))::contains) ? "current" : "legacy";
        String distrust = "";
        if (columns[3].startsWith(DISTRUST)) {
            status = "distrusted-after";
            distrust = instant(columns[3].substring(DISTRUST.length()));
        }
        String subject = columns[4];
        String subjectDer = "";
        String key = "";
        if (certificate.isPresent()) {
            X500Principal name = certificate.get().getSubjectX500Principal();
            subject = name.getName(X500Principal.RFC2253);
            subjectDer = Base64.getEncoder().encodeToString(name.getEncoded());
            key = Base64.getEncoder()
                    .encodeToString(certificate.get().getPublicKey().getEncoded());
        }
        return String.join("\t", columns[0], status, distrust, subject, subjectDer, key, columns[2]) + "\n";
    }

    /** From UTCTime, YYMMDDHHMMSSZ. */
    private static String instant(String utcTime) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
        return LocalDateTime.parse(utcTime, format).toInstant(ZoneOffset.UTC).toString();
    }

    private static Map<String, X509Certificate> certificates(Path facts) throws IOException, GeneralSecurityException {
        Map<String, X509Certificate> byKey = new HashMap<>();
        List<Path> files;
        try (var found = Files.list(facts)) {
            files = found.filter(f -> f.toString().endsWith(".pem")).sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                for (Certificate c : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    byte[] key = c.getPublicKey().getEncoded();
                    String hash = HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(key));
                    byKey.putIfAbsent(hash, (X509Certificate) c);
                }
            }
        }
        return byKey;
    }

    private static String header(String date, int rows) {
        return """
                # Roots of the public programmes, by SHA-256 of their SubjectPublicKeyInfo.
                # date: %s
                # rows: %d
                # columns: spki_sha256, status, distrust_after, subject (RFC 2253), subject DER in Base64, SPKI DER in Base64, sources
                # status: current = in NSS 3.110, Debian 13 ca-certificates or Node 20; legacy = known to Chromium's table or to
                #   Debian 12 and in none of those; distrusted-after = NSS trusts certificates issued up to distrust_after only
                # Subject and key are there where a certificate was at hand, the hash alone elsewhere.
                # generator: certs/src/test/java/dev/interloper/certs/trust/PublicRootsGenerator.java (how to run it is written there)
                # sources: NSS certdata.txt, and Debian ca-certificates and Node made from it: MPL-2.0, https://mozilla.org/MPL/2.0/
                # sources: Chromium net/cert/root_cert_list_generated.h: BSD-3-Clause, Copyright The Chromium Authors
                """.formatted(date, rows);
    }
}
