package dev.interloper.certs.transparency;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** A log's signature: SHA-256 with ECDSA or RSA (RFC 6962 2.1.4). */
final class LogSignature {
    private static final int SHA256 = 4;
    private static final int RSA = 1;
    private static final int ECDSA = 3;
    private static final int MAX_RSA_BITS = 8_192;

    private LogSignature() {}

    /** Why it cannot be checked, if so. */
    static Optional<String> unsupported(SignedCertificateTimestamp sct, TransparencyLog log) {
        if (log.key().isEmpty()) {
            return Optional.of("the log's key is of a kind that this platform does not know");
        }
        if (log.key().get() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() > MAX_RSA_BITS) {
            return Optional.of("the log's key has " + rsa.getModulus().bitLength() + " bits");
        }
        int algorithm = sct.signatureAlgorithm();
        if (sct.hashAlgorithm() != SHA256 || (algorithm != RSA && algorithm != ECDSA)) {
            return Optional.of("its algorithms are hash " + sct.hashAlgorithm() + " and signature " + algorithm
                    + ", logs use 4 with 1 or 3");
        }
        return Optional.empty();
    }

    static boolean verifies(SignedCertificateTimestamp sct, PublicKey key, LoggedEntry entry) {
        String family = sct.signatureAlgorithm() == RSA ? "RSA" : "EC";
        if (!key.getAlgorithm().equals(family)) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(family.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initVerify(key);
            signature.update(entry.signedFor(sct.timestampMillis(), sct.extensionOctets()));
            return signature.verify(sct.signatureOctets());
        } catch (GeneralSecurityException | RuntimeException e) { // the latter on hostile numbers
            return false;
        }
    }
}
