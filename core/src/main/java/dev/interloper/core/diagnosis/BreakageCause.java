package dev.interloper.core.diagnosis;

/**
 * Why an application breaks under TLS inspection.
 *
 * @since 0.1
 */
public enum BreakageCause {
    /** The application knows its server's key. */
    PINNED_CERT("the application pins the server's key or certificate"),
    /** The server wants a client certificate, which a proxy cannot pass on. */
    CLIENT_CERT_MTLS("the server wants a client certificate, which a proxy in the middle cannot pass on"),
    /** What goes over the port only looks like TLS. */
    NOT_REALLY_TLS("what goes over the port only looks like TLS: pseudo-TLS, STUN, TURN"),
    /** The application has a trust store of its own. */
    OWN_TRUST_STORE("the application has a trust store of its own: Java, Python, Node.js, Firefox, containers"),
    /** The device takes no roots. */
    DEVICE_CANNOT_IMPORT_ROOT("the device takes no roots of an organisation's own"),
    /** Something newer is lost on the way: TLS 1.3, HTTP/2, QUIC, WebSocket. */
    PROTOCOL_DOWNGRADE("something newer is lost on the way: TLS 1.3, HTTP/2, QUIC, WebSocket"),
    /** The hello does not show the name. */
    NO_SNI("the hello does not show the host's name (no SNI, Encrypted Client Hello)"),
    /** The proxy refuses the server's own certificate. */
    SELF_SIGNED_ORIGIN("the proxy refuses the server's own certificate"),
    /** Media suffers from the detour. */
    LATENCY_SENSITIVE("media suffers from the detour");

    private final String sentence;

    BreakageCause(String sentence) {
        this.sentence = sentence;
    }

    /** The cause in words. */
    @Override
    public String toString() {
        return sentence;
    }
}
