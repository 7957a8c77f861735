package dev.interloper.certs.explain;

/**
 * What made a TLS connection fail, as seen from the client. More causes may be added.
 *
 * @since 0.1
 */
public enum Cause {
    /** Somebody in between answers with certificates of an authority of its own: a public name, and no public root. */
    PROXY,
    /** The chain leads to a public root in force, which the trust store in use does not have. */
    OLD_TRUST_STORE,
    /** The trust store in use has no anchor at all. */
    EMPTY_TRUST_STORE,
    /** The server does not send the intermediate certificates that lead to a root. */
    INCOMPLETE_CHAIN,
    /** The certificate is for other names. */
    WRONG_NAME,
    /** A certificate is not valid any more. */
    EXPIRED,
    /** A certificate is not valid yet. */
    NOT_YET_VALID,
    /** The client's clock is wrong: the dates of all certificates are off in the same direction. */
    CLOCK_WRONG,
    /** The server's certificate is vouched for by nobody but itself. */
    SELF_SIGNED,
    /** No trusted authority vouches for the certificate; a private one on a private name, or more is not known. */
    UNTRUSTED_AUTHORITY,
    /** The chain leads to a public root that programmes have let go, or do not trust for certificates as new as this. */
    DISTRUSTED_AUTHORITY,
    /** A certificate was revoked. */
    REVOKED,
    /** Whether a certificate is revoked could not be found out, and the client insists on knowing. */
    REVOCATION_UNKNOWN,
    /** A key is too small, or an algorithm is not accepted any more. */
    WEAK_ALGORITHM,
    /** A certificate breaks another rule: it is not for servers, its issuer is no authority, a signature is wrong. */
    BAD_CERTIFICATE,
    /** The chain has none of the keys that the client has pinned. */
    PINNING,
    /** The server wants a certificate of the client's, or does not accept the one it got. */
    CLIENT_CERTIFICATE,
    /** What answers does not speak TLS. */
    NOT_TLS,
    /** Client and server have no protocol version, cipher suite or other parameter in common. */
    PROTOCOL,
    /** The connection was ended during the handshake, without a word why. */
    CONNECTION_CLOSED,
    /** Neither exception nor chain tell. */
    UNKNOWN
}
