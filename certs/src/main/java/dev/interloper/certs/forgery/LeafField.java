package dev.interloper.certs.forgery;

import dev.interloper.certs.internal.Oids;

/**
 * The fields in which two leaves are compared.
 *
 * @since 0.1
 */
public enum LeafField {
    /** Serial number. */
    SERIAL(""),
    /** Signature algorithm. */
    SIGNATURE_ALGORITHM(""),
    /** Name of the issuer. */
    ISSUER(""),
    /** Beginning of the validity. */
    NOT_BEFORE(""),
    /** End of the validity. */
    NOT_AFTER(""),
    /** Name of the subject. */
    SUBJECT(""),
    /** Public key. */
    KEY(""),
    /** Subject key identifier. */
    SUBJECT_KEY_ID(Oids.SUBJECT_KEY_ID),
    /** Authority key identifier. */
    AUTHORITY_KEY_ID(Oids.AUTHORITY_KEY_ID),
    /** Alternative names. */
    ALTERNATIVE_NAMES(Oids.SUBJECT_ALT_NAME),
    /** Key usage. */
    KEY_USAGE(TypeNames.KEY_USAGE),
    /** Extended key usage. */
    EXTENDED_KEY_USAGE(TypeNames.EXTENDED_KEY_USAGE),
    /** Basic constraints. */
    BASIC_CONSTRAINTS(TypeNames.BASIC_CONSTRAINTS),
    /** Authority information access. */
    AUTHORITY_INFO_ACCESS(Oids.AUTHORITY_INFO_ACCESS),
    /** CRL distribution points. */
    CRL_DISTRIBUTION_POINTS(Oids.CRL_DISTRIBUTION_POINTS),
    /** Certificate policies. */
    CERTIFICATE_POLICIES(Oids.CERTIFICATE_POLICIES),
    /** Signed certificate timestamps. */
    SCTS(Oids.EMBEDDED_SCTS);

    private final String extension;

    LeafField(String extension) {
        this.extension = extension;
    }

    /** Object identifier of the extension; empty for a basic field. */
    String extension() {
        return extension;
    }
}
