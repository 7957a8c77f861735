package dev.interloper.lab;

import dev.interloper.lab.LabPki.Authority;
import dev.interloper.lab.LabPki.Policy;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A public leaf that looks like no other and yet keeps every rule (Baseline Requirements, section 7.1.2.7): a serial number
 * of 64 random bits and no more, 200 days less a second, extensions in an order of their own, no key usage, no basic
 * constraints, no key identifier of the subject, no CRL, a policy qualifier, a wildcard and an A-label, no common name.
 */
final class OddLeaf {
    private static final String SUBJECT = "C=NO,L=Tromsø,O=Kvalheim Foto & Ramme AS";

    private OddLeaf() {}

    static Identity sign(Authority issuer, Instant issued, List<CtLog> logs)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var keys = Keys.rsa(3072);
        var authorityKey = new JcaX509ExtensionUtils()
                .createAuthorityKeyIdentifier(issuer.keys().getPublic());
        var notice = new PolicyInformation(
                new ASN1ObjectIdentifier(Policy.ORGANIZATION_VALIDATED.oid),
                new DERSequence(new PolicyQualifierInfo("https://saltmarsh.example/cps")));
        var leaf = new Leaf(issuer, SUBJECT, keys.getPublic())
                .serial(new BigInteger(64, new SecureRandom()))
                .lasting(issued, Duration.ofDays(200).minusSeconds(1))
                .add(Extension.certificatePolicies, false, new CertificatePolicies(notice))
                .names("xn--kvalheim-trms-5fb.example", "*.kvalheim-foto.example", "kvalheim-foto.example")
                .access(true)
                .add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .add(Extension.authorityKeyIdentifier, false, authorityKey)
                .promised(1, issued.plusSeconds(2), logs)
                .sign();
        return Identity.of(keys, leaf, issuer.certificate());
    }
}
