package dev.interloper.handshake.extension;

import static java.util.Map.entry;

import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what extensions hold. Never throws for any bytes: see {@link ExtensionBody#malformation()}. Thread-safe.
 *
 * <p>The form of an extension depends on the message that it is in. For a HelloRetryRequest, which TLS 1.3 writes as a
 * ServerHello, that message is {@link HandshakeType#HELLO_RETRY_REQUEST}.
 *
 * @since 0.1
 */
public final class ExtensionDecoder {

    /** One line for each number that is decoded. */
    private static final Map<Integer, Reader> READERS = Map.ofEntries(
            entry(0, ServerName::new),
            entry(1, MaxFragmentLength::new),
            entry(2, ExtensionFlag::new),
            entry(3, TrustedCaKeys::new),
            entry(4, ExtensionFlag::new),
            entry(5, StatusRequest::new),
            entry(6, UserMapping::new),
            entry(7, AuthorizationFormats::new),
            entry(8, AuthorizationFormats::new),
            entry(9, CertificateTypes::new),
            entry(10, SupportedGroups::new),
            entry(11, EcPointFormats::new),
            entry(12, SrpIdentity::new),
            entry(13, SignatureAlgorithms::new),
            entry(14, UseSrtp::new),
            entry(15, Heartbeat::new),
            entry(16, ApplicationProtocols::new),
            entry(17, StatusRequestV2::new),
            entry(18, SignedCertificateTimestamps::new),
            entry(19, CertificateTypes::new),
            entry(20, CertificateTypes::new),
            entry(21, Padding::new),
            entry(22, ExtensionFlag::new),
            entry(23, ExtensionFlag::new),
            entry(24, TokenBinding::new),
            entry(25, CachedInfo::new),
            entry(26, ExtensionFlag::new),
            entry(27, CompressCertificate::new),
            entry(28, RecordSizeLimit::new),
            entry(29, PasswordName::new),
            entry(30, PasswordName::new),
            entry(31, PasswordSalt::new),
            entry(32, TicketPinning::new),
            entry(33, ExtensionFlag::new),
            entry(34, DelegatedCredential::new),
            entry(35, SessionTicket::new),
            entry(39, EktCiphers::new),
            entry(40, KeyShare::new),
            entry(41, PreSharedKey::new),
            entry(42, EarlyData::new),
            entry(43, SupportedVersions::new),
            entry(44, Cookie::new),
            entry(45, PskKeyExchangeModes::new),
            entry(46, EarlyData::new),
            entry(47, CertificateAuthorities::new),
            entry(48, OidFilters::new),
            entry(49, ExtensionFlag::new),
            entry(50, SignatureAlgorithms::new),
            entry(51, KeyShare::new),
            entry(52, TransparencyInfo::new),
            entry(53, ConnectionId::new),
            entry(54, ConnectionId::new),
            entry(55, ExternalIdHash::new),
            entry(56, ExternalSessionId::new),
            entry(57, QuicTransportParameters::new),
            entry(58, TicketRequest::new),
            entry(59, DnssecChain::new),
            entry(61, ExtensionFlag::new),
            entry(62, TlsFlags::new),
            entry(13172, NextProtocolNegotiation::new),
            entry(17513, ApplicationSettings::new),
            entry(17613, ApplicationSettings::new),
            entry(30031, ExtensionFlag::new),
            entry(30032, ExtensionFlag::new),
            entry(64768, EchOuterExtensions::new),
            entry(65037, EncryptedClientHello::new),
            entry(65281, RenegotiationInfo::new),
            entry(65445, QuicTransportParameters::new),
            entry(65486, EncryptedServerName::new));

    private ExtensionDecoder() {}

    private interface Reader {
        ExtensionBody read(Extension extension, HandshakeType in);
    }

    /**
     * Reads one extension.
     *
     * @param extension the extension
     * @param in the message that it is in
     * @return what it holds; an {@link UnknownExtension} for numbers that are not decoded, GREASE among them
     */
    public static ExtensionBody decode(Extension extension, HandshakeType in) {
        return READERS.getOrDefault(extension.type(), UnknownExtension::new).read(extension, in);
    }

    /**
     * Reads all extensions of a message.
     *
     * @param extensions the extensions
     * @param in the message that they are in
     * @return what they hold, in the same order
     */
    public static List<ExtensionBody> decodeAll(List<Extension> extensions, HandshakeType in) {
        return extensions.stream().map(extension -> decode(extension, in)).toList();
    }

    /**
     * Reads the first extension of a kind.
     *
     * @param extensions a message's extensions
     * @param in the message that they are in
     * @param type its number
     * @param kind the class of what it holds
     * @param <T> the class of what it holds
     * @return empty where there is none of that number, or it holds something else
     */
    public static <T extends ExtensionBody> Optional<T> find(
            List<Extension> extensions, HandshakeType in, int type, Class<T> kind) {
        return extensions.stream()
                .filter(extension -> extension.type() == type)
                .findFirst()
                .map(extension -> decode(extension, in))
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /**
     * Whether a number is decoded.
     *
     * @param type the number
     * @return false for numbers that are kept raw
     */
    public static boolean decodes(int type) {
        return READERS.containsKey(type);
    }
}
