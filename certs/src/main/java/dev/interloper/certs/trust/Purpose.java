package dev.interloper.certs.trust;

/**
 * What the leaf's key is used for, and the extended key usage that allows it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.12">RFC 5280, section 4.2.1.12</a>
 * @since 0.1
 */
public enum Purpose {
    /** A TLS server proves who it is. */
    SERVER("1.3.6.1.5.5.7.3.1", "serverAuth"),
    /** A TLS client proves who it is. */
    CLIENT("1.3.6.1.5.5.7.3.2", "clientAuth");

    private final String oid;
    private final String usage;

    Purpose(String oid, String usage) {
        this.oid = oid;
        this.usage = usage;
    }

    /**
     * The object identifier of the extended key usage.
     *
     * @return dotted decimal
     */
    public String oid() {
        return oid;
    }

    /**
     * The extended key usage by its name in RFC 5280.
     *
     * @return for example {@code serverAuth}
     */
    public String usage() {
        return usage;
    }
}
