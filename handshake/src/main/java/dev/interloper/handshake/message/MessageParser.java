package dev.interloper.handshake.message;

import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.wire.Bytes;

/**
 * Makes messages from complete bodies. Never throws for any bytes: see {@link HandshakeMessage#malformation()}. Thread-safe.
 *
 * @since 0.1
 */
public final class MessageParser {

    private MessageParser() {}

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
        return switch (type.code()) {
            case 1 -> new ClientHello(body, provenance);
            case 2 -> new ServerHello(body, provenance);
            case 11 -> new CertificateMessage(body, provenance, version.isTls13());
            case 12 -> new ServerKeyExchange(body, provenance, version);
            case 13 -> new CertificateRequest(body, provenance, version);
            case 14 -> new ServerHelloDone(body, provenance);
            case 22 -> new CertificateStatus(body, provenance);
            default -> new OpaqueMessage(type, body, provenance);
        };
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
        HandshakeMessage tls12 = parse(type, body, provenance, TlsVersion.TLS_1_2);
        if (tls12.malformation().isEmpty()) {
            return tls12;
        }
        HandshakeMessage tls11 = parse(type, body, provenance, TlsVersion.TLS_1_1);
        if (tls11.malformation().isEmpty()) {
            return tls11;
        }
        HandshakeMessage tls13 = parse(type, body, provenance, TlsVersion.TLS_1_3);
        return tls13.malformation().isEmpty() ? tls13 : tls12;
    }
}
