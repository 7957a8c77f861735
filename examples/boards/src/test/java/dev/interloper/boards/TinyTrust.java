package dev.interloper.boards;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A folder of suites made here: a root, a leaf for {@value #HOST}, and cases about them. */
final class TinyTrust {

    static final String HOST = "www.example.com";
    static final String FROM = "2026-05-01T00:00:00Z";
    static final String TO = "2026-07-29T23:59:59Z";

    private final Path root;
    private final List<String> cases = new ArrayList<>();
    private final KeyPair rootKey = key();
    private final byte[] rootCertificate = certificate("CN=Tiny Root", rootKey, true);
    private final byte[] leafCertificate = certificate("CN=" + HOST, key(), false);

    TinyTrust(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root);
    }

    byte[] rootCertificate() {
        return rootCertificate.clone();
    }

    byte[] leafCertificate() {
        return leafCertificate.clone();
    }

    static String pem(byte[] der) {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    /** A case that asks for a host, in limbo's form. */
    TinyTrust limbo(String id, String host, String expected) {
        return limbo(id, host, expected, "\"2026-06-01T00:00:00Z\"");
    }

    TinyTrust limbo(String id, String host, String expected, String time) {
        cases.add("""
                {"id": "%s", "expected_result": "%s", "validation_kind": "SERVER", "validation_time": %s,
                 "trusted_certs": ["%s"], "untrusted_intermediates": [], "peer_certificate": "%s",
                 "expected_peer_name": {"kind": "DNS", "value": "%s"}, "expected_peer_names": [],
                 "max_chain_depth": 0, "crls": [], "features": [], "conflicts_with": []}""".formatted(
                        id,
                        expected,
                        time,
                        pem(rootCertificate).replaceAll("\\R", "\\\\n"),
                        pem(leafCertificate).replaceAll("\\R", "\\\\n"),
                        host));
        return this;
    }

    private String json() {
        return "{\"version\": 1, \"other\": [{\"id\": 1}], \"testcases\": [" + String.join(",\n", cases) + "]}";
    }

    void writeCore() throws IOException {
        write("x509-limbo/limbo-core.json", json().getBytes(StandardCharsets.UTF_8));
    }

    void writeAll() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(json().getBytes(StandardCharsets.UTF_8));
        }
        write("x509-limbo/limbo.json.gz", packed.toByteArray());
    }

    void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Issued by the root; as the profiles want it. */
    private byte[] certificate(String subject, KeyPair key, boolean ca) {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=Tiny Root"),
                    new BigInteger(ca ? "5a3f00c1d2e4b5967788a9bb0c1d2e3f" : "6b3f00c1d2e4b5967788a9bb0c1d2e40", 16),
                    Date.from(Instant.parse(FROM)),
                    Date.from(Instant.parse(TO)),
                    new X500Name(subject),
                    key.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(ca));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key.getPublic()));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(rootKey.getPublic()));
            if (ca) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                builder.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
            }
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(rootKey.getPrivate()))
                    .getEncoded();
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
