package dev.interloper.handshake.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * A registry of IANA's with the numbers that it names, and beside them the unregistered ones that are met on the wire. The
 * constants are the registries that this library ships. Immutable, thread-safe.
 *
 * @since 0.1
 */
public enum Registry {
    /** Alert descriptions. */
    ALERTS("alerts", 2),
    /** Formats of authorization data (RFC 5878). */
    AUTHORIZATION_FORMATS("authorization-formats", 2),
    /** Kinds of cached information (RFC 7924). */
    CACHED_INFORMATION_TYPES("cached-information-types", 2),
    /** Algorithms of compressed certificates (RFC 8879). */
    CERTIFICATE_COMPRESSION("certificate-compression", 4),
    /** Kinds of certificate status (RFC 6066). */
    CERTIFICATE_STATUS_TYPES("certificate-status-types", 2),
    /** Kinds of certificate: X.509, raw public key and others (RFC 7250). */
    CERTIFICATE_TYPES("certificate-types", 2),
    /** Cipher suites. */
    CIPHER_SUITES("cipher-suites", 4),
    /** Kinds of client certificate that a request of TLS 1.2 names. */
    CLIENT_CERTIFICATE_TYPES("client-certificate-types", 2),
    /** Compression methods (RFC 3749). */
    COMPRESSION_METHODS("compression-methods", 2),
    /** Contents of records. */
    CONTENT_TYPES("content-types", 2),
    /** How a ServerKeyExchange gives its curve (RFC 8422). */
    EC_CURVE_TYPES("ec-curve-types", 2),
    /** How a point on a curve is written (RFC 8422). */
    EC_POINT_FORMATS("ec-point-formats", 2),
    /** Extensions. */
    EXTENSION_TYPES("extension-types", 4),
    /** Handshake messages. */
    HANDSHAKE_TYPES("handshake-types", 2),
    /** Heartbeat modes (RFC 6520). */
    HEARTBEAT_MODES("heartbeat-modes", 2),
    /** Authenticated encryptions of HPKE (RFC 9180). */
    HPKE_AEADS("hpke-aeads", 4),
    /** Key derivations of HPKE (RFC 9180). */
    HPKE_KDFS("hpke-kdfs", 4),
    /** Key encapsulations of HPKE (RFC 9180). */
    HPKE_KEMS("hpke-kems", 4),
    /** Pre-shared key exchange modes. */
    PSK_MODES("psk-modes", 2),
    /** Transport parameters of QUIC (RFC 9000 section 18). */
    QUIC_TRANSPORT_PARAMETERS("quic-transport-parameters", 4),
    /** Signature schemes, and the pairs of hash and signature that TLS 1.2 had in their place. */
    SIGNATURE_SCHEMES("signature-schemes", 4),
    /** Protection profiles of DTLS-SRTP (RFC 5764). */
    SRTP_PROFILES("srtp-profiles", 4),
    /** Formats of supplemental data (RFC 4680). */
    SUPPLEMENTAL_DATA_TYPES("supplemental-data-types", 4),
    /** Groups for key exchange: curves, finite fields and post-quantum ones. */
    SUPPORTED_GROUPS("supported-groups", 4),
    /** Key parameters of token binding (RFC 8472). */
    TOKEN_BINDING_PARAMETERS("token-binding-parameters", 2),
    /** Kinds of user mapping (RFC 4681). */
    USER_MAPPING_TYPES("user-mapping-types", 2);

    private final int digits;

    @SuppressWarnings("ImmutableEnumChecker") // nothing can change the map, and its order is wanted
    private final Map<Integer, RegistryEntry> entries;

    Registry(String file, int digits) {
        this.digits = digits;
        this.entries = Collections.unmodifiableMap(RegistryFile.read(file));
    }

    /**
     * A number's entry.
     *
     * @param number the number
     * @return empty for numbers that nobody has named, GREASE among them
     */
    public Optional<RegistryEntry> find(int number) {
        return Optional.ofNullable(entries.get(number));
    }

    /**
     * A number's name for people to read.
     *
     * @param number the number
     * @return its name; {@code GREASE (0x1a1a)} or {@code unknown (0x1234)} where it has none
     */
    public String nameOf(int number) {
        return find(number)
                .map(RegistryEntry::name)
                .orElseGet(() ->
                        String.format("%s (0x%0" + digits + "x)", isGrease(number) ? "GREASE" : "unknown", number));
    }

    /**
     * Whether a number is set apart as GREASE (RFC 8701) in this registry.
     *
     * @param number the number
     * @return false in registries without such numbers
     */
    public boolean isGrease(int number) {
        return switch (this) {
            case CIPHER_SUITES, EXTENSION_TYPES, SUPPORTED_GROUPS, SIGNATURE_SCHEMES -> Grease.is(number);
            case PSK_MODES -> Grease.isPskMode(number);
            case QUIC_TRANSPORT_PARAMETERS -> Grease.isTransportParameter(number);
            default -> false;
        };
    }

    /**
     * All entries.
     *
     * @return in the order of their numbers
     */
    public Collection<RegistryEntry> entries() {
        return entries.values();
    }
}
