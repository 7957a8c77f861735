package dev.interloper.lab;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Mints certificates in two manners: as a public authority does, and as an intercepting proxy does. */
final class LabPki {
    static final ASN1ObjectIdentifier SCT_LIST = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A certification authority; {@code urls} is the host of what it publishes about its certificates. */
    record Authority(X509Certificate certificate, KeyPair keys, String urls) {
        X500Name name() {
            return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        }
    }

    /** The validation levels of the CA/Browser Forum's certificates. */
    enum Policy {
        DOMAIN_VALIDATED("2.23.140.1.2.1"),
        ORGANIZATION_VALIDATED("2.23.140.1.2.2");

        final String oid;

        Policy(String oid) {
            this.oid = oid;
        }
    }

    private LabPki() {}

    static Authority root(String name, KeyPair keys, String urls, Instant from, Instant to)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var subject = new X500Name(name);
        var builder = builder(subject, 128, from, to, subject, keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids().createSubjectKeyIdentifier(keys.getPublic()));
        return new Authority(certificate(sign(builder, keys)), keys, urls);
    }

    static Authority intermediate(
            Authority issuer, String name, KeyPair keys, String urls, int pathLength, Instant from, Instant to)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var builder = builder(issuer.name(), 128, from, to, new X500Name(name), keys.getPublic());
        int usage = KeyUsage.digitalSignature | KeyUsage.keyCertSign | KeyUsage.cRLSign;
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
        addKeyIdentifiers(builder, issuer, keys.getPublic());
        builder.addExtension(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(caIssuers(issuer)));
        builder.addExtension(Extension.cRLDistributionPoints, false, crl(issuer));
        builder.addExtension(
                Extension.certificatePolicies, false, new CertificatePolicies(new PolicyInformation(ANY_POLICY)));
        return new Authority(certificate(sign(builder, issuer.keys())), keys, urls);
    }

    /** A leaf with all the marks of a public authority, and a promise from each log. */
    static X509Certificate publicLeaf(
            Authority issuer,
            String subject,
            List<String> hosts,
            PublicKey key,
            Policy policy,
            boolean ocsp,
            Instant from,
            List<CtLog> logs)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var to = from.plus(Duration.ofDays(90)).minusSeconds(1);
        var builder = builder(issuer.name(), 128, from, to, new X500Name(subject), key);
        boolean encrypts = key.getAlgorithm().equals("RSA");
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | (encrypts ? KeyUsage.keyEncipherment : 0)));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        addKeyIdentifiers(builder, issuer, key);
        var access = new ArrayList<AccessDescription>();
        if (ocsp) {
            access.add(new AccessDescription(AccessDescription.id_ad_ocsp, uri("http://ocsp." + issuer.urls())));
        }
        access.add(caIssuers(issuer));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(access.toArray(AccessDescription[]::new)));
        builder.addExtension(Extension.subjectAlternativeName, false, names(hosts));
        builder.addExtension(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(policy.oid))));
        builder.addExtension(Extension.cRLDistributionPoints, false, crl(issuer));
        // What is built so far is the precertificate without its poison: the very bytes that a log signs.
        byte[] precertificate = sign(builder, issuer.keys())
                .toASN1Structure()
                .getTBSCertificate()
                .getEncoded(ASN1Encoding.DER);
        builder.addExtension(SCT_LIST, false, new DEROctetString(promises(issuer, precertificate, from, logs)));
        return certificate(sign(builder, issuer.keys()));
    }

    /** A leaf as a proxy mints it while the client waits: the name, a key, and nothing that leads back to anybody. */
    static X509Certificate proxyLeaf(Authority proxy, String host, PublicKey key, Instant now)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var builder = builder(proxy.name(), 63, now, now.plus(Duration.ofDays(365)), new X500Name("CN=" + host), key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        builder.addExtension(Extension.subjectAlternativeName, false, names(List.of(host)));
        return certificate(sign(builder, proxy.keys()));
    }

    static byte[] promises(Authority issuer, byte[] precertificate, Instant at, List<CtLog> logs)
            throws GeneralSecurityException, IOException {
        byte[] issuerKeyHash = MessageDigest.getInstance("SHA-256")
                .digest(issuer.keys().getPublic().getEncoded());
        var all = new ByteArrayOutputStream();
        for (CtLog log : logs) {
            byte[] sct = log.promise(at.plusMillis(RANDOM.nextInt(60_000)), issuerKeyHash, precertificate);
            var entry = new DataOutputStream(all);
            entry.writeShort(sct.length);
            entry.write(sct);
        }
        var list = new ByteArrayOutputStream();
        new DataOutputStream(list).writeShort(all.size());
        all.writeTo(list);
        return list.toByteArray();
    }

    static X509v3CertificateBuilder builder(
            X500Name issuer, int serialBits, Instant from, Instant to, X500Name subject, PublicKey key) {
        // The top bit is set, so that every serial number has the same length.
        var serial = new BigInteger(serialBits, RANDOM).setBit(serialBits - 1);
        return new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject, key);
    }

    static void addKeyIdentifiers(X509v3CertificateBuilder builder, Authority issuer, PublicKey key)
            throws GeneralSecurityException, IOException {
        builder.addExtension(Extension.subjectKeyIdentifier, false, ids().createSubjectKeyIdentifier(key));
        builder.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                ids().createAuthorityKeyIdentifier(issuer.keys().getPublic()));
    }

    static AccessDescription caIssuers(Authority issuer) {
        return new AccessDescription(AccessDescription.id_ad_caIssuers, uri("http://i." + issuer.urls() + "/ca.crt"));
    }

    static CRLDistPoint crl(Authority issuer) {
        var point = new DistributionPointName(new GeneralNames(uri("http://c." + issuer.urls() + "/ca.crl")));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(point, null, null)});
    }

    static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    static GeneralNames names(List<String> hosts) {
        return new GeneralNames(hosts.stream()
                .map(host -> new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new));
    }

    private static JcaX509ExtensionUtils ids() throws GeneralSecurityException {
        return new JcaX509ExtensionUtils();
    }

    static X509CertificateHolder sign(X509v3CertificateBuilder builder, KeyPair issuer)
            throws OperatorCreationException {
        var algorithm = issuer.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
        return builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.getPrivate()));
    }

    static X509Certificate certificate(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
