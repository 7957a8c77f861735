package dev.interloper.handshake.dtls;

import dev.interloper.handshake.stream.Direction;
import java.util.Optional;

/** Cuts one direction's datagrams into records. */
final class DatagramReader {

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int ALERT_LENGTH = 2;

    /** The epoch of DTLS 1.3 that comes before the handshake's keys. */
    private static final int EARLY_DATA = 1;

    private final DtlsReader reader;
    private final Direction direction;
    private final Defragmenter messages;
    private final RecordHeader header = new RecordHeader();
    private int connectionIdLength = RecordHeader.UNKNOWN;
    private int records;
    private int epoch;
    private boolean encrypts;
    private boolean encryptedBefore;

    DatagramReader(DtlsReader reader, Direction direction, int maxMessageBytes, int maxBufferedBytes) {
        this.reader = reader;
        this.direction = direction;
        this.messages = new Defragmenter(reader, direction, maxMessageBytes, maxBufferedBytes);
    }

    /** Takes a datagram. What is malformed ends it; the next one starts anew. */
    void receive(long datagram, byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            String problem = header.read(bytes, at, end, connectionIdLength, epoch);
            if (!problem.isEmpty()) {
                reader.problem(direction, problem);
                return;
            }
            int body = at + header.headerLength;
            boolean wellFormed = header.isEncrypted()
                    ? encrypted(datagram, at - offset, bytes, at)
                    : contents(record(datagram, at - offset, false), bytes, body, header.length);
            if (!wellFormed) {
                return;
            }
            at = body + header.length;
        }
    }

    private boolean encrypted(long datagram, int offset, byte[] bytes, int at) {
        Optional<EpochKeys> keys = reader.keys(direction, header.epoch);
        byte[] plain = new byte[keys.isPresent() ? header.length : 0];
        int length = keys.map(opener -> opener.open(header, bytes, at, plain)).orElse(-1);
        if (keys.isEmpty() || length >= 0) { // else perhaps forged
            epoch = Math.max(epoch, header.epoch);
        }
        DtlsRecord record = record(datagram, offset, length >= 0);
        return length < 0 || contents(record, plain, 0, length);
    }

    private DtlsRecord record(long datagram, int offset, boolean decrypted) {
        boolean encrypted = header.isEncrypted();
        encryptedBefore = encrypts;
        encrypts |= encrypted && !(header.unified && header.epoch == EARLY_DATA);
        DtlsRecord record = new DtlsRecord(
                direction,
                records++,
                datagram,
                offset,
                header.headerLength,
                header.length,
                header.contentType,
                header.version,
                header.epoch,
                header.sequence,
                encrypted,
                decrypted);
        reader.record(record);
        return record;
    }

    private boolean contents(DtlsRecord record, byte[] bytes, int at, int length) {
        return switch (record.contentType()) {
            case ALERT -> alert(record, bytes, at, length);
            case HANDSHAKE -> messages.record(record, bytes, at, length);
            default -> true;
        };
    }

    private boolean alert(DtlsRecord record, byte[] bytes, int at, int length) {
        if (length != ALERT_LENGTH) {
            reader.problem(direction, "an alert of " + length + " bytes");
            return false;
        }
        reader.alert(record, bytes[at] & 0xff, bytes[at + 1] & 0xff);
        return true;
    }

    /** The other direction's hello said how long the connection ids are that it wants to see here. */
    void expectConnectionIds(int length) {
        connectionIdLength = length;
    }

    /** Whether a record was seen that is encrypted. */
    boolean encrypts() {
        return encrypts;
    }

    /** Whether there was one before the last record. */
    boolean encryptedBefore() {
        return encryptedBefore;
    }

    /** Whether any record was seen. */
    boolean isActive() {
        return records > 0;
    }

    Optional<String> unfinished() {
        return messages.unfinished();
    }

    int footprint() {
        return messages.footprint();
    }
}
