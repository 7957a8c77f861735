package dev.interloper.handshake;

import dev.interloper.handshake.crypto.TlsDecryption;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.List;

/**
 * Cuts one direction's bytes into TLS records (RFC 8446 section 5.1) and hands what they hold to the {@link MessageAssembler}.
 * After a hole that swallowed a record's header it waits for a segment that starts with one.
 */
final class RecordReader {

    /** RFC 5246 section 6.2.3 allows 2^14 + 2,048 bytes of ciphertext in a record. */
    private static final int MAX_RECORD_LENGTH = (1 << 14) + 2048;

    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int HEARTBEAT = 24;

    private static final int HELLO_HEADER = 4;
    private static final byte[] NOTHING = {};

    private final DirectionReader owner;
    private final MessageAssembler messages;
    private long header;
    private int headerFill;
    private long recordStart;
    private int records;
    private int type;
    private int previousType;
    private int version;
    private boolean encrypted;
    private boolean mayBeHello;
    private int helloHeader;
    private boolean sealed;
    private byte[] sealedBody = NOTHING;
    private int sealedFill;
    private int bodyRemaining;
    private boolean skipBody;
    private boolean outOfStep;
    private boolean cipherSpecChanged;
    private long position;

    RecordReader(DirectionReader owner) {
        this.owner = owner;
        this.messages = new MessageAssembler(owner);
    }

    static boolean isContentType(byte first) {
        return first >= CHANGE_CIPHER_SPEC && first <= APPLICATION_DATA;
    }

    /** Takes the next bytes; false if they, and all before, belong to no record. */
    boolean read(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (outOfStep && !findStep(bytes, at, end)) {
            position += length;
            return records > 0;
        }
        while (at < end && owner.isReading() && !outOfStep) {
            if (bodyRemaining == 0) {
                if (headerFill == 0) {
                    recordStart = position; // bytes that are passed over may cut the header in two
                }
                header = header << 8 | (bytes[at++] & 0xff);
                position++;
                if (++headerFill == TlsRecord.HEADER_LENGTH) {
                    headerFill = 0;
                    beginRecord();
                }
            } else {
                int taken = Math.min(bodyRemaining, end - at);
                body(bytes, at, taken);
                at += taken;
                position += taken;
                bodyRemaining -= taken;
            }
        }
        if (outOfStep) {
            position += end - at;
        }
        return true;
    }

    /** Does this segment start with a header? */
    private boolean findStep(byte[] bytes, int at, int end) {
        if (end - at < TlsRecord.HEADER_LENGTH
                || !isContentType(bytes[at])
                || bytes[at + 1] != 3
                || (bytes[at + 2] & 0xff) > 4) {
            return false;
        }
        int length = (bytes[at + 3] & 0xff) << 8 | (bytes[at + 4] & 0xff);
        outOfStep = length == 0 || length > MAX_RECORD_LENGTH;
        return !outOfStep;
    }

    private void beginRecord() {
        int newType = (int) (header >>> 32) & 0xff;
        int newVersion = (int) (header >>> 16) & 0xffff;
        int length = (int) header & 0xffff;
        if (newType < CHANGE_CIPHER_SPEC
                || newType > HEARTBEAT
                || !isPlausible(newVersion)
                || length > MAX_RECORD_LENGTH) {
            implausibleHeader();
            return;
        }
        int most = owner.limits().maxRecords();
        if (records == most) {
            owner.enough("more than " + most + " records without an end of the handshake");
            return;
        }
        previousType = type;
        type = newType;
        version = newVersion;
        begin(length);
    }

    private void begin(int length) {
        boolean follows = records > 0 && !encrypted && previousType == HANDSHAKE;
        encrypted = isEncrypted();
        bodyRemaining = length;
        skipBody = encrypted;
        mayBeHello = encrypted && type == HANDSHAKE && length > HELLO_HEADER && owner.mayRepeatHello();
        sealed = encrypted && length > 0 && !mayBeHello && owner.mayOpenRecords();
        long start = recordStart;
        DirectionLog log = owner.log();
        if (log != null) {
            log.record(new TlsRecord(
                    owner.direction(),
                    records,
                    ContentType.of(type),
                    new TlsVersion(version),
                    start,
                    TlsRecord.HEADER_LENGTH,
                    length,
                    encrypted));
        }
        records++;
        if (messages.isUnderWay() && !sealed && !(follows && type == HANDSHAKE && !encrypted)) {
            messages.abandon(
                    StreamProblem.Kind.MALFORMED, "is interrupted by a record of type " + ContentType.of(type));
        }
        if (length == 0 && type == HANDSHAKE && !encrypted) {
            owner.problem(StreamProblem.Kind.MALFORMED, start, "a handshake record without contents");
        }
        owner.recordBegins(type);
    }

    private void implausibleHeader() {
        if (records > 0) {
            owner.stop(
                    StreamProblem.Kind.MALFORMED,
                    recordStart,
                    String.format(
                            "record header: expected a type 20–24, a version 0x03.. and a length up to %d, found %010x",
                            MAX_RECORD_LENGTH, header & 0xff_ffff_ffffL));
        } else if (owner.startedInTheMiddle()) {
            outOfStep = true;
        } else {
            owner.foreign();
        }
    }

    private static boolean isPlausible(int version) {
        return (version >> 8 == 3 && (version & 0xff) <= 4) || version >> 8 == 0x7f;
    }

    /** TLS 1.3's change_cipher_spec is there for old middleboxes and changes nothing (RFC 8446 section 5). */
    private boolean isEncrypted() {
        if (type == CHANGE_CIPHER_SPEC) {
            return false;
        }
        return type == APPLICATION_DATA || (cipherSpecChanged && !owner.isTls13());
    }

    private void body(byte[] bytes, int at, int length) {
        if (sealed) {
            sealed(bytes, at, length);
        } else if (mayBeHello) {
            peek(bytes, at, length);
        } else if (!skipBody) {
            contents(type, bytes, at, length, position);
        }
    }

    /**
     * After a client's change_cipher_spec a record is encrypted, but for one case: in TLS 1.3 it may be a second ClientHello
     * (RFC 8446 appendix D.4). Where the server's answer is not known, the first bytes tell: a hello fills its record.
     */
    private void peek(byte[] bytes, int at, int length) {
        int bodyLength = (int) header & 0xffff;
        int seen = bodyLength - bodyRemaining;
        int taken = Math.min(length, HELLO_HEADER - seen);
        for (int i = 0; i < taken; i++) {
            helloHeader = helloHeader << 8 | (bytes[at + i] & 0xff);
        }
        if (seen + taken < HELLO_HEADER) {
            return;
        }
        mayBeHello = false;
        if (helloHeader != (1 << 24 | (bodyLength - HELLO_HEADER))) {
            return;
        }
        skipBody = false;
        encrypted = false;
        byte[] start = {1, (byte) (helloHeader >> 16), (byte) (helloHeader >> 8), (byte) helloHeader};
        contents(HANDSHAKE, start, 0, HELLO_HEADER, position + taken - HELLO_HEADER);
        contents(HANDSHAKE, bytes, at + taken, length - taken, position + taken);
    }

    private void contents(int contentType, byte[] bytes, int at, int length, long place) {
        switch (contentType) {
            case CHANGE_CIPHER_SPEC -> changeCipherSpec();
            case ALERT -> messages.alert(bytes, at, length, place, records - 1);
            case HANDSHAKE -> skipBody = !messages.fragment(bytes, at, length, place, records - 1);
            default -> {}
        }
    }

    private void changeCipherSpec() {
        cipherSpecChanged = true;
        TlsDecryption decryption = owner.decryption();
        if (decryption != null) {
            decryption.changeCipherSpec(owner.direction());
        }
    }

    /** A protected record can be opened only when all of it is there. */
    private void sealed(byte[] bytes, int at, int length) {
        if (sealedFill == 0 && length == bodyRemaining) {
            open(bytes, at, length, position);
            return;
        }
        int size = sealedFill + length;
        if (sealedBody.length == 0) {
            sealedBody = owner.buffers().take(size);
        } else if (sealedBody.length < size) {
            sealedBody = owner.buffers().grow(sealedBody, sealedFill, size);
        }
        System.arraycopy(bytes, at, sealedBody, sealedFill, length);
        sealedFill = size;
        if (length == bodyRemaining) {
            open(sealedBody, 0, size, position + length - size);
            releaseSealed();
        }
    }

    private void open(byte[] bytes, int at, int length, long place) {
        TlsDecryption decryption = owner.decryption();
        if (decryption == null
                || decryption.open(owner.direction(), type, version, bytes, at, length)
                        != TlsDecryption.Result.OPENED) {
            return;
        }
        int inner = decryption.contentType();
        if (messages.isUnderWay() && inner != HANDSHAKE) {
            messages.abandon(
                    StreamProblem.Kind.MALFORMED, "is interrupted by a record of type " + ContentType.of(inner));
        }
        contents(inner, decryption.plaintext(), 0, decryption.plaintextLength(), place);
    }

    private void releaseSealed() {
        if (sealedBody.length > 0) {
            owner.buffers().give(sealedBody);
            sealedBody = NOTHING;
        }
        sealedFill = 0;
    }

    /** Bytes that start nothing: a later segment may start a record. */
    void loseStep() {
        outOfStep = true;
        bodyRemaining = 0;
        headerFill = 0;
        releaseSealed();
        messages.expectTail();
    }

    /** The next bytes will never come. A hole within a record's body does not lose the step. */
    void missing(long length) {
        owner.problem(StreamProblem.Kind.MISSING_BYTES, position, length + " bytes are missing in the capture");
        if (messages.isUnderWay()) {
            messages.abandon(StreamProblem.Kind.MISSING_BYTES, "lacks bytes");
        }
        position += length;
        TlsDecryption decryption = owner.decryption();
        if (decryption != null) {
            decryption.missing(owner.direction());
        }
        if (bodyRemaining == 0 || length > bodyRemaining) {
            loseStep();
            return;
        }
        messages.expectTail();
        bodyRemaining -= (int) length;
        skipBody = true;
        mayBeHello = false;
        sealed = false;
        releaseSealed();
    }

    /** A hello in the form of SSL 2 takes the place of the first record. */
    void oldHello(int headerLength, int length) {
        DirectionLog log = owner.log();
        if (log != null) {
            log.record(new TlsRecord(
                    owner.direction(),
                    records,
                    ContentType.HANDSHAKE,
                    new TlsVersion(2),
                    position,
                    headerLength,
                    length,
                    false));
        }
        records++;
        position += headerLength + length;
    }

    /** Passes over bytes that came before TLS. */
    void skip(long length) {
        position += length;
    }

    /** Says what is still under way. */
    void reportUnfinished(List<StreamProblem> into) {
        String message = messages.unfinished();
        if (message != null) {
            into.add(new StreamProblem(StreamProblem.Kind.NEEDS_MORE, owner.direction(), messages.offset(), message));
        } else if (messages.isUnderWay() || headerFill > 0) {
            into.add(new StreamProblem(
                    StreamProblem.Kind.NEEDS_MORE, owner.direction(), position, "the bytes end within a header"));
        }
    }

    long position() {
        return position;
    }

    boolean isCipherSpecChanged() {
        return cipherSpecChanged;
    }

    void release() {
        messages.release();
        releaseSealed();
    }

    int footprint() {
        return messages.footprint() + sealedBody.length;
    }
}
