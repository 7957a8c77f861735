package dev.interloper.certs.transparency;

import static dev.interloper.certs.testpki.TestPki.bareLeaf;
import static dev.interloper.certs.testpki.TestPki.intermediate;
import static dev.interloper.certs.testpki.TestPki.key;

import dev.interloper.certs.testpki.TestPki.Minting;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;

/** Certificates with SCTs, made the way CAs make them: precertificate, signature of the log, final certificate. */
final class LoggedLeaf {
    static final ASN1ObjectIdentifier SCTS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");
    static final ASN1ObjectIdentifier POISON = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.3");
    static final Instant SIGNED = Instant.parse("2026-05-01T01:00:00Z");
    static final X509Certificate ISSUER =
            intermediate("Issuing", key("issuing"), "Root", key("root")).mint();

    private LoggedLeaf() {}

    static Minting minting() {
        return bareLeaf("www.shop.example", key("leaf"), "Issuing", key("issuing"));
    }

    static X509Certificate of(TestLog... logs) {
        return of(minting(), SIGNED, logs);
    }

    static X509Certificate of(Minting minting, Instant signed, TestLog... logs) {
        byte[] tbs = tbs(minting.mint());
        List<byte[]> scts = new ArrayList<>();
        for (TestLog log : logs) {
            scts.add(log.signPrecert(signed, key("issuing").getPublic().getEncoded(), tbs));
        }
        return scts.isEmpty() ? minting.mint() : withScts(minting, TestLog.listOf(scts));
    }

    /** The extension holds an OCTET STRING in the one that all extensions have. */
    static X509Certificate withScts(Minting minting, byte[] list) {
        return minting.extension(SCTS, false, new DEROctetString(list)).mint();
    }

    /** The list that a certificate carries. */
    static byte[] scts(X509Certificate certificate) {
        byte[] wrapped = certificate.getExtensionValue(SCTS.getId());
        byte[] value = ASN1OctetString.getInstance(wrapped).getOctets();
        return ASN1OctetString.getInstance(value).getOctets();
    }

    static ASN1Encodable poison() {
        return DERNull.INSTANCE;
    }

    static byte[] tbs(X509Certificate certificate) {
        try {
            return certificate.getTBSCertificate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
