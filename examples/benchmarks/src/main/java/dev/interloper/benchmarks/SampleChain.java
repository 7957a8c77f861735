package dev.interloper.benchmarks;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
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
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Chains of a leaf and an intermediate below one root, as DER, valid at {@link #AT} for {@link #HOST}. They differ in their
 * serial numbers alone, and are more than the platform's certificate factory remembers.
 */
final class SampleChain {
    static final Instant AT = Instant.parse("2026-06-01T12:00:00Z");
    static final String HOST = "www.shop.example";

    private static final int MANY = 1_000;

    private final KeyPairGenerator generator;
    private final String signature;
    private final List<List<byte[]>> chains = new ArrayList<>();
    private int serial;

    private SampleChain(String algorithm, int bits, String signature) throws GeneralSecurityException {
        this.generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        this.signature = signature;
    }

    static SampleChain rsa() {
        return make("RSA", 2048, "SHA256withRSA");
    }

    static SampleChain p256() {
        return make("EC", 256, "SHA256withECDSA");
    }

    /** The root of all. */
    byte[] root() {
        return chains.get(0).get(2);
    }

    /** Leaf and intermediate; after the last one the first again. */
    List<byte[]> get(int index) {
        return chains.get(Math.floorMod(index, chains.size())).subList(0, 2);
    }

    private static SampleChain make(String algorithm, int bits, String signature) {
        try {
            SampleChain made = new SampleChain(algorithm, bits, signature);
            made.make();
            return made;
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void make() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair root = generator.generateKeyPair();
        KeyPair issuing = generator.generateKeyPair();
        KeyPair leaf = generator.generateKeyPair();
        byte[] anchor = sign(authority(builder("CN=Root", root, "CN=Root", root, 6_000)), root);
        for (int i = 0; i < MANY; i++) {
            byte[] middle = sign(authority(builder("CN=Issuing", issuing, "CN=Root", root, 3_000)), root);
            chains.add(List.of(sign(end(leaf, issuing), issuing), middle, anchor));
        }
    }

    private X509v3CertificateBuilder end(KeyPair leaf, KeyPair issuing) throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder end = builder("CN=" + HOST, leaf, "CN=Issuing", issuing, 90);
        end.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        end.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        end.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, HOST)));
        return end;
    }

    private static X509v3CertificateBuilder authority(X509v3CertificateBuilder builder) throws IOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return builder;
    }

    private X509v3CertificateBuilder builder(String subject, KeyPair key, String issuer, KeyPair issuerKey, int days)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.ONE.shiftLeft(126).add(BigInteger.valueOf(serial++)),
                Date.from(AT.minusSeconds(86_400)),
                Date.from(AT.plusSeconds(86_400L * days)),
                new X500Name(subject),
                SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded()));
        builder.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuerKey)));
        return builder;
    }

    private static byte[] identifier(KeyPair key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1")
                .digest(SubjectPublicKeyInfo.getInstance(key.getPublic().getEncoded())
                        .getPublicKeyData()
                        .getBytes());
    }

    private byte[] sign(X509v3CertificateBuilder builder, KeyPair key) throws OperatorCreationException, IOException {
        return builder.build(new JcaContentSignerBuilder(signature).build(key.getPrivate()))
                .getEncoded();
    }
}
