package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;

/** A web server's leaf as Active Directory Certificate Services enrols it: template, directory URLs, serial of 19 octets. */
final class AdcsLeaf {
    private static final ASN1ObjectIdentifier TEMPLATE = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.7");
    private static final ASN1ObjectIdentifier APPLICATION_POLICIES = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.21.10");
    private static final String OUR_TEMPLATE =
            "1.3.6.1.4.1.311.21.8.7196402.11870351.2902417.5517204.9112371.96.13402217.4409385";
    private static final String SERVICES =
            "CN=Public%20Key%20Services,CN=Services,CN=Configuration,DC=ad,DC=halvard,DC=internal";
    private static final String HOST = "reports.ad.halvard.internal";

    private AdcsLeaf() {}

    static Identity sign(Authority issuer, Instant from)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = Keys.rsa(2048);
        var ids = new JcaX509ExtensionUtils();
        var serverAuth = new ASN1ObjectIdentifier(KeyPurposeId.id_kp_serverAuth.getId());
        var leaf = new Leaf(issuer, "C=DE,ST=Bremen,O=Halvard Werft GmbH,OU=IT,CN=" + HOST, keys.getPublic())
                .serial(serial())
                .between(from, from.plus(Duration.ofDays(730)))
                .add(
                        TEMPLATE,
                        false,
                        sequence(new ASN1ObjectIdentifier(OUR_TEMPLATE), new ASN1Integer(100), new ASN1Integer(4)))
                .add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                .add(APPLICATION_POLICIES, false, sequence(sequence(serverAuth)))
                .add(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(keys.getPublic()))
                .names(HOST, "reports")
                .add(
                        Extension.authorityKeyIdentifier,
                        false,
                        ids.createAuthorityKeyIdentifier(issuer.keys().getPublic()))
                .add(Extension.cRLDistributionPoints, false, crl())
                .add(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(new AccessDescription(
                                AccessDescription.id_ad_caIssuers,
                                LabPki.uri("ldap:///CN=halvard-DC01-CA,CN=AIA," + SERVICES
                                        + "?cACertificate?base?objectClass=certificationAuthority"))))
                .sign();
        return Identity.of(keys, leaf);
    }

    /** The request's number stands at both ends, chance in between. */
    private static BigInteger serial() {
        var request = BigInteger.valueOf(0x2f1);
        return BigInteger.valueOf(0x5a)
                .shiftLeft(144)
                .or(request.shiftLeft(112))
                .or(new BigInteger(64, new SecureRandom()).shiftLeft(48))
                .or(request);
    }

    private static CRLDistPoint crl() {
        GeneralName directory = LabPki.uri("ldap:///CN=halvard-DC01-CA,CN=dc01,CN=CDP," + SERVICES
                + "?certificateRevocationList?base?objectClass=cRLDistributionPoint");
        var point = new DistributionPointName(new GeneralNames(directory));
        return new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(point, null, null)});
    }

    private static DERSequence sequence(ASN1Encodable... parts) {
        return new DERSequence(parts);
    }
}
