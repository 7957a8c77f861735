package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** A leaf put together piece by piece; the extensions appear in the order in which they are added. */
final class Leaf {
    private final Authority issuer;
    private final X500Name subject;
    private final PublicKey key;
    private final List<Extension> extensions = new ArrayList<>();
    private BigInteger serial = new BigInteger(128, new SecureRandom()).setBit(127);
    private Instant from = Instant.EPOCH;
    private Instant to = Instant.EPOCH;

    Leaf(Authority issuer, X500Name subject, PublicKey key) {
        this.issuer = issuer;
        this.subject = subject;
        this.key = key;
    }

    Leaf(Authority issuer, String subject, PublicKey key) {
        this(issuer, new X500Name(subject), key);
    }

    Leaf serial(BigInteger number) {
        serial = number;
        return this;
    }

    /** The validity as the CA/Browser Forum counts it: its last second is part of it. */
    Leaf lasting(Instant start, Duration length) {
        return between(start, start.plus(length).minusSeconds(1));
    }

    Leaf between(Instant first, Instant last) {
        from = first;
        to = last;
        return this;
    }

    Leaf add(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) throws IOException {
        return add(new Extension(oid, critical, value.toASN1Primitive().getEncoded(ASN1Encoding.DER)));
    }

    Leaf add(Extension extension) {
        extensions.add(extension);
        return this;
    }

    Leaf server() throws IOException {
        int encrypts = key.getAlgorithm().equals("RSA") ? KeyUsage.keyEncipherment : 0;
        return add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | encrypts))
                .add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .add(Extension.basicConstraints, true, new BasicConstraints(false));
    }

    Leaf keyIdentifiers() throws GeneralSecurityException, IOException {
        var ids = new JcaX509ExtensionUtils();
        return add(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(key))
                .add(
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.keys().getPublic()));
    }

    /** Names, and addresses for what begins with a digit. */
    Leaf names(String... hosts) throws IOException {
        boolean critical = subject.size() == 0; // RFC 5280, section 4.2.1.6
        var all = Arrays.stream(hosts)
                .map(host -> Character.isDigit(host.charAt(0))
                        ? new GeneralName(GeneralName.iPAddress, host)
                        : new GeneralName(GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        return add(Extension.subjectAlternativeName, critical, new GeneralNames(all));
    }

    Leaf policy(String oid) throws IOException {
        return add(
                Extension.certificatePolicies,
                false,
                new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier(oid))));
    }

    /** Where the issuer publishes its own certificate, as old authorities do with where they answer about this one. */
    Leaf access(boolean ocsp) throws IOException {
        var all = new ArrayList<AccessDescription>();
        if (ocsp) {
            all.add(new AccessDescription(AccessDescription.id_ad_ocsp, LabPki.uri("http://ocsp." + issuer.urls())));
        }
        all.add(LabPki.caIssuers(issuer));
        return add(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(all.toArray(AccessDescription[]::new)));
    }

    Leaf crl() throws IOException {
        return add(Extension.cRLDistributionPoints, false, LabPki.crl(issuer));
    }

    /** A promise from each log over what has been added so far, behind it. */
    Leaf promised(Instant at, List<CtLog> logs)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        return promised(extensions.size(), at, logs);
    }

    Leaf promised(int position, Instant at, List<CtLog> logs)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        byte[] precertificate = LabPki.sign(builder(), issuer.keys())
                .toASN1Structure()
                .getTBSCertificate()
                .getEncoded(ASN1Encoding.DER);
        byte[] list = LabPki.promises(issuer, precertificate, at, logs);
        extensions.add(position, new Extension(LabPki.SCT_LIST, false, new DEROctetString(list).getEncoded()));
        return this;
    }

    X509Certificate sign() throws GeneralSecurityException, IOException, OperatorCreationException {
        return LabPki.certificate(LabPki.sign(builder(), issuer.keys()));
    }

    private X509v3CertificateBuilder builder() throws IOException {
        var builder =
                new JcaX509v3CertificateBuilder(issuer.name(), serial, Date.from(from), Date.from(to), subject, key);
        for (Extension extension : extensions) {
            builder.addExtension(extension);
        }
        return builder;
    }
}
