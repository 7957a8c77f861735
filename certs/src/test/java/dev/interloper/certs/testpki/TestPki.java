package dev.interloper.certs.testpki;

import dev.interloper.certs.CertificateChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A small PKI for tests: real keys, real signatures, every field settable. */
public final class TestPki {
    /** When everything is valid unless a test says otherwise. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private TestPki() {}

    /** A P-256 key pair, always the same one for a name within a run. */
    public static KeyPair key(String name) {
        return KEYS.computeIfAbsent(name, n -> generate("EC", 256));
    }

    /** An RSA key pair of this size, always the same one within a run. */
    public static KeyPair rsa(int bits) {
        return KEYS.computeIfAbsent("rsa" + bits, n -> generate("RSA", bits));
    }

    private static KeyPair generate(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A self-signed CA. */
    public static Minting root(String name, KeyPair key) {
        return new Minting("CN=" + name, key, "CN=" + name, key)
                .ca(-1)
                .identified()
                .from("2020-01-01", 3650 * 2);
    }

    /** A CA below another one. */
    public static Minting intermediate(String name, KeyPair key, String issuer, KeyPair issuerKey) {
        return new Minting("CN=" + name, key, "CN=" + issuer, issuerKey)
                .ca(-1)
                .identified()
                .from("2022-01-01", 3650);
    }

    /** A server's certificate for these DNS names. */
    public static Minting leaf(String host, KeyPair key, String issuer, KeyPair issuerKey) {
        return new Minting("CN=" + host, key, "CN=" + issuer, issuerKey)
                .from("2026-05-01", 90)
                .server()
                .identified()
                .san(new GeneralName(GeneralName.dNSName, host));
    }

    /** The same without key identifiers, as many engines forge it. */
    public static Minting bareLeaf(String host, KeyPair key, String issuer, KeyPair issuerKey) {
        return leaf(host, key, issuer, issuerKey)
                .without(Extension.subjectKeyIdentifier)
                .without(Extension.authorityKeyIdentifier);
    }

    public static CertificateChain chain(X509Certificate... certificates) {
        return CertificateChain.of(List.of(certificates));
    }

    /** A certificate in the making. */
    public static final class Minting {
        private final X500Name subject;
        private final KeyPair key;
        private final X500Name issuer;
        private final KeyPair issuerKey;
        private final List<Extension> extensions = new ArrayList<>();
        private BigInteger serial = new BigInteger("7a3f00c1d2e4b5967788a9bb0c1d2e3f", 16);
        private Instant notBefore = NOW;
        private Instant notAfter = NOW;
        private String algorithm;

        public Minting(String subject, KeyPair key, String issuer, KeyPair issuerKey) {
            this.subject = new X500Name(subject);
            this.key = key;
            this.issuer = new X500Name(issuer);
            this.issuerKey = issuerKey;
            this.algorithm = issuerKey.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        }

        public Minting from(String date, int days) {
            notBefore = Instant.parse(date + "T00:00:00Z");
            notAfter = notBefore.plus(Duration.ofDays(days)).minusSeconds(1);
            return this;
        }

        public Minting from(Instant beginning, Instant end) {
            notBefore = beginning;
            notAfter = end;
            return this;
        }

        public Minting serial(BigInteger number) {
            serial = number;
            return this;
        }

        public Minting algorithm(String name) {
            algorithm = name;
            return this;
        }

        public Minting ca(int pathLength) {
            extension(
                    Extension.basicConstraints,
                    true,
                    pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength));
            return extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        }

        public Minting server() {
            extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            return extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        }

        /** Key identifiers of both keys, as RFC 5280 4.2.1.1 and 4.2.1.2 ask. */
        public Minting identified() {
            extension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(sha1(key)));
            return extension(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(sha1(issuerKey)));
        }

        private static byte[] sha1(KeyPair pair) {
            byte[] bits = SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            try {
                return MessageDigest.getInstance("SHA-1").digest(bits);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        public Minting san(GeneralName... names) {
            return extension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        }

        public Minting extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
            try {
                extensions.removeIf(e -> e.getExtnId().equals(oid));
                extensions.add(
                        new Extension(oid, critical, value.toASN1Primitive().getEncoded()));
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public Minting without(ASN1ObjectIdentifier oid) {
            extensions.removeIf(e -> e.getExtnId().equals(oid));
            return this;
        }

        public X509Certificate mint() {
            try {
                X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                        issuer,
                        serial,
                        Date.from(notBefore),
                        Date.from(notAfter),
                        subject,
                        SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
                for (Extension extension : extensions) {
                    builder.addExtension(extension);
                }
                ContentSigner signer = new JcaContentSignerBuilder(algorithm)
                        .setProvider(new BouncyCastleProvider())
                        .build(issuerKey.getPrivate());
                byte[] der = builder.build(signer).getEncoded();
                X509Certificate certificate =
                        CertificateChain.parse(List.of(der)).leaf().orElse(null);
                // what the platform does not parse at all can still be asked for through Bouncy Castle
                return certificate != null
                        ? certificate
                        : new JcaX509CertificateConverter().getCertificate(builder.build(signer));
            } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
