package dev.interloper.handshake;

import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One direction's bytes → preamble → records → messages. A state machine that takes bytes in any portions; it holds at most the
 * record header and the message that are under way.
 */
final class DirectionReader {

    /** How a direction's bytes are being read. */
    enum Phase {
        /** Nothing decided yet: TLS, an HTTP preamble, or neither. */
        START,
        /** TLS records. */
        TLS,
        /** Not TLS. */
        FOREIGN,
        /** No longer read. */
        STOPPED
    }

    /** RFC 5246 section 6.2.3 allows 2^14 + 2,048 bytes of ciphertext in a record. */
    private static final int MAX_RECORD_LENGTH = (1 << 14) + 2048;

    /** Segments without a record's start before what has no known beginning is taken for something else. */
    private static final int PATIENCE = 32;

    private static final int MESSAGE_HEADER_LENGTH = 4;
    private static final int FIRST_BYTES = 64;
    private static final int INITIAL_BUFFER = 512;

    private final Direction direction;
    private final HandshakeReader handshake;
    private final Limits limits;
    private final HttpPreamble preamble;

    private Phase phase = Phase.START;
    private long position;
    private final List<Segment> segments = new ArrayList<>(4);
    private final List<TlsRecord> records = new ArrayList<>(4);
    private final List<StreamProblem> problems = new ArrayList<>(0);
    private byte[] firstBytes = new byte[0];
    private byte[] pre = new byte[0];

    private final byte[] header = new byte[TlsRecord.HEADER_LENGTH];
    private int headerFill;
    private int bodyRemaining;
    private boolean skipBody;
    private boolean afterHole;
    private boolean outOfStep;

    private byte[] message = new byte[0];
    private int messageFill;
    private long messageOffset;
    private int messageFirstRecord;

    private boolean cipherSpecChanged;
    private boolean midStream;

    DirectionReader(Direction direction, HandshakeReader handshake, Limits limits) {
        this.direction = direction;
        this.handshake = handshake;
        this.limits = limits;
        this.preamble = direction == Direction.CLIENT_TO_SERVER ? HttpPreamble.ofRequests() : HttpPreamble.ofReplies();
    }

    void receive(Segment segment, byte[] bytes, int offset, int length) {
        if (phase == Phase.STOPPED || phase == Phase.FOREIGN) {
            rememberFirst(bytes, offset, length);
            return;
        }
        if (segments.size() == limits.maxSegments()) {
            stop(
                    StreamProblem.Kind.LIMIT,
                    "more than " + limits.maxSegments() + " segments without an end of the handshake");
            return;
        }
        segments.add(segment);
        rememberFirst(bytes, offset, length);
        if (phase == Phase.START) {
            start(bytes, offset, length);
        } else {
            tls(bytes, offset, length);
        }
    }

    private void rememberFirst(byte[] bytes, int offset, int length) {
        if (firstBytes.length < FIRST_BYTES) {
            int taken = Math.min(length, FIRST_BYTES - firstBytes.length);
            int have = firstBytes.length;
            firstBytes = Arrays.copyOf(firstBytes, have + taken);
            System.arraycopy(bytes, offset, firstBytes, have, taken);
        }
    }

    private void start(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return;
        }
        if (pre.length == 0 && isTlsContentType(bytes[offset])) {
            phase = Phase.TLS;
            tls(bytes, offset, length);
            return;
        }
        if (pre.length == 0 && !mayStartPreamble(bytes, offset, length)) {
            if (midStream) {
                loseStep(bytes, offset, length);
            } else {
                foreign();
            }
            return;
        }
        if (pre.length + length > limits.maxPreambleBytes()) {
            stop(StreamProblem.Kind.LIMIT, "more than " + limits.maxPreambleBytes() + " bytes of HTTP before TLS");
            return;
        }
        int have = pre.length;
        pre = Arrays.copyOf(pre, have + length);
        System.arraycopy(bytes, offset, pre, have, length);
        continuePreamble();
    }

    /** Bytes that start nothing, of a connection whose start was not captured: a later segment may start a record. */
    private void loseStep(byte[] bytes, int offset, int length) {
        phase = Phase.TLS;
        outOfStep = true;
        afterHole = true;
        tls(bytes, offset, length);
    }

    void startsInTheMiddle() {
        midStream = true;
    }

    boolean isCipherSpecChanged() {
        return cipherSpecChanged;
    }

    private boolean mayStartPreamble(byte[] bytes, int offset, int length) {
        return preamble.mayStart(bytes, offset, offset + length)
                && (direction == Direction.CLIENT_TO_SERVER || handshake.sawTunnelRequest());
    }

    private void continuePreamble() {
        switch (preamble.scan(pre, pre.length)) {
            case FOREIGN -> foreign();
            case NEEDS_MORE -> {}
            case ENDED -> {
                if (preamble.consumed() == pre.length) {
                    return; // the whole of it, so far: the next bytes may be TLS or another attempt
                }
                byte[] rest = Arrays.copyOfRange(pre, preamble.consumed(), pre.length);
                position += preamble.consumed();
                pre = new byte[0];
                if (isTlsContentType(rest[0])) {
                    phase = Phase.TLS;
                    tls(rest, 0, rest.length);
                } else {
                    foreign();
                }
            }
        }
    }

    private static boolean isTlsContentType(byte first) {
        return first >= 20 && first <= 23;
    }

    private void foreign() {
        phase = Phase.FOREIGN;
        pre = new byte[0];
        handshake.foreign(direction);
    }

    private void tls(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (outOfStep && !findStep(bytes, at, end)) {
            position += length;
            if (records.isEmpty() && segments.size() >= PATIENCE) {
                foreign();
            }
            return;
        }
        while (at < end && phase == Phase.TLS && !outOfStep) {
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
    }

    /** After a hole that swallowed a record's header: does this segment start with a header? */
    private boolean findStep(byte[] bytes, int at, int end) {
        if (end - at < header.length
                || !isTlsContentType(bytes[at])
                || bytes[at + 1] != 3
                || (bytes[at + 2] & 0xff) > 4) {
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
        long offset = position - header.length;
        boolean plausible = type >= 20 && type <= 24 && plausibleVersion(version) && length <= MAX_RECORD_LENGTH;
        if (!plausible) {
            if (records.isEmpty() && midStream) {
                outOfStep = true;
                headerFill = 0;
            } else if (records.isEmpty()) {
                foreign();
            } else {
                stop(
                        StreamProblem.Kind.MALFORMED,
                        offset,
                        String.format(
                                "record header: expected a type 20–24, a version 0x03.. and a length up to %d, found %s",
                                MAX_RECORD_LENGTH, Bytes.copyOf(header).hex()));
            }
            return;
        }
        if (records.size() == limits.maxRecords()) {
            stop(
                    StreamProblem.Kind.LIMIT,
                    "more than " + limits.maxRecords() + " records without an end of the handshake");
            return;
        }
        ContentType contentType = ContentType.of(type);
        TlsRecord record = new TlsRecord(
                direction,
                records.size(),
                contentType,
                new TlsVersion(version),
                offset,
                length,
                isEncrypted(contentType));
        records.add(record);
        bodyRemaining = length;
        skipBody = record.encrypted() || type == ContentType.APPLICATION_DATA.code();
        if (messageFill > 0 && !continuesMessage(record)) {
            abandonMessage(StreamProblem.Kind.MALFORMED, "is interrupted by a record of type " + contentType);
        }
        if (length == 0) {
            headerFill = 0;
            if (type == ContentType.HANDSHAKE.code() && !record.encrypted()) {
                problem(StreamProblem.Kind.MALFORMED, offset, "a handshake record without contents");
            }
        }
        handshake.recordBegins(record);
    }

    private boolean continuesMessage(TlsRecord record) {
        return record.type().equals(ContentType.HANDSHAKE)
                && !record.encrypted()
                && records.get(record.index() - 1).type().equals(ContentType.HANDSHAKE);
    }

    private static boolean plausibleVersion(int version) {
        return (version >> 8 == 3 && (version & 0xff) <= 4) || version >> 8 == 0x7f;
    }

    /** TLS 1.3's change_cipher_spec is there for old middleboxes and changes nothing (RFC 8446 section 5). */
    private boolean isEncrypted(ContentType type) {
        if (type.code() == ContentType.CHANGE_CIPHER_SPEC.code()) {
            return false;
        }
        return type.code() == ContentType.APPLICATION_DATA.code() || (cipherSpecChanged && !handshake.isTls13());
    }

    private void body(byte[] bytes, int at, int length) {
        if (skipBody) {
            return;
        }
        TlsRecord record = records.get(records.size() - 1);
        switch (record.type().code()) {
            case 20 -> cipherSpecChanged = true;
            case 21 -> alert(bytes, at, length, record);
            case 22 -> fragment(bytes, at, length);
            default -> {}
        }
    }

    private void alert(byte[] bytes, int at, int length, TlsRecord record) {
        for (int i = 0; i < length; i++) {
            if (messageFill == 0) {
                messageOffset = position + i;
            }
            ensureMessage(messageFill + 1);
            message[messageFill++] = bytes[at + i];
            if (messageFill == 2) {
                Provenance place = provenance(messageOffset, position + i + 1, record.index());
                handshake.alert(new Alert(message[0] & 0xff, message[1] & 0xff, place));
                messageFill = 0;
            }
        }
    }

    private void fragment(byte[] bytes, int at, int length) {
        int from = at;
        int end = at + length;
        while (from < end) {
            if (messageFill == 0) {
                messageOffset = position + (from - at);
                messageFirstRecord = records.size() - 1;
            }
            int wanted = messageFill < MESSAGE_HEADER_LENGTH
                    ? MESSAGE_HEADER_LENGTH
                    : MESSAGE_HEADER_LENGTH + declaredLength();
            int taken = Math.min(wanted - messageFill, end - from);
            ensureMessage(messageFill + taken);
            System.arraycopy(bytes, from, message, messageFill, taken);
            messageFill += taken;
            from += taken;
            if (messageFill == MESSAGE_HEADER_LENGTH && !acceptHeader()) {
                skipBody = true;
                messageFill = 0;
                return;
            }
            if (messageFill >= MESSAGE_HEADER_LENGTH && messageFill == MESSAGE_HEADER_LENGTH + declaredLength()) {
                completeMessage(position + (from - at));
                if (skipBody) {
                    return;
                }
            }
        }
    }

    private int declaredLength() {
        return (message[1] & 0xff) << 16 | (message[2] & 0xff) << 8 | (message[3] & 0xff);
    }

    private boolean acceptHeader() {
        boolean tooLong = declaredLength() > limits.maxMessageBytes();
        if (afterHole && (tooLong || !new HandshakeType(message[0] & 0xff).isKnown())) {
            return false; // the tail of a message that the hole swallowed
        }
        afterHole = false;
        if (tooLong) {
            stop(
                    StreamProblem.Kind.LIMIT,
                    messageOffset,
                    messageName() + " of " + declaredLength() + " bytes, more than the limit of "
                            + limits.maxMessageBytes());
        }
        return !tooLong;
    }

    private String messageName() {
        return new HandshakeType(message[0] & 0xff).toString();
    }

    /** Grows with the bytes that are there, never to a declared length. */
    private void ensureMessage(int size) {
        if (message.length < size) {
            message = Arrays.copyOf(message, Math.max(size, Math.max(INITIAL_BUFFER, message.length * 2)));
        }
    }

    private void completeMessage(long end) {
        Provenance place = provenance(messageOffset, end, messageFirstRecord);
        Bytes body = Bytes.copyOf(message, MESSAGE_HEADER_LENGTH, messageFill - MESSAGE_HEADER_LENGTH);
        HandshakeType type = new HandshakeType(message[0] & 0xff);
        messageFill = 0;
        handshake.message(type, body, place);
    }

    private Provenance provenance(long offset, long end, int firstRecord) {
        return new Provenance(
                direction, offset, end, records.subList(firstRecord, records.size()), segmentsOf(offset, end));
    }

    private List<Segment> segmentsOf(long offset, long end) {
        int low = 0;
        int high = segments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int last = low;
        while (last < segments.size() && segments.get(last).offset() < end) {
            last++;
        }
        return segments.subList(low, last);
    }

    void missing(long length) {
        if (phase == Phase.FOREIGN || phase == Phase.STOPPED) {
            return;
        }
        if (phase == Phase.START && pre.length == 0) {
            phase = Phase.TLS; // a later segment may still start a record
        }
        if (phase != Phase.TLS) {
            stop(StreamProblem.Kind.MISSING_BYTES, length + " bytes are missing in the capture");
            return;
        }
        problem(StreamProblem.Kind.MISSING_BYTES, position, length + " bytes are missing in the capture");
        if (messageFill > 0) {
            abandonMessage(StreamProblem.Kind.MISSING_BYTES, "lacks bytes");
        }
        position += length;
        afterHole = true;
        if (bodyRemaining > 0 && length <= bodyRemaining) {
            bodyRemaining -= (int) length;
            skipBody = true;
            if (bodyRemaining == 0) {
                headerFill = 0;
            }
        } else {
            outOfStep = true;
            bodyRemaining = 0;
            headerFill = 0;
        }
    }

    private void abandonMessage(StreamProblem.Kind kind, String why) {
        String what = messageFill < MESSAGE_HEADER_LENGTH
                ? "a handshake header"
                : messageName() + " of " + declaredLength() + " bytes";
        problem(kind, messageOffset, what + " " + why + " after " + messageFill + " bytes");
        messageFill = 0;
    }

    /** What is still under way: an unfinished message or record. */
    @Nullable
    StreamProblem unfinished() {
        if (phase != Phase.TLS) {
            return null;
        }
        if (messageFill >= MESSAGE_HEADER_LENGTH) {
            return new StreamProblem(
                    StreamProblem.Kind.NEEDS_MORE,
                    direction,
                    messageOffset,
                    messageName() + " of " + declaredLength() + " bytes ends after "
                            + (messageFill - MESSAGE_HEADER_LENGTH));
        }
        if (messageFill > 0 || (headerFill > 0 && headerFill < header.length)) {
            return new StreamProblem(
                    StreamProblem.Kind.NEEDS_MORE, direction, position, "the bytes end within a header");
        }
        return null;
    }

    private void stop(StreamProblem.Kind kind, String why) {
        stop(kind, position, why);
    }

    private void stop(StreamProblem.Kind kind, long offset, String why) {
        problem(kind, offset, why);
        phase = Phase.STOPPED;
        pre = new byte[0];
        message = new byte[0];
        messageFill = 0;
        handshake.stopped();
    }

    private void problem(StreamProblem.Kind kind, long offset, String description) {
        problems.add(new StreamProblem(kind, direction, offset, description));
    }

    Phase phase() {
        return phase;
    }

    HttpPreamble preamble() {
        return preamble;
    }

    Bytes firstBytes() {
        return Bytes.copyOf(firstBytes);
    }

    List<Segment> segments() {
        return segments;
    }

    List<TlsRecord> records() {
        return records;
    }

    List<StreamProblem> problems() {
        return problems;
    }

    /** Bytes held, roughly: what counts towards {@link Limits#maxBufferedBytes()}. */
    int footprint() {
        return message.length + pre.length + 56 * segments.size() + 64 * records.size();
    }
}
