package dev.interloper.handshake;

import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.message.ServerHelloDone;
import dev.interloper.handshake.message.Sslv2ClientHello;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.List;
import java.util.Optional;

/**
 * A handshake that only looks like TLS so that media relays on port 443 pass firewalls: the hello is one that the relay's
 * protocol prescribes, and so is the answer, behind which STUN or TURN follows in the clear. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class PseudoTls {

    /** Whose pseudo-TLS it is. */
    public enum Dialect {
        /** [MS-TURN] section 2.1.1. */
        MICROSOFT,
        /** The "ssltcp" candidates of WebRTC. */
        GOOGLE
    }

    /** What the server said. */
    public enum Reply {
        /** Nothing that was seen. */
        NONE,
        /** Exactly what the dialect prescribes; random value and session id are free in Microsoft's. */
        EXACT,
        /** An alert: whoever replied took the hello for TLS. */
        ALERT,
        /** Other messages, or the right ones packed otherwise, which clients refuse. */
        OTHER
    }

    private static final int MICROSOFT_SUITE = 0x0018;
    private static final int MICROSOFT_HELLO_BODY = 41;
    private static final int MICROSOFT_REPLY_RECORD = 78;
    private static final int SESSION_ID = 32;
    private static final Bytes MICROSOFT_RANDOM =
            Bytes.ofHex("c1fcd5a36d93dd7e0b45673fec7985fbbc3fd660c2ce8485081b8121bcaa10fb");
    private static final List<Integer> GOOGLE_SPECS = List.of(
            0x010080, 0x030080, 0x0700c0, 0x060040, 0x020080, 0x040080, 0x000004, 0x00feff, 0x00000a, 0x00fefe,
            0x000009, 0x000064, 0x000062, 0x000003, 0x000006);
    private static final Bytes GOOGLE_CHALLENGE = Bytes.ofHex("1f170ca62f0078fc46552eb18339f1ea");
    private static final int GOOGLE_REPLY_RECORD = 74;
    private static final Bytes GOOGLE_REPLY =
            Bytes.ofHex("0301428545a727a95da0b3c5e753da482b3fc65aca89c15852a1783c5b174600853f"
                    + "200ed306725b5b1b5f15ac13f988539d9be83d7b0c30326e384da27557416c345c000400");

    private final Dialect dialect;
    private final boolean usualRandom;
    private final Reply reply;

    private PseudoTls(Dialect dialect, boolean usualRandom, Reply reply) {
        this.dialect = dialect;
        this.usualRandom = usualRandom;
        this.reply = reply;
    }

    /**
     * What a handshake shows of it.
     *
     * @param handshake what was seen of a connection
     * @return empty if its first hello is not a prescribed one
     */
    public static Optional<PseudoTls> of(Handshake handshake) {
        return of(handshake.messages(), handshake.alerts());
    }

    static Optional<PseudoTls> of(List<HandshakeMessage> messages, List<Alert> alerts) {
        List<HandshakeMessage> client = from(messages, Direction.CLIENT_TO_SERVER);
        if (client.isEmpty()) {
            return Optional.empty();
        }
        List<HandshakeMessage> server = from(messages, Direction.SERVER_TO_CLIENT);
        HandshakeMessage hello = client.get(0);
        if (hello instanceof ClientHello modern && isMicrosoft(modern)) {
            boolean usual = modern.random().equals(MICROSOFT_RANDOM);
            return Optional.of(
                    new PseudoTls(Dialect.MICROSOFT, usual, reply(server, alerts, isMicrosoftReply(server))));
        }
        if (hello instanceof Sslv2ClientHello old && isGoogle(old)) {
            boolean usual = old.challenge().equals(GOOGLE_CHALLENGE);
            return Optional.of(new PseudoTls(Dialect.GOOGLE, usual, reply(server, alerts, isGoogleReply(server))));
        }
        return Optional.empty();
    }

    private static List<HandshakeMessage> from(List<HandshakeMessage> messages, Direction direction) {
        return messages.stream()
                .filter(message -> message.provenance().direction() == direction)
                .toList();
    }

    private static Reply reply(List<HandshakeMessage> server, List<Alert> alerts, boolean exact) {
        boolean alert = alerts.stream().anyMatch(sent -> sent.provenance().direction() == Direction.SERVER_TO_CLIENT);
        if (server.isEmpty()) {
            return alert ? Reply.ALERT : Reply.NONE;
        }
        return exact && !alert ? Reply.EXACT : Reply.OTHER;
    }

    private static boolean isMicrosoft(ClientHello hello) {
        return hello.malformation().isEmpty()
                && hello.body().length() == MICROSOFT_HELLO_BODY
                && hello.legacyVersion().equals(TlsVersion.TLS_1_0)
                && hello.sessionId().isEmpty()
                && hello.cipherSuites().equals(List.of(MICROSOFT_SUITE))
                && !hello.hasExtensions();
    }

    private static boolean isMicrosoftReply(List<HandshakeMessage> server) {
        return server.size() == 2
                && server.get(0) instanceof ServerHello hello
                && server.get(1) instanceof ServerHelloDone done
                && hello.malformation().isEmpty()
                && done.body().isEmpty()
                && hello.legacyVersion().equals(TlsVersion.TLS_1_0)
                && hello.sessionId().length() == SESSION_ID
                && hello.cipherSuite() == MICROSOFT_SUITE
                && hello.compressionMethod() == 0
                && isAlone(hello, MICROSOFT_REPLY_RECORD)
                && sameRecord(hello, done);
    }

    private static boolean sameRecord(HandshakeMessage one, HandshakeMessage other) {
        return one.provenance().records().equals(other.provenance().records());
    }

    private static boolean isGoogle(Sslv2ClientHello hello) {
        return hello.malformation().isEmpty()
                && hello.version().equals(TlsVersion.TLS_1_0)
                && hello.sessionId().isEmpty()
                && hello.challenge().length() == GOOGLE_CHALLENGE.length()
                && hello.cipherSpecs().equals(GOOGLE_SPECS);
    }

    private static boolean isGoogleReply(List<HandshakeMessage> server) {
        return server.size() == 1
                && server.get(0).body().equals(GOOGLE_REPLY)
                && isAlone(server.get(0), GOOGLE_REPLY_RECORD);
    }

    /** Whether the message is at the start of the direction, in one record of TLS 1.0 of a certain length. */
    private static boolean isAlone(HandshakeMessage message, int recordLength) {
        List<TlsRecord> records = message.provenance().records();
        return records.size() == 1
                && records.get(0).index() == 0
                && records.get(0).length() == recordLength
                && records.get(0).version().equals(TlsVersion.TLS_1_0);
    }

    /**
     * Whose it is.
     *
     * @return the dialect of the client's hello
     */
    public Dialect dialect() {
        return dialect;
    }

    /**
     * Whether the hello's random value is the one that well-known implementations have built in; the rules leave it free.
     *
     * @return false for another value
     */
    public boolean hasUsualRandom() {
        return usualRandom;
    }

    /**
     * What the server said.
     *
     * @return whether it is what the dialect prescribes
     */
    public Reply reply() {
        return reply;
    }

    /** {@code pseudo-TLS (MICROSOFT), reply EXACT}. */
    @Override
    public String toString() {
        return "pseudo-TLS (" + dialect + "), reply " + reply;
    }
}
