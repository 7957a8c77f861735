package dev.interloper.certs.internal;

import java.security.PublicKey;
import java.security.interfaces.DSAKey;
import java.security.interfaces.DSAParams;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;

/**
 * Kind and size of a public key.
 *
 * @param algorithm as the platform names it, an object identifier when it knows no name
 * @param bits RSA and DSA modulus, or field of the curve; -1 when unknown
 */
public record KeyStrength(String algorithm, int bits) {
    public static KeyStrength of(PublicKey key) {
        String algorithm = key.getAlgorithm();
        if (key instanceof RSAKey rsa) {
            return new KeyStrength("RSA", rsa.getModulus().bitLength());
        }
        if (key instanceof ECKey ec) {
            return new KeyStrength("EC", ec.getParams().getCurve().getField().getFieldSize());
        }
        if (key instanceof DSAKey dsa) {
            DSAParams parameters = dsa.getParams();
            return new KeyStrength(
                    "DSA", parameters == null ? -1 : parameters.getP().bitLength());
        }
        if (key instanceof EdECKey edwards) {
            String curve = edwards.getParams().getName();
            return new KeyStrength(curve, curve.endsWith("448") ? 456 : 256);
        }
        return new KeyStrength(algorithm, -1);
    }
}
