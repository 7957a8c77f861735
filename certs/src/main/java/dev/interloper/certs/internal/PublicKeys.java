package dev.interloper.certs.internal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Decodes a SubjectPublicKeyInfo into the platform's key. */
public final class PublicKeys {
    private static final String ED25519 = "1.3.101.112"; // RFC 8410
    private static final String ED448 = "1.3.101.113";

    private PublicKeys() {}

    public static PublicKey decode(byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        try {
            String oid = SubjectPublicKeyInfo.getInstance(subjectPublicKeyInfo)
                    .getAlgorithm()
                    .getAlgorithm()
                    .getId();
            return KeyFactory.getInstance(algorithm(oid)).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
        } catch (RuntimeException e) { // Bouncy Castle's answer to bytes that are no such structure
            throw new InvalidKeySpecException("not a SubjectPublicKeyInfo", e);
        }
    }

    private static String algorithm(String oid) {
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption.getId())) {
            return "RSA";
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId())) {
            return "RSASSA-PSS";
        }
        if (oid.equals(X9ObjectIdentifiers.id_ecPublicKey.getId())) {
            return "EC";
        }
        if (oid.equals(ED25519) || oid.equals(ED448)) {
            return "EdDSA";
        }
        return oid;
    }
}
