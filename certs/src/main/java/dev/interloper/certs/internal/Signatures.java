package dev.interloper.certs.internal;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.RSAPublicKey;

/** Asks whether a key made a certificate's signature. */
public final class Signatures {
    /** The three answers. */
    public enum Outcome {
        VERIFIED,
        WRONG,
        UNSUPPORTED
    }

    /** Verifying costs the square of a key's length or more; what is longer than any key in use is not tried. */
    private static final int MAX_BITS = 16_384;

    private static final int MAX_DSA_BITS = 4_096;
    private static final int MAX_EXPONENT_BITS = 64;

    private Signatures() {}

    public static Outcome check(X509Certificate certificate, PublicKey key) {
        if (isTooLong(key)) {
            return Outcome.UNSUPPORTED;
        }
        try {
            certificate.verify(key);
            return Outcome.VERIFIED;
        } catch (NoSuchAlgorithmException e) {
            return Outcome.UNSUPPORTED;
        } catch (InvalidKeyException e) {
            // a key of another kind cannot have made this signature, a key that nobody here can use might have
            return KeyStrength.of(key).bits() < 0 ? Outcome.UNSUPPORTED : Outcome.WRONG;
        } catch (Exception e) { // declared ones, and what providers throw on hostile numbers
            return Outcome.WRONG;
        }
    }

    private static boolean isTooLong(PublicKey key) {
        if (key instanceof DSAPublicKey dsa) {
            DSAParams params = dsa.getParams();
            return params == null
                    || params.getP().bitLength() > MAX_DSA_BITS
                    || dsa.getY().bitLength() > MAX_DSA_BITS;
        }
        return key instanceof RSAPublicKey rsa
                && (rsa.getModulus().bitLength() > MAX_BITS
                        || rsa.getPublicExponent().bitLength() > MAX_EXPONENT_BITS);
    }
}
