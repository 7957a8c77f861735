package dev.interloper.handshake.message;

import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;

/**
 * Makes messages from complete bodies. Never throws for any bytes: see {@link HandshakeMessage#malformation()}. Thread-safe.
 *
 * @since 0.1
 */
public final class MessageParser {

    private static final int RAW_PUBLIC_KEY = 2;

    /** The forms to try where the version is not known, the likeliest first. */
    private static final List<TlsVersion> FORMS = List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_1, TlsVersion.TLS_1_3);

    private MessageParser() {}

    /**
     * Reads one message of a connection of which something is known. Where the version is not known and the message's form
     * depends on it, the first of the forms of TLS 1.2, TLS 1.1 and TLS 1.3 that the body fits is taken, or that of TLS 1.2 where
     * none fits, and {@link HandshakeMessage#assumedVersion()} tells which.
     *
     * @param type its type
     * @param body its body, without the handshake header
     * @param provenance where it came from
     * @param context what is known of the connection
     * @return the message
     */
    public static HandshakeMessage parse(
            HandshakeType type, Bytes body, Provenance provenance, MessageContext context) {
        if (context.version().isPresent()) {
            return parse(type, body, provenance, context, context.version().get());
        }
        if (!Forms.dependOnVersion(type.code())) {
            return parse(type, body, provenance, context, TlsVersion.TLS_1_2);
        }
        for (TlsVersion form : FORMS) {
            HandshakeMessage message = parse(type, body, provenance, context, form);
            if (message.malformation().isEmpty()) {
                return message.assuming(form);
            }
        }
        return parse(type, body, provenance, context, TlsVersion.TLS_1_2).assuming(TlsVersion.TLS_1_2);
    }

    /**
     * Reads one message of a connection whose version is known.
     *
     * @param type its type
     * @param body its body, without the 4-byte header
     * @param provenance where it came from
     * @param version the version that the connection negotiated, on which the form of some messages depends
     * @return the message
     */
    public static HandshakeMessage parse(HandshakeType type, Bytes body, Provenance provenance, TlsVersion version) {
        return parse(type, body, provenance, MessageContext.of(Protocol.TLS).withVersion(version));
    }

    /**
     * Reads one message of a connection whose ServerHello was not seen, in the first of the forms of TLS 1.2, TLS 1.1 and
     * TLS 1.3 that its body fits.
     *
     * @param type its type
     * @param body its body, without the 4-byte header
     * @param provenance where it came from
     * @return the message; as TLS 1.2 has it where no form fits
     */
    public static HandshakeMessage parse(HandshakeType type, Bytes body, Provenance provenance) {
        return parse(type, body, provenance, MessageContext.of(Protocol.TLS));
    }

    private static HandshakeMessage parse(
            HandshakeType type, Bytes body, Provenance provenance, MessageContext context, TlsVersion version) {
        return switch (type.code()) {
            case 0 -> new HelloRequest(body, provenance);
            case 1 -> clientHello(body, provenance, context);
            case 2 -> new ServerHello(body, provenance);
            case 3 -> new HelloVerifyRequest(body, provenance);
            case 4 -> new NewSessionTicket(body, provenance, version);
            case 5 -> new EndOfEarlyData(body, provenance);
            case 6 -> new HelloRetryRequest(body, provenance);
            case 8 -> new EncryptedExtensions(body, provenance);
            case 9 -> new RequestConnectionId(body, provenance);
            case 10 -> new NewConnectionId(body, provenance);
            case 11 -> certificate(body, provenance, context, version);
            case 12 -> new ServerKeyExchange(body, provenance, version, context.keyExchange());
            case 13, 17 -> new CertificateRequest(type, body, provenance, version);
            case 14 -> new ServerHelloDone(body, provenance);
            case 15 -> new CertificateVerify(body, provenance, version);
            case 16 -> new ClientKeyExchange(body, provenance, version, context.keyExchange());
            case 20 -> new Finished(body, provenance);
            case 21 -> new CertificateUrl(body, provenance);
            case 22 -> new CertificateStatus(body, provenance);
            case 23 -> new SupplementalData(body, provenance);
            case 24 -> new KeyUpdate(body, provenance);
            case 25 -> new CompressedCertificate(body, provenance);
            case 26 -> new EktKey(body, provenance);
            case 67 -> new NextProtocol(body, provenance);
            default -> new OpaqueMessage(type, body, provenance);
        };
    }

    /** A hello of DTLS has a cookie more. */
    private static HandshakeMessage clientHello(Bytes body, Provenance provenance, MessageContext context) {
        return new ClientHello(body, provenance, context.protocol() == Protocol.DTLS);
    }

    private static HandshakeMessage certificate(
            Bytes body, Provenance provenance, MessageContext context, TlsVersion version) {
        boolean tls13 = Forms.isTls13(version);
        int kind = provenance.direction() == Direction.CLIENT_TO_SERVER
                ? context.clientCertificateType()
                : context.serverCertificateType();
        return kind == RAW_PUBLIC_KEY && !tls13
                ? new RawPublicKeyMessage(body, provenance)
                : new CertificateMessage(body, provenance, tls13);
    }
}
