package dev.interloper.certs.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * Who signed a revocation list, or why it cannot be told.
 *
 * @param outcome how the search ended
 * @param key the key, when it is {@link Outcome#FOUND}
 * @param leansOn the lowest position of the path judged that the signer's own path has, beyond its end for the anchor
 * @param beside the certificates of the signer's path that are not on the path judged, the signer first
 */
record CrlSigner(Outcome outcome, Optional<PublicKey> key, int leansOn, List<X509Certificate> beside) {
    /** The worse a failure says of the list itself, the later it stands. */
    enum Outcome {
        NO_ISSUER,
        SIGNATURE_WRONG,
        UNSUPPORTED,
        NO_PATH,
        NOT_ALLOWED,
        FOUND
    }

    static CrlSigner failed(Outcome outcome) {
        return new CrlSigner(outcome, Optional.empty(), -1, List.of());
    }

    boolean found() {
        return outcome == Outcome.FOUND;
    }
}
