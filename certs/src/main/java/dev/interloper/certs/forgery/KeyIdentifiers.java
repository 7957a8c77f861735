package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.DerCursor;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.Hashes;
import dev.interloper.certs.internal.Oids;
import java.util.Arrays;
import java.util.Optional;

/**
 * The key identifiers of a leaf: how the subject's was made, and what the authority's consists of and points to.
 *
 * @param subject how the subject key identifier was made; never null
 * @param authorityPresent whether there is an authority key identifier, even an empty or malformed one
 * @param authorityKeyIdOctets how long its keyIdentifier is; 0 when it has none
 * @param authorityIssuerAndSerial whether it names the issuer's issuer and serial number
 * @param authority whose key it points to; never null
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.1">RFC 5280, section 4.2.1.1</a>
 * @since 0.1
 */
public record KeyIdentifiers(
        KeyIdentifierStyle subject,
        boolean authorityPresent,
        int authorityKeyIdOctets,
        boolean authorityIssuerAndSerial,
        Target authority) {
    /**
     * Whose key an authority key identifier points to.
     *
     * @since 0.1
     */
    public enum Target {
        /** There is no identifier to point with. */
        NONE,
        /** The leaf's own key. */
        OWN,
        /** The key of a certificate that was sent and has the issuer's name. */
        ISSUER,
        /** Not the key of the certificate that was sent as the issuer's. */
        MISMATCH,
        /** A key that was not sent. */
        UNSEEN
    }

    private static final int KEY_ID = 0x80;
    private static final int ISSUER = 0xa1;
    private static final int SERIAL = 0x82;

    static KeyIdentifiers of(LeafDer leaf, Optional<LeafDer> issuer) {
        byte[] own = subjectKeyId(leaf);
        KeyIdentifierStyle style = KeyIdentifierStyle.of(own, leaf.keyBits(), leaf.keyInfo());
        Optional<LeafExtension> extension = leaf.extension(Oids.AUTHORITY_KEY_ID);
        if (extension.isEmpty()) {
            return new KeyIdentifiers(style, false, 0, false, Target.NONE);
        }
        byte[] keyId = {};
        boolean both = false;
        try {
            DerCursor fields = extension.get().value().enter(DerCursor.SEQUENCE);
            if (fields.peekTag() == KEY_ID) {
                keyId = fields.enter().rest();
            }
            if (fields.peekTag() == ISSUER) {
                fields.enter();
                both = fields.peekTag() == SERIAL;
            }
        } catch (DerException e) {
            // what was read before stands
        }
        return new KeyIdentifiers(style, true, keyId.length, both, target(keyId, style, leaf, issuer));
    }

    private static Target target(byte[] keyId, KeyIdentifierStyle own, LeafDer leaf, Optional<LeafDer> issuer) {
        if (keyId.length == 0) {
            return Target.NONE;
        }
        if (isSha1(keyId, leaf) || (own.isMadeOfKey() && Arrays.equals(keyId, subjectKeyId(leaf)))) {
            return Target.OWN;
        }
        return issuer.map(i ->
                        Arrays.equals(keyId, subjectKeyId(i)) || isSha1(keyId, i) ? Target.ISSUER : Target.MISMATCH)
                .orElse(Target.UNSEEN);
    }

    private static boolean isSha1(byte[] keyId, LeafDer of) {
        return keyId.length == 20 && Arrays.equals(keyId, Hashes.sha1(of.keyBits()));
    }

    /** No octets where there is none. */
    static byte[] subjectKeyId(LeafDer certificate) {
        try {
            Optional<LeafExtension> extension = certificate.extension(Oids.SUBJECT_KEY_ID);
            return extension.isEmpty()
                    ? new byte[0]
                    : extension.get().value().enter(DerCursor.OCTET_STRING).rest();
        } catch (DerException e) {
            return new byte[0];
        }
    }

    /** Form and length of the authority key identifier, as in the text form of a print. */
    String authorityToken() {
        if (!authorityPresent) {
            return "-";
        }
        String keyId = authorityKeyIdOctets > 0 ? "k" + authorityKeyIdOctets : "";
        String both = authorityIssuerAndSerial ? "is" : "";
        return keyId.isEmpty() && both.isEmpty() ? "empty" : keyId + both;
    }
}
