package dev.interloper.handshake.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.MessageContext;
import dev.interloper.handshake.message.MessageParser;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;

/** A handshake message: protocol, type, version, cipher suite and certificate type, then its body. */
final class MessageTarget {

    static final Provenance NOWHERE = new Provenance(Direction.SERVER_TO_CLIENT, 0, 0, List.of(), List.of());

    private static final List<Protocol> PROTOCOLS = List.of(Protocol.TLS, Protocol.DTLS, Protocol.QUIC);

    private MessageTarget() {}

    static void accept(byte[] bytes) {
        Input input = new Input(bytes);
        Protocol protocol = PROTOCOLS.get(input.u8() % PROTOCOLS.size());
        HandshakeType type = new HandshakeType(input.u8());
        int version = input.u16();
        int suite = input.u16();
        int certificateType = input.u8();
        MessageContext context = MessageContext.of(protocol)
                .withServerCertificateType(certificateType)
                .withClientCertificateType(certificateType);
        if (version != 0) {
            context = context.withVersion(new TlsVersion(version));
        }
        if (suite != 0) {
            context = context.withCipherSuite(suite);
        }
        Bytes body = Bytes.copyOf(input.rest());
        HandshakeMessage message = MessageParser.parse(type, body, NOWHERE, context);

        Consistency.check(message);
        assertThat(message.type()).isEqualTo(type);
        assertThat(message.body()).isEqualTo(body);
        message.malformation().ifPresent(wrong -> assertThat(wrong.path()).startsWith(type.toString()));
        HandshakeMessage again = MessageParser.parse(type, message.body(), NOWHERE, context);
        assertThat(again).hasToString(message.toString());
        assertThat(again.malformation()).isEqualTo(message.malformation());
    }
}
