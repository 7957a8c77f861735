package dev.interloper.handshake.record;

/**
 * A protocol version as a field on the wire names it. An open set: unknown numbers keep their number. Immutable.
 *
 * @param code the 16-bit number
 * @since 0.1
 */
public record TlsVersion(int code) {

    /** SSL 3.0, RFC 6101. */
    public static final TlsVersion SSL_3_0 = new TlsVersion(0x0300);
    /** TLS 1.0, RFC 2246. */
    public static final TlsVersion TLS_1_0 = new TlsVersion(0x0301);
    /** TLS 1.1, RFC 4346. */
    public static final TlsVersion TLS_1_1 = new TlsVersion(0x0302);
    /** TLS 1.2, RFC 5246. */
    public static final TlsVersion TLS_1_2 = new TlsVersion(0x0303);
    /** TLS 1.3, RFC 8446. */
    public static final TlsVersion TLS_1_3 = new TlsVersion(0x0304);

    /**
     * Whether this is TLS 1.3 or one of its numbered drafts, in which the server's certificate is encrypted.
     *
     * @return true for 0x0304, 0xfefc (DTLS 1.3), 0x7f00–0x7fff (IETF drafts) and 0xfb17–0xfb1a (Facebook's drafts)
     */
    public boolean isTls13() {
        return code == 0x0304 || code == 0xfefc || (code >> 8) == 0x7f || (code >= 0xfb17 && code <= 0xfb1a);
    }

    /**
     * The version of TLS whose messages this version's have the form of: DTLS counts downwards from 0xfeff.
     *
     * @return TLS 1.1 for DTLS 1.0, TLS 1.2 for DTLS 1.2, TLS 1.3 for DTLS 1.3; a version of TLS as it is
     */
    public TlsVersion asTls() {
        return switch (code) {
            case 0x0100, 0xfeff -> TLS_1_1;
            case 0xfefd -> TLS_1_2;
            case 0xfefc -> TLS_1_3;
            default -> this;
        };
    }

    /** The usual name, {@code TLS 1.2}, or the number. */
    @Override
    public String toString() {
        return switch (code) {
            case 0x0002 -> "SSL 2.0";
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            case 0x0100 -> "DTLS 1.0 (OpenSSL 0.9.8)";
            case 0xfeff -> "DTLS 1.0";
            case 0xfefd -> "DTLS 1.2";
            case 0xfefc -> "DTLS 1.3";
            default -> (code >> 8) == 0x7f ? "TLS 1.3 draft " + (code & 0xff) : String.format("version 0x%04x", code);
        };
    }
}
