package dev.interloper.certs.internal;

import java.util.Arrays;
import java.util.Optional;

/** The key identifiers of a certificate (RFC 5280 4.2.1.1 and 4.2.1.2). Malformed ones are as good as absent. */
public final class AuthorityKeyId {
    private static final int KEY_ID = 0x80;
    private static final int ISSUER = 0xa1;
    private static final int SERIAL = 0x82;

    private final byte[] keyId;
    private final boolean issuerAndSerial;
    private final boolean issuerOrSerial;

    private AuthorityKeyId(byte[] keyId, boolean issuer, boolean serial) {
        this.keyId = keyId;
        this.issuerAndSerial = issuer && serial;
        this.issuerOrSerial = issuer || serial;
    }

    public static Optional<AuthorityKeyId> of(CertificateStructure certificate) {
        Optional<RawExtension> extension = certificate.extension(Oids.AUTHORITY_KEY_ID);
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        try {
            DerCursor fields = extension.get().value().enter(DerCursor.SEQUENCE);
            byte[] keyId = fields.peekTag() == KEY_ID ? fields.enter().rest() : new byte[0];
            boolean issuer = fields.peekTag() == ISSUER;
            if (issuer) {
                fields.enter();
            }
            return Optional.of(new AuthorityKeyId(keyId, issuer, fields.peekTag() == SERIAL));
        } catch (DerException e) {
            return Optional.empty();
        }
    }

    /** The subject key identifier, no octets when there is none. */
    public static byte[] subjectKeyId(CertificateStructure certificate) {
        Optional<RawExtension> extension = certificate.extension(Oids.SUBJECT_KEY_ID);
        if (extension.isEmpty()) {
            return new byte[0];
        }
        try {
            return extension.get().value().enter(DerCursor.OCTET_STRING).rest();
        } catch (DerException e) {
            return new byte[0];
        }
    }

    /** Whether the key identifier is there and is this one. */
    public boolean names(byte[] other) {
        return keyId.length > 0 && Arrays.equals(keyId, other);
    }

    public boolean hasIssuerAndSerial() {
        return issuerAndSerial;
    }

    public boolean hasIssuerOrSerial() {
        return issuerOrSerial;
    }

    public boolean hasKeyId() {
        return keyId.length > 0;
    }
}
