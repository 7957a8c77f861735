package dev.interloper.handshake;

import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.CertificateDecompressors;
import dev.interloper.handshake.message.CertificateMessage;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.CompressedCertificate;
import dev.interloper.handshake.message.Extension;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.Sslv2ClientHello;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was seen of one connection's handshake, in the order of its arrival; nothing is judged. Immutable,
 * thread-safe.
 *
 * @since 0.1
 */
public final class Handshake {

    private final Protocol protocol;
    private final Conversation conversation;
    private final List<HandshakeMessage> messages;
    private final List<HandshakeMessage> repeats;
    private final List<Alert> alerts;
    private final List<TlsRecord> clientRecords;
    private final List<TlsRecord> serverRecords;
    private final List<Segment> clientSegments;
    private final List<Segment> serverSegments;
    private final List<StreamProblem> problems;
    private final List<Upgrade> upgrades;
    private final Bytes foreignReply;
    private final CertificateDecompressors decompressors;

    Handshake(
            Protocol protocol,
            Conversation conversation,
            List<HandshakeMessage> messages,
            List<HandshakeMessage> repeats,
            List<Alert> alerts,
            List<TlsRecord> clientRecords,
            List<TlsRecord> serverRecords,
            List<Segment> clientSegments,
            List<Segment> serverSegments,
            List<StreamProblem> problems,
            List<Upgrade> upgrades,
            Bytes foreignReply,
            CertificateDecompressors decompressors) {
        this.protocol = protocol;
        this.conversation = conversation;
        this.messages = List.copyOf(messages);
        this.repeats = List.copyOf(repeats);
        this.alerts = List.copyOf(alerts);
        this.clientRecords = List.copyOf(clientRecords);
        this.serverRecords = List.copyOf(serverRecords);
        this.clientSegments = List.copyOf(clientSegments);
        this.serverSegments = List.copyOf(serverSegments);
        this.problems = List.copyOf(problems);
        this.upgrades = List.copyOf(upgrades);
        this.foreignReply = foreignReply;
        this.decompressors = decompressors;
    }

    /**
     * What carried the messages.
     *
     * @return TLS records, DTLS records or QUIC packets
     */
    public Protocol protocol() {
        return protocol;
    }

    /**
     * What TCP or UDP showed of the connection: its ends, how it was opened and closed, what was lost.
     *
     * @return the conversation
     */
    public Conversation conversation() {
        return conversation;
    }

    /**
     * The handshake messages that were readable, of both directions.
     *
     * @return in the order in which they became complete
     */
    public List<HandshakeMessage> messages() {
        return messages;
    }

    /**
     * Messages of DTLS and QUIC that were sent again, because an answer was late or lost. What TCP sends again is counted by
     * {@link Conversation#retransmissions}.
     *
     * @return each copy, in the order of arrival; the first sending is among {@link #messages()}
     */
    public List<HandshakeMessage> repeats() {
        return repeats;
    }

    /**
     * The alerts that were sent in the clear, of both directions.
     *
     * @return in the order of arrival
     */
    public List<Alert> alerts() {
        return alerts;
    }

    /**
     * The records of a direction up to the end of the handshake.
     *
     * @param direction their sender
     * @return in the order of the stream
     */
    public List<TlsRecord> records(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientRecords : serverRecords;
    }

    /**
     * The segments that brought a direction's bytes up to the end of the handshake.
     *
     * @param direction their sender
     * @return in the order of their bytes
     */
    public List<Segment> segments(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientSegments : serverSegments;
    }

    /**
     * Why some bytes could not be understood.
     *
     * @return empty if all could be
     */
    public List<StreamProblem> problems() {
        return problems;
    }

    /**
     * The HTTP CONNECT exchange before TLS, if there was one.
     *
     * @return empty where TLS began at once
     */
    public Optional<Tunnel> tunnel() {
        return upgrades.stream()
                .filter(upgrade -> upgrade.protocol() == UpgradeProtocol.HTTP_CONNECT)
                .findFirst()
                .map(Tunnel::of);
    }

    /**
     * What was spoken on the connection before TLS began: STARTTLS of a mail protocol, a tunnel through a proxy, and the like; or
     * the protocol whose packets carried TLS ({@link UpgradeProtocol#OPENVPN}).
     *
     * @return the outermost protocol first; empty where TLS began at once
     */
    public List<Upgrade> upgrades() {
        return upgrades;
    }

    /**
     * The first bytes (64 at most) of a reply that is not TLS, such as plain HTTP.
     *
     * @return empty if the server replied in TLS, or not at all
     */
    public Optional<Bytes> foreignReply() {
        return foreignReply.isEmpty() ? Optional.empty() : Optional.of(foreignReply);
    }

    /**
     * The client's hellos: two where the server asked for another one.
     *
     * @return in the order of arrival
     */
    public List<ClientHello> clientHellos() {
        return ofType(ClientHello.class).toList();
    }

    /**
     * The client's first hello.
     *
     * @return empty if it was not seen
     */
    public Optional<ClientHello> clientHello() {
        return ofType(ClientHello.class).findFirst();
    }

    /**
     * The client's first hello where it has the form of SSL 2, in which old clients offered later versions too.
     *
     * @return empty for hellos of the usual form
     */
    public Optional<Sslv2ClientHello> sslv2ClientHello() {
        return ofType(Sslv2ClientHello.class).findFirst();
    }

    /**
     * The server's hello; not a HelloRetryRequest.
     *
     * @return empty if it was not seen
     */
    public Optional<ServerHello> serverHello() {
        return ofType(ServerHello.class)
                .filter(hello -> !hello.isHelloRetryRequest())
                .findFirst();
    }

    /**
     * The server's Certificate message, decompressed if it was sent compressed (RFC 8879).
     *
     * @return empty if none was readable: none was sent, it is encrypted (TLS 1.3) and its secrets are not known, or it is
     *     compressed in a way that nobody knows
     */
    public Optional<CertificateMessage> serverCertificate() {
        return messages.stream()
                .filter(message -> message.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .map(this::certificate)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<CertificateMessage> certificate(HandshakeMessage message) {
        if (message instanceof CompressedCertificate compressed) {
            return compressed.certificate(decompressors);
        }
        return message instanceof CertificateMessage plain ? Optional.of(plain) : Optional.empty();
    }

    /**
     * The name that the client asked for (SNI), in printable form.
     *
     * @return empty if it asked for none, or its hello was not seen
     */
    public Optional<String> serverName() {
        return clientHello().flatMap(ClientHello::serverName);
    }

    /**
     * The negotiated version.
     *
     * @return empty if no ServerHello was seen
     */
    public Optional<TlsVersion> version() {
        return ofType(ServerHello.class).reduce((first, second) -> second).map(ServerHello::selectedVersion);
    }

    /**
     * Whether the server resumed an earlier session, in which case it sends no certificate: in TLS 1.3 it selected a
     * pre-shared key; before, it went from its hello straight to change_cipher_spec.
     *
     * @return true if the handshake was abbreviated
     */
    public boolean isResumed() {
        return serverHello().map(this::resumes).orElse(false);
    }

    private boolean resumes(ServerHello hello) {
        if (hello.selectedVersion().isTls13()) {
            return hello.extension(Extension.PRE_SHARED_KEY).isPresent();
        }
        boolean moreInTheClear = messages.stream()
                .filter(message -> message.provenance().direction() == Direction.SERVER_TO_CLIENT)
                .anyMatch(message -> message != hello && message.type().code() != 4);
        return !moreInTheClear
                && conversation.missingBytes(Direction.SERVER_TO_CLIENT) == 0
                && serverRecords.stream().anyMatch(record -> record.type().equals(ContentType.CHANGE_CIPHER_SPEC));
    }

    /**
     * When the connection's first packet was seen, by the capture's clock.
     *
     * @return nanoseconds since 1970-01-01T00:00:00Z; 0 if no packet is known
     */
    public long startNanos() {
        return Stream.of(
                        conversation.syn().stream(),
                        conversation.synAck().stream(),
                        clientSegments.stream().map(Segment::packet),
                        serverSegments.stream().map(Segment::packet))
                .flatMap(packets -> packets)
                .mapToLong(PacketRef::arrivalNanos)
                .min()
                .orElse(0);
    }

    private <T extends HandshakeMessage> Stream<T> ofType(Class<T> type) {
        return messages.stream().filter(type::isInstance).map(type::cast);
    }

    /** The ends, the name asked for and the messages: {@code … www.example.org: ClientHello ServerHello …}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(conversation.toString());
        serverName().ifPresent(name -> text.append(' ').append(name));
        text.append(':');
        messages.forEach(message -> text.append(' ').append(message.type()));
        return text.toString();
    }
}
