package dev.interloper.certs.forgery;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Signatures;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/** How the key of a leaf hangs together with that of its issuer. */
final class KeyTies {
    private final X509Certificate leaf;
    private final boolean selfIssued;
    private final List<X509Certificate> issuers;
    private final Lazy<Boolean> verifiesUnderOwnKey = new Lazy<>(this::verifyUnderOwnKey);

    KeyTies(X509Certificate leaf, CertificateChain chain) {
        X500Principal issuer = leaf.getIssuerX500Principal();
        this.leaf = leaf;
        this.selfIssued = selfIssued(leaf);
        this.issuers = selfIssued
                ? List.of()
                : chain.certificates().stream()
                        .filter(c ->
                                !c.equals(leaf) && c.getSubjectX500Principal().equals(issuer))
                        .toList();
    }

    boolean selfIssued() {
        return selfIssued;
    }

    /** The first certificate that was sent and has the issuer's name. */
    Optional<X509Certificate> issuer() {
        return issuers.stream().findFirst();
    }

    /**
     * Shown by the issuer's certificate where one was sent, else by the signature: what one's own key signed while
     * another name issued it was made with one key for both.
     */
    boolean leafKeyEqualsIssuerKey() {
        boolean sent = issuers.stream().anyMatch(c -> c.getPublicKey().equals(leaf.getPublicKey()));
        return !selfIssued && (sent || verifiesUnderOwnKey.get());
    }

    boolean selfSigned() {
        return selfIssued && verifiesUnderOwnKey.get();
    }

    private boolean verifyUnderOwnKey() {
        return canHaveSigned(leaf.getPublicKey(), leaf.getSignature())
                && Signatures.check(leaf, leaf.getPublicKey()) == Signatures.Outcome.VERIFIED;
    }

    /** Verifying is the dear part of a print; a signature of another length than the key's is not tried. */
    private static boolean canHaveSigned(PublicKey key, byte[] signature) {
        if (key instanceof RSAPublicKey rsa) {
            return signature.length == (rsa.getModulus().bitLength() + 7) / 8;
        }
        return !(key instanceof ECPublicKey ec)
                || integersFit(signature, ec.getParams().getOrder().bitLength());
    }

    /** The two integers of an ECDSA signature are below the order of the curve (RFC 3279 2.2.3). */
    private static boolean integersFit(byte[] signature, int bits) {
        try {
            DerCursor pair = DerCursor.over(signature).enter(DerCursor.SEQUENCE);
            int r = pair.enter(DerCursor.INTEGER).rest().length;
            int s = pair.enter(DerCursor.INTEGER).rest().length;
            return Math.max(r, s) <= bits / 8 + 1;
        } catch (DerException e) {
            return false;
        }
    }

    static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
