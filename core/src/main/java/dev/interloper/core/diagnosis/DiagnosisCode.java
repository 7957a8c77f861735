package dev.interloper.core.diagnosis;

/**
 * What is wrong with a connection, or that nothing is.
 *
 * @since 0.1
 */
public enum DiagnosisCode {
    /** The name cannot be resolved. */
    DNS_FAILURE,
    /** The resolver sends clients to a block page. */
    DNS_BLOCK,
    /** A firewall drops the connection. */
    FIREWALL_DROP,
    /** The connection is rejected, by a firewall or by the host. */
    FIREWALL_REJECT,
    /** Nothing can be reached. */
    NO_INTERNET,
    /** The network lets nobody out past its proxy. */
    PROXY_REQUIRED,
    /** The proxy wants credentials. */
    PROXY_AUTH_REQUIRED,
    /** The proxy forbids the destination. */
    PROXY_POLICY_BLOCK,
    /** The proxy cannot reach the destination. */
    PROXY_UPSTREAM_FAIL,
    /** The network wants its users to sign in first. */
    CAPTIVE_PORTAL,
    /** A page says that access is blocked. */
    BLOCK_PAGE,
    /** What answers does not speak TLS. */
    NON_TLS_SERVICE,
    /** The connection ends as soon as the hello is seen. */
    TLS_RESET_AFTER_HELLO,
    /** The name in the hello decides whether the connection lives. */
    SNI_FILTER,
    /** The server refuses the hello. */
    TLS_ALERT,
    /** TLS is inspected, by an authority that this client trusts. */
    INTERCEPTED_TRUSTED,
    /** TLS is inspected, by an authority that this client does not trust. */
    INTERCEPTED_UNTRUSTED,
    /** Security software on the client's own machine inspects TLS. */
    LOCAL_AV_INTERCEPTION,
    /** The way is clean for pseudo-TLS. */
    PSEUDO_TLS_OK,
    /** Pseudo-TLS does not get through. */
    PSEUDO_TLS_REJECTED,
    /** Somebody took pseudo-TLS for TLS and answered with a certificate. */
    PSEUDO_TLS_INTERCEPTED,
    /** The chain has none of the pinned keys. */
    PIN_MISMATCH,
    /** The server has new keys, the pins are old. */
    PIN_ROTATION,
    /** The server's own certificate, of an authority of its own. */
    PRIVATE_CA_SERVER,
    /** The server's own certificate is misconfigured. */
    SERVER_MISCONFIG,
    /** Different certificates of the same host, all of them its own. */
    CDN_VARIATION,
    /** A proxy passes the connection through. */
    PASS_THROUGH_PROXY,
    /** The server itself answers. */
    DIRECT_OK,
    /** Somebody in the middle whom nobody knows. */
    POSSIBLE_ATTACK,
    /** What is known does not decide it. */
    INCONCLUSIVE
}
