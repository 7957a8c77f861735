package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.AuthorityKeyId;
import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.internal.Signatures;
import java.security.cert.X509Certificate;

/** How the key of a leaf hangs together with that of its issuer. */
final class KeyTies {
    private KeyTies() {}

    /**
     * Shown by the issuer's certificate where one was sent, else by the signature: what one's own key signed while
     * another name issued it was made with one key for both.
     */
    static boolean leafKeyEqualsIssuerKey(X509Certificate leaf, CertificateChain chain) {
        if (selfIssued(leaf)) {
            return false;
        }
        PublicKeyHash key = PublicKeyHash.of(leaf);
        boolean sent = chain.certificates().stream()
                .filter(c -> c.getSubjectX500Principal().equals(leaf.getIssuerX500Principal()))
                .anyMatch(c -> PublicKeyHash.of(c).equals(key));
        return sent || Signatures.check(leaf, leaf.getPublicKey()) == Signatures.Outcome.VERIFIED;
    }

    /** The key identifier of the issuer is the SHA-1 of the leaf's own key (RFC 5280 4.2.1.2, method 1). */
    static boolean authorityKeyIdIsOwnKey(X509Certificate leaf, CertificateStructure structure) {
        byte[] bits = structure.keyBits();
        return !selfIssued(leaf)
                && bits.length > 0
                && AuthorityKeyId.of(structure)
                        .filter(id -> id.names(Hashes.sha1(bits)))
                        .isPresent();
    }

    static boolean selfSigned(X509Certificate leaf) {
        return selfIssued(leaf) && Signatures.check(leaf, leaf.getPublicKey()) == Signatures.Outcome.VERIFIED;
    }

    static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
