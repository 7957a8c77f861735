package dev.interloper.certs.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAParams;
import java.security.interfaces.DSAPublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

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

    private static final Provider PROVIDER = new BouncyCastleProvider(); // asked directly, not registered
    private static final String PSS = "1.2.840.113549.1.1.10";

    private Signatures() {}

    public static Outcome check(X509Certificate certificate, PublicKey key) {
        if (isTooLong(key)) {
            return Outcome.UNSUPPORTED;
        }
        try {
            certificate.verify(key);
            return Outcome.VERIFIED;
        } catch (NoSuchAlgorithmException e) {
            return beyondThePlatform(certificate, key);
        } catch (InvalidKeyException e) {
            // a key of another kind cannot have made this signature, a key that the platform cannot use might have
            Outcome outcome = beyondThePlatform(certificate, key);
            boolean known = KeyStrength.of(key).bits() > 0;
            return outcome == Outcome.UNSUPPORTED && known ? Outcome.WRONG : outcome;
        } catch (SignatureException e) { // the platform says so of wrong signatures and of curves that it dropped
            return isDroppedCurve(key) ? beyondThePlatform(certificate, key) : Outcome.WRONG;
        } catch (Exception e) { // declared ones, and what providers throw on hostile numbers
            return Outcome.WRONG;
        }
    }

    /** Curves that the platform has dropped and algorithms that it does not have yet. */
    private static Outcome beyondThePlatform(X509Certificate certificate, PublicKey key) {
        try {
            PublicKey other = BouncyCastleProvider.getPublicKey(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            if (other == null) {
                return Outcome.UNSUPPORTED;
            }
            Signature signature = Signature.getInstance(certificate.getSigAlgOID(), PROVIDER);
            signature.initVerify(other);
            signature.update(certificate.getTBSCertificate());
            return signature.verify(certificate.getSignature()) ? Outcome.VERIFIED : Outcome.WRONG;
        } catch (NoSuchAlgorithmException | InvalidKeyException | IOException e) {
            return Outcome.UNSUPPORTED;
        } catch (Exception e) { // declared ones, and what providers throw on hostile numbers
            return Outcome.WRONG;
        }
    }

    /** The same for any signed structure: the content, its AlgorithmIdentifier and the bits of its signature. */
    public static Outcome check(byte[] content, byte[] algorithm, byte[] signature, PublicKey key) {
        if (isTooLong(key)) {
            return Outcome.UNSUPPORTED;
        }
        try {
            Signature verifier = verifier(DerCursor.over(algorithm).enter(DerCursor.SEQUENCE));
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature) ? Outcome.VERIFIED : Outcome.WRONG;
        } catch (NoSuchAlgorithmException e) {
            return Outcome.UNSUPPORTED;
        } catch (InvalidKeyException e) {
            return KeyStrength.of(key).bits() < 0 ? Outcome.UNSUPPORTED : Outcome.WRONG;
        } catch (Exception e) { // as above
            return Outcome.WRONG;
        }
    }

    /** Any but the curves of NIST from P-256 up, whose coefficient a is -3. */
    private static boolean isDroppedCurve(PublicKey key) {
        if (!(key instanceof ECKey ec)) {
            return false;
        }
        EllipticCurve curve = ec.getParams().getCurve();
        boolean minusThree = curve.getField() instanceof ECFieldFp prime
                && prime.getP().subtract(curve.getA()).equals(BigInteger.valueOf(3));
        return curve.getField().getFieldSize() < 256 || !minusThree;
    }

    private static Signature verifier(DerCursor algorithm) throws DerException, GeneralSecurityException, IOException {
        String oid = Oids.decode(algorithm.enter(DerCursor.OID).rest());
        Signature verifier = Signature.getInstance(oid);
        if (oid.equals(PSS)) {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(algorithm.element());
            verifier.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
        }
        return verifier;
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
