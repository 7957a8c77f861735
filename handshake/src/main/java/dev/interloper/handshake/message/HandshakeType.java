package dev.interloper.handshake.message;

/**
 * The type of a handshake message (IANA "TLS HandshakeType" registry). An open set: unknown numbers keep their number.
 * Immutable.
 *
 * @param code the 8-bit number
 * @since 0.1
 */
public record HandshakeType(int code) {

    /** client_hello, 1. */
    public static final HandshakeType CLIENT_HELLO = new HandshakeType(1);
    /** server_hello, 2; a HelloRetryRequest of TLS 1.3 has this number too. */
    public static final HandshakeType SERVER_HELLO = new HandshakeType(2);
    /** certificate, 11. */
    public static final HandshakeType CERTIFICATE = new HandshakeType(11);
    /** server_key_exchange, 12. */
    public static final HandshakeType SERVER_KEY_EXCHANGE = new HandshakeType(12);
    /** certificate_request, 13. */
    public static final HandshakeType CERTIFICATE_REQUEST = new HandshakeType(13);
    /** server_hello_done, 14. */
    public static final HandshakeType SERVER_HELLO_DONE = new HandshakeType(14);
    /** certificate_status, 22. */
    public static final HandshakeType CERTIFICATE_STATUS = new HandshakeType(22);

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
