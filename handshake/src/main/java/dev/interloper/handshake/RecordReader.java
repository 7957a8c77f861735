package dev.interloper.handshake;

import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts one direction's bytes into TLS records (RFC 8446 section 5.1) and hands what they hold to the {@link MessageAssembler}.
 * After a hole that swallowed a record's header it waits for a segment that starts with one.
 */
final class RecordReader {

    /** RFC 5246 section 6.2.3 allows 2^14 + 2,048 bytes of ciphertext in a record. */
    private static final int MAX_RECORD_LENGTH = (1 << 14) + 2048;

    private final DirectionReader owner;
    private final Direction direction;
    private final int maxRecords;
    private final MessageAssembler messages;
    private final List<TlsRecord> records = new ArrayList<>(4);
    private final byte[] header = new byte[TlsRecord.HEADER_LENGTH];
    private int headerFill;
    private int bodyRemaining;
    private boolean skipBody;
    private boolean outOfStep;
    private boolean cipherSpecChanged;
    private long position;

    RecordReader(DirectionReader owner, Direction direction, Limits limits) {
        this.owner = owner;
        this.direction = direction;
        this.maxRecords = limits.maxRecords();
        this.messages = new MessageAssembler(owner, limits.maxMessageBytes());
    }

    static boolean isContentType(byte first) {
        return first >= 20 && first <= 23;
    }

    /** Takes the next bytes; false if they, and all before, belong to no record. */
    boolean read(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (outOfStep && !findStep(bytes, at, end)) {
            position += length;
            return !records.isEmpty();
        }
        while (at < end && owner.readsRecords() && !outOfStep) {
            if (bodyRemaining == 0 && headerFill < header.length) {
                header[headerFill++] = bytes[at++];
                position++;
                if (headerFill == header.length) {
                    beginRecord();
                }
            } else {
                int taken = Math.min(bodyRemaining, end - at);
                body(bytes, at, taken);
                at += taken;
                position += taken;
                bodyRemaining -= taken;
                if (bodyRemaining == 0) {
                    headerFill = 0;
                }
            }
        }
        if (outOfStep) {
            position += end - at;
        }
        return true;
    }

    /** Does this segment start with a header? */
    private boolean findStep(byte[] bytes, int at, int end) {
        if (end - at < header.length || !isContentType(bytes[at]) || bytes[at + 1] != 3 || (bytes[at + 2] & 0xff) > 4) {
            return false;
        }
        int length = (bytes[at + 3] & 0xff) << 8 | (bytes[at + 4] & 0xff);
        outOfStep = length == 0 || length > MAX_RECORD_LENGTH;
        return !outOfStep;
    }

    private void beginRecord() {
        int type = header[0] & 0xff;
        int version = (header[1] & 0xff) << 8 | (header[2] & 0xff);
        int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
        if (type < 20 || type > 24 || !isPlausible(version) || length > MAX_RECORD_LENGTH) {
            implausibleHeader();
            return;
        }
        if (records.size() == maxRecords) {
            owner.stop(
                    StreamProblem.Kind.LIMIT,
                    position,
                    "more than " + maxRecords + " records without an end of the handshake");
            return;
        }
        ContentType contentType = ContentType.of(type);
        begin(new TlsRecord(
                direction,
                records.size(),
                contentType,
                new TlsVersion(version),
                position - header.length,
                length,
                isEncrypted(contentType)));
    }

    private void begin(TlsRecord record) {
        records.add(record);
        bodyRemaining = record.length();
        skipBody = record.encrypted();
        if (messages.isUnderWay() && !continuesMessage(record)) {
            messages.abandon(StreamProblem.Kind.MALFORMED, "is interrupted by a record of type " + record.type());
        }
        if (record.length() == 0) {
            headerFill = 0;
            if (record.type().equals(ContentType.HANDSHAKE) && !record.encrypted()) {
                owner.problem(StreamProblem.Kind.MALFORMED, record.offset(), "a handshake record without contents");
            }
        }
        owner.recordBegins(record);
    }

    private void implausibleHeader() {
        if (!records.isEmpty()) {
            owner.stop(
                    StreamProblem.Kind.MALFORMED,
                    position - header.length,
                    String.format(
                            "record header: expected a type 20–24, a version 0x03.. and a length up to %d, found %s",
                            MAX_RECORD_LENGTH, Bytes.copyOf(header).hex()));
        } else if (owner.startedInTheMiddle()) {
            outOfStep = true;
            headerFill = 0;
        } else {
            owner.foreign();
        }
    }

    private boolean continuesMessage(TlsRecord record) {
        return record.type().equals(ContentType.HANDSHAKE)
                && !record.encrypted()
                && records.get(record.index() - 1).type().equals(ContentType.HANDSHAKE);
    }

    private static boolean isPlausible(int version) {
        return (version >> 8 == 3 && (version & 0xff) <= 4) || version >> 8 == 0x7f;
    }

    /** TLS 1.3's change_cipher_spec is there for old middleboxes and changes nothing (RFC 8446 section 5). */
    private boolean isEncrypted(ContentType type) {
        if (type.equals(ContentType.CHANGE_CIPHER_SPEC)) {
            return false;
        }
        return type.equals(ContentType.APPLICATION_DATA) || (cipherSpecChanged && !owner.isTls13());
    }

    private void body(byte[] bytes, int at, int length) {
        if (skipBody) {
            return;
        }
        TlsRecord record = records.get(records.size() - 1);
        switch (record.type().code()) {
            case 20 -> cipherSpecChanged = true;
            case 21 -> messages.alert(bytes, at, length, position, record.index());
            case 22 -> skipBody = !messages.fragment(bytes, at, length, position, record.index());
            default -> {}
        }
    }

    /** Bytes that start nothing: a later segment may start a record. */
    void loseStep() {
        outOfStep = true;
        bodyRemaining = 0;
        headerFill = 0;
        messages.expectTail();
    }

    /** The next bytes will never come. A hole within a record's body does not lose the step. */
    void missing(long length) {
        owner.problem(StreamProblem.Kind.MISSING_BYTES, position, length + " bytes are missing in the capture");
        if (messages.isUnderWay()) {
            messages.abandon(StreamProblem.Kind.MISSING_BYTES, "lacks bytes");
        }
        position += length;
        if (bodyRemaining == 0 || length > bodyRemaining) {
            loseStep();
            return;
        }
        messages.expectTail();
        bodyRemaining -= (int) length;
        skipBody = true;
        if (bodyRemaining == 0) {
            headerFill = 0;
        }
    }

    /** Passes over bytes that came before TLS. */
    void skip(int length) {
        position += length;
    }

    /** Says what is still under way. */
    void reportUnfinished(List<StreamProblem> into) {
        String message = messages.unfinished();
        if (message != null) {
            into.add(new StreamProblem(StreamProblem.Kind.NEEDS_MORE, direction, messages.offset(), message));
        } else if (messages.isUnderWay() || (headerFill > 0 && headerFill < header.length)) {
            into.add(new StreamProblem(
                    StreamProblem.Kind.NEEDS_MORE, direction, position, "the bytes end within a header"));
        }
    }

    long position() {
        return position;
    }

    boolean isCipherSpecChanged() {
        return cipherSpecChanged;
    }

    List<TlsRecord> records() {
        return records;
    }

    void release() {
        messages.release();
    }

    int footprint() {
        return messages.footprint() + 64 * records.size();
    }
}
