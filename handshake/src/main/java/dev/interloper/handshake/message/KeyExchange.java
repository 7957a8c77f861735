package dev.interloper.handshake.message;

import dev.interloper.handshake.registry.Registry;
import dev.interloper.handshake.registry.RegistryEntry;

/**
 * How client and server agree on keys up to TLS 1.2, which is a part of the cipher suite and decides what the key exchange
 * messages hold (RFC 5246 section 7.4.7, RFC 4279, RFC 5489, RFC 5054, RFC 9189).
 *
 * @since 0.1
 */
public enum KeyExchange {
    /** The client encrypts a secret with the key of the server's certificate. */
    RSA,
    /** RSA with a short key of its own, from the days of export rules. */
    RSA_EXPORT,
    /** Finite-field Diffie-Hellman: static, ephemeral or anonymous. */
    DH,
    /** Diffie-Hellman on a curve: static, ephemeral or anonymous. */
    ECDH,
    /** A pre-shared key alone. */
    PSK,
    /** A pre-shared key, and a secret encrypted with RSA. */
    RSA_PSK,
    /** A pre-shared key, and finite-field Diffie-Hellman. */
    DHE_PSK,
    /** A pre-shared key, and Diffie-Hellman on a curve. */
    ECDHE_PSK,
    /** A password by the SRP protocol. */
    SRP,
    /** A Kerberos ticket. */
    KRB5,
    /** Key transport of the Russian standards. */
    GOST,
    /** Not one of these, or not known; in TLS 1.3 cipher suites do not tell. */
    UNKNOWN;

    /**
     * The key exchange that a cipher suite's registered name tells.
     *
     * @param cipherSuite the suite's 16-bit number
     * @return {@link #UNKNOWN} for suites without a name, and for those of TLS 1.3
     */
    public static KeyExchange of(int cipherSuite) {
        return Registry.CIPHER_SUITES
                .find(cipherSuite)
                .map(RegistryEntry::name)
                .map(KeyExchange::ofName)
                .orElse(UNKNOWN);
    }

    private static KeyExchange ofName(String suite) {
        int with = suite.indexOf("_WITH_");
        if (with < 0) {
            return UNKNOWN;
        }
        String name = suite.substring(suite.indexOf('_') + 1, Math.max(with, suite.indexOf('_') + 1));
        return switch (name) {
            case "RSA_PSK" -> RSA_PSK;
            case "DHE_PSK", "PSK_DHE" -> DHE_PSK;
            case "ECDHE_PSK" -> ECDHE_PSK;
            case "PSK" -> PSK;
            default -> ofPrefix(name);
        };
    }

    private static KeyExchange ofPrefix(String name) {
        if (name.startsWith("RSA_EXPORT")) {
            return RSA_EXPORT;
        }
        if (name.startsWith("RSA")) {
            return RSA;
        }
        if (name.startsWith("ECDH")) {
            return ECDH;
        }
        if (name.startsWith("DH")) {
            return DH;
        }
        if (name.startsWith("SRP")) {
            return SRP;
        }
        if (name.startsWith("KRB5")) {
            return KRB5;
        }
        return name.startsWith("GOST") ? GOST : UNKNOWN;
    }
}
