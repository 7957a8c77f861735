package dev.interloper.handshake.message;

import dev.interloper.handshake.registry.Registry;

/**
 * The type of a handshake message (IANA "TLS HandshakeType" registry). An open set: unknown numbers keep their number.
 * Immutable.
 *
 * @param code the 8-bit number
 * @since 0.1
 */
public record HandshakeType(int code) {

    /** hello_request, 0. */
    public static final HandshakeType HELLO_REQUEST = new HandshakeType(0);
    /** client_hello, 1. */
    public static final HandshakeType CLIENT_HELLO = new HandshakeType(1);
    /** server_hello, 2; a HelloRetryRequest of TLS 1.3 has this number too. */
    public static final HandshakeType SERVER_HELLO = new HandshakeType(2);
    /** hello_verify_request, 3. */
    public static final HandshakeType HELLO_VERIFY_REQUEST = new HandshakeType(3);
    /** new_session_ticket, 4. */
    public static final HandshakeType NEW_SESSION_TICKET = new HandshakeType(4);
    /** end_of_early_data, 5. */
    public static final HandshakeType END_OF_EARLY_DATA = new HandshakeType(5);
    /** hello_retry_request, 6; only drafts of TLS 1.3 send it. */
    public static final HandshakeType HELLO_RETRY_REQUEST = new HandshakeType(6);
    /** encrypted_extensions, 8. */
    public static final HandshakeType ENCRYPTED_EXTENSIONS = new HandshakeType(8);
    /** request_connection_id, 9. */
    public static final HandshakeType REQUEST_CONNECTION_ID = new HandshakeType(9);
    /** new_connection_id, 10. */
    public static final HandshakeType NEW_CONNECTION_ID = new HandshakeType(10);
    /** certificate, 11. */
    public static final HandshakeType CERTIFICATE = new HandshakeType(11);
    /** server_key_exchange, 12. */
    public static final HandshakeType SERVER_KEY_EXCHANGE = new HandshakeType(12);
    /** certificate_request, 13. */
    public static final HandshakeType CERTIFICATE_REQUEST = new HandshakeType(13);
    /** server_hello_done, 14. */
    public static final HandshakeType SERVER_HELLO_DONE = new HandshakeType(14);
    /** certificate_verify, 15. */
    public static final HandshakeType CERTIFICATE_VERIFY = new HandshakeType(15);
    /** client_key_exchange, 16. */
    public static final HandshakeType CLIENT_KEY_EXCHANGE = new HandshakeType(16);
    /** client_certificate_request, 17. */
    public static final HandshakeType CLIENT_CERTIFICATE_REQUEST = new HandshakeType(17);
    /** finished, 20. */
    public static final HandshakeType FINISHED = new HandshakeType(20);
    /** certificate_url, 21. */
    public static final HandshakeType CERTIFICATE_URL = new HandshakeType(21);
    /** certificate_status, 22. */
    public static final HandshakeType CERTIFICATE_STATUS = new HandshakeType(22);
    /** supplemental_data, 23. */
    public static final HandshakeType SUPPLEMENTAL_DATA = new HandshakeType(23);
    /** key_update, 24. */
    public static final HandshakeType KEY_UPDATE = new HandshakeType(24);
    /** compressed_certificate, 25. */
    public static final HandshakeType COMPRESSED_CERTIFICATE = new HandshakeType(25);
    /** ekt_key, 26. */
    public static final HandshakeType EKT_KEY = new HandshakeType(26);
    /** next_protocol, 67; not registered. */
    public static final HandshakeType NEXT_PROTOCOL = new HandshakeType(67);
    /** message_hash, 254; never sent. */
    public static final HandshakeType MESSAGE_HASH = new HandshakeType(254);

    /**
     * The registered name, {@code server_hello_done}.
     *
     * @return {@code unknown (0x63)} for numbers without one
     */
    public String registeredName() {
        return Registry.HANDSHAKE_TYPES.nameOf(code);
    }

    /** The usual name in camel case, {@code ServerHelloDone}, or the number. */
    @Override
    public String toString() {
        return switch (code) {
            case 0 -> "HelloRequest";
            case 1 -> "ClientHello";
            case 2 -> "ServerHello";
            case 3 -> "HelloVerifyRequest";
            case 4 -> "NewSessionTicket";
            case 5 -> "EndOfEarlyData";
            case 6 -> "HelloRetryRequest";
            case 8 -> "EncryptedExtensions";
            case 9 -> "RequestConnectionId";
            case 10 -> "NewConnectionId";
            case 11 -> "Certificate";
            case 12 -> "ServerKeyExchange";
            case 13 -> "CertificateRequest";
            case 14 -> "ServerHelloDone";
            case 15 -> "CertificateVerify";
            case 16 -> "ClientKeyExchange";
            case 17 -> "ClientCertificateRequest";
            case 20 -> "Finished";
            case 21 -> "CertificateURL";
            case 22 -> "CertificateStatus";
            case 23 -> "SupplementalData";
            case 24 -> "KeyUpdate";
            case 25 -> "CompressedCertificate";
            case 26 -> "EktKey";
            case 67 -> "NextProtocol";
            case 254 -> "MessageHash";
            default -> "handshake type " + code;
        };
    }

    /**
     * Whether the registry has a name for the number.
     *
     * @return false for numbers that are kept raw
     */
    public boolean isKnown() {
        return !toString().startsWith("handshake type");
    }
}
