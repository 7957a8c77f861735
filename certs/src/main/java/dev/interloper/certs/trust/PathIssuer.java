package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** Who issued a certificate of a path: the next one, or the anchor. */
final class PathIssuer {
    private final X500Principal name;
    private final PublicKey key;
    private final byte[] keyBits;

    private PathIssuer(X500Principal name, PublicKey key, byte[] keyBits) {
        this.name = name;
        this.key = key;
        this.keyBits = keyBits;
    }

    static Optional<PathIssuer> of(CandidatePath path, int position) {
        X500Principal name = path.certificates().get(position).getIssuerX500Principal();
        if (position + 1 < path.certificates().size()) {
            return Optional.of(of(
                    name,
                    path.certificates().get(position + 1).getPublicKey(),
                    path.facts().get(position + 1)));
        }
        return path.anchor()
                .map(anchor -> anchor.facts()
                        .map(facts -> of(name, anchor.publicKey(), facts))
                        .orElseGet(() -> new PathIssuer(name, anchor.publicKey(), keyBits(anchor.publicKey()))));
    }

    private static PathIssuer of(X500Principal name, PublicKey key, CertificateFacts issuer) {
        return new PathIssuer(name, key, issuer.structure().keyBits());
    }

    private static byte[] keyBits(PublicKey key) {
        try {
            DerCursor info = DerCursor.over(key.getEncoded()).enter(DerCursor.SEQUENCE);
            info.enter(DerCursor.SEQUENCE);
            byte[] bits = info.enter(DerCursor.BIT_STRING).rest();
            return bits.length == 0 ? bits : Arrays.copyOfRange(bits, 1, bits.length);
        } catch (DerException e) {
            return new byte[0];
        }
    }

    /** The name as the certificate issued has it. */
    X500Principal name() {
        return name;
    }

    PublicKey key() {
        return key;
    }

    /** Content of the subjectPublicKey, which OCSP hashes. */
    byte[] keyBits() {
        return keyBits.clone();
    }
}
