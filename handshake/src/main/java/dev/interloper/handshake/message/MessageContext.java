package dev.interloper.handshake.message;

import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a connection when one of its messages is read: the form of some messages depends on it. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class MessageContext {

    private static final int X509 = 0;

    private final Protocol protocol;
    private final @Nullable TlsVersion version;
    private final int cipherSuite;
    private final int serverCertificateType;
    private final int clientCertificateType;

    private MessageContext(
            Protocol protocol,
            @Nullable TlsVersion version,
            int cipherSuite,
            int serverCertificateType,
            int clientCertificateType) {
        this.protocol = protocol;
        this.version = version;
        this.cipherSuite = cipherSuite;
        this.serverCertificateType = serverCertificateType;
        this.clientCertificateType = clientCertificateType;
    }

    /**
     * A connection of which nothing is known yet: no version, no cipher suite, certificates of X.509.
     *
     * @param protocol what carries the messages
     * @return the context
     */
    public static MessageContext of(Protocol protocol) {
        return new MessageContext(protocol, null, -1, X509, X509);
    }

    /**
     * The same with a negotiated version.
     *
     * @param negotiated the version
     * @return a new context
     */
    public MessageContext withVersion(TlsVersion negotiated) {
        return new MessageContext(protocol, negotiated, cipherSuite, serverCertificateType, clientCertificateType);
    }

    /**
     * The same with a negotiated cipher suite.
     *
     * @param negotiated its 16-bit number
     * @return a new context
     */
    public MessageContext withCipherSuite(int negotiated) {
        return new MessageContext(protocol, version, negotiated, serverCertificateType, clientCertificateType);
    }

    /**
     * The same with a kind of certificate agreed on for the server (RFC 7250).
     *
     * @param negotiated its number: 0 is X.509, 2 a raw public key
     * @return a new context
     */
    public MessageContext withServerCertificateType(int negotiated) {
        return new MessageContext(protocol, version, cipherSuite, negotiated, clientCertificateType);
    }

    /**
     * The same with a kind of certificate agreed on for the client (RFC 7250).
     *
     * @param negotiated its number: 0 is X.509, 2 a raw public key
     * @return a new context
     */
    public MessageContext withClientCertificateType(int negotiated) {
        return new MessageContext(protocol, version, cipherSuite, serverCertificateType, negotiated);
    }

    /**
     * What carries the messages.
     *
     * @return the protocol
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * The negotiated version.
     *
     * @return empty where it is not known
     */
    public Optional<TlsVersion> version() {
        return Optional.ofNullable(version);
    }

    /**
     * The negotiated cipher suite.
     *
     * @return its 16-bit number; empty where it is not known
     */
    public OptionalInt cipherSuite() {
        return cipherSuite < 0 ? OptionalInt.empty() : OptionalInt.of(cipherSuite);
    }

    /**
     * The kind of the server's certificate.
     *
     * @return its number in the IANA "TLS Certificate Types" registry
     */
    public int serverCertificateType() {
        return serverCertificateType;
    }

    /**
     * The kind of the client's certificate.
     *
     * @return its number in the IANA "TLS Certificate Types" registry
     */
    public int clientCertificateType() {
        return clientCertificateType;
    }

    KeyExchange keyExchange() {
        return cipherSuite < 0 ? KeyExchange.UNKNOWN : KeyExchange.of(cipherSuite);
    }
}
