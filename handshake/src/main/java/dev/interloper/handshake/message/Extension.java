package dev.interloper.handshake.message;

import dev.interloper.handshake.registry.Grease;
import dev.interloper.handshake.registry.Registry;
import dev.interloper.handshake.wire.Bytes;

/**
 * One extension of a hello, certificate entry or certificate request (RFC 8446 section 4.2). Immutable.
 *
 * @param type its 16-bit number in the IANA "TLS ExtensionType Values" registry
 * @param data its contents
 * @since 0.1
 */
public record Extension(int type, Bytes data) {

    /** server_name, RFC 6066 section 3. */
    public static final int SERVER_NAME = 0;
    /** status_request, RFC 6066 section 8. */
    public static final int STATUS_REQUEST = 5;
    /** supported_groups, RFC 8422 section 5.1.1. */
    public static final int SUPPORTED_GROUPS = 10;
    /** signature_algorithms, RFC 8446 section 4.2.3. */
    public static final int SIGNATURE_ALGORITHMS = 13;
    /** application_layer_protocol_negotiation, RFC 7301. */
    public static final int ALPN = 16;
    /** signed_certificate_timestamp, RFC 6962 section 3.3.1. */
    public static final int SIGNED_CERTIFICATE_TIMESTAMP = 18;
    /** session_ticket, RFC 5077. */
    public static final int SESSION_TICKET = 35;
    /** pre_shared_key, RFC 8446 section 4.2.11. */
    public static final int PRE_SHARED_KEY = 41;
    /** supported_versions, RFC 8446 section 4.2.1. */
    public static final int SUPPORTED_VERSIONS = 43;

    /**
     * The extension's registered name.
     *
     * @return {@code server_name}; {@code GREASE (0x1a1a)} or {@code unknown (0x1234)} for numbers without one
     */
    public String name() {
        return Registry.EXTENSION_TYPES.nameOf(type);
    }

    /**
     * Whether the number is one that clients send only to see that servers ignore it (RFC 8701).
     *
     * @return true for the 16 numbers set apart for that
     */
    public boolean isGrease() {
        return Grease.is(type);
    }
}
