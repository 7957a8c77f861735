package dev.interloper.certs.trust;

/** Where a certificate stands on a path. */
enum Role {
    /** The server's own, or the client's. */
    LEAF,
    /** One that signed another on the path. */
    INTERMEDIATE,
    /** The anchor's own. */
    ANCHOR;

    /** Whether the certificate vouches for others. */
    boolean isAuthority() {
        return this != LEAF;
    }
}
