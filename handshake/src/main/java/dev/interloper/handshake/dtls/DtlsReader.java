package dev.interloper.handshake.dtls;

import dev.interloper.handshake.secrets.KeyLog;
import dev.interloper.handshake.stream.Direction;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads the datagrams of one conversation between two ports as DTLS 1.0 to 1.3 and tells what they hold. Never throws for any bytes.
 * Not thread-safe.
 */
public final class DtlsReader {

    /** A flood of broken datagrams is told once, not for ever. */
    private static final int MAX_PROBLEMS = 64;

    private final DtlsSink sink;
    private final ConversationKeys keys;
    private final DatagramReader client;
    private final DatagramReader server;
    private long datagrams;
    private int problems;
    private boolean sawMessage;
    private boolean finished;

    /**
     * A reader for one conversation, without keys.
     *
     * @param sink is told what is read
     * @param maxMessageBytes longest message that is put together
     * @param maxBufferedBytes memory for fragments of messages under way, both directions together
     */
    public DtlsReader(DtlsSink sink, int maxMessageBytes, int maxBufferedBytes) {
        this(sink, maxMessageBytes, maxBufferedBytes, KeyLog.empty());
    }

    /**
     * A reader for one conversation that decrypts what a key log has secrets for.
     *
     * @param sink is told what is read
     * @param maxMessageBytes longest message that is put together
     * @param maxBufferedBytes memory for fragments of messages under way, both directions together
     * @param keyLog secrets, of other conversations too
     */
    public DtlsReader(DtlsSink sink, int maxMessageBytes, int maxBufferedBytes, KeyLog keyLog) {
        this.sink = sink;
        keys = new ConversationKeys(keyLog);
        client = new DatagramReader(this, Direction.CLIENT_TO_SERVER, maxMessageBytes, maxBufferedBytes / 2);
        server = new DatagramReader(this, Direction.SERVER_TO_CLIENT, maxMessageBytes, maxBufferedBytes / 2);
    }

    /** Whether a datagram starts like one of a DTLS handshake, in either direction and in the middle of it, too. */
    public static boolean mayStart(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int preamble = CapwapPreamble.length(bytes, offset, length);
        return DtlsStart.mayStart(bytes, offset + preamble, length - preamble);
    }

    /**
     * Takes a datagram. One that is not DTLS by its first byte is passed over in silence: STUN and RTP share ports with DTLS
     * (RFC 7983).
     */
    public void receive(Direction direction, byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int preamble = CapwapPreamble.length(bytes, offset, length);
        if (length > 0 && RecordHeader.isDtls(bytes[offset + preamble] & 0xff)) {
            side(direction).receive(datagrams, bytes, offset + preamble, length - preamble);
        }
        datagrams++;
    }

    private DatagramReader side(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    /** Whether application data has begun. Further datagrams are still read: flights may be sent again. */
    public boolean isFinished() {
        return finished;
    }

    /** What the oldest message under way lacks; empty if there is none. */
    public Optional<String> unfinished(Direction direction) {
        return side(direction).unfinished();
    }

    /** Bytes of memory held, roughly. */
    public int footprint() {
        return 1_500 + client.footprint() + server.footprint();
    }

    /** Each side speaks of application data only when its own handshake is over; a silent other side was not captured. */
    void record(DtlsRecord record) {
        if (isApplicationData(record)) {
            DatagramReader other = side(record.direction().opposite());
            finished |= other.encrypts() || !other.isActive() || !sawMessage;
        }
        sink.record(record);
    }

    private boolean isApplicationData(DtlsRecord record) {
        return switch (record.contentType()) {
            case RecordHeader.APPLICATION_DATA -> record.version() != DtlsRecord.UNIFIED_VERSION || record.epoch() >= 3;
            case RecordHeader.TLS12_CID -> side(record.direction()).encryptedBefore(); // the first holds Finished
            default -> false;
        };
    }

    void repeated(DtlsMessage message) {
        sink.repeated(message);
    }

    void message(DtlsMessage message) {
        sawMessage = true;
        HelloFields.read(message.type(), message.body()).ifPresent(hello -> {
            hello.connectionIdLength().ifPresent(side(message.direction().opposite())::expectConnectionIds);
            keys.hello(message.type(), message.epoch(), hello);
        });
        sink.message(message);
    }

    Optional<EpochKeys> keys(Direction direction, int epoch) {
        return keys.of(direction, epoch);
    }

    void alert(DtlsRecord record, int level, int description) {
        sink.alert(record, level, description);
    }

    void problem(Direction direction, String reason) {
        if (problems < MAX_PROBLEMS) {
            problems++;
            sink.problem(direction, reason);
        }
    }
}
