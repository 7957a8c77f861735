package dev.interloper.certs.trust;

/**
 * What is known about the key in which a path ends. Whether it is public is decided by the SHA-256 of the key, never by a
 * name, a store or an alias.
 *
 * @since 0.1
 */
public enum AnchorClass {
    /** A root of a public programme, in force at the date of the table; or one of the caller's public roots. */
    PUBLIC_CURRENT,
    /** A root that public programmes had once and do not list any more. */
    PUBLIC_LEGACY,
    /** A root of a public programme that is trusted only for certificates issued up to a date. */
    PUBLIC_DISTRUSTED_AFTER,
    /** A key that no public programme knows: an extra anchor of the caller, or a self-signed certificate in the chain. */
    LOCAL,
    /**
     * A key that no public programme knew at the table's date, of an anchor of the caller's whose alias says that the JDK or
     * the system brought it, and which is at most five years older than the table: it may be a new public root, or
     * somebody's. Like a local one it is trusted only because the caller gave it.
     */
    UNKNOWN_NEWER_THAN_LIST,
    /** No anchor was found: the path ends in a certificate whose issuer is not here. */
    UNKNOWN;

    /**
     * Whether a public programme knows or knew the key.
     *
     * @return true for the three public classes
     */
    public boolean isPublic() {
        return this == PUBLIC_CURRENT || this == PUBLIC_LEGACY || this == PUBLIC_DISTRUSTED_AFTER;
    }
}
