package dev.interloper.certs.internal;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** Asks whether a key made a certificate's signature. */
public final class Signatures {
    /** The three answers. */
    public enum Outcome {
        VERIFIED,
        WRONG,
        UNSUPPORTED
    }

    private Signatures() {}

    public static Outcome check(X509Certificate certificate, PublicKey key) {
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
}
