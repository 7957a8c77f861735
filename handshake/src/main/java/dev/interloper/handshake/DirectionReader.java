package dev.interloper.handshake;

import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.Segment;
import dev.interloper.handshake.stream.StreamProblem;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one direction's bytes, in any portions: decides whether they are TLS, perhaps behind an HTTP preamble, and keeps what is
 * known of their packets and of what went wrong.
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

    /** Segments without a record's start before what has no known beginning is taken for something else. */
    private static final int PATIENCE = 32;

    private static final int FIRST_BYTES = 64;

    private final Direction direction;
    private final HandshakeReader handshake;
    private final Limits limits;
    private final HttpPreamble preamble;
    private final RecordReader records;
    private final SegmentLog segments = new SegmentLog();
    private final List<StreamProblem> problems = new ArrayList<>(0);
    private Phase phase = Phase.START;
    private byte[] firstBytes = new byte[0];
    private byte[] start = new byte[0];
    private boolean midStream;

    DirectionReader(Direction direction, HandshakeReader handshake, Limits limits) {
        this.direction = direction;
        this.handshake = handshake;
        this.limits = limits;
        this.preamble = direction == Direction.CLIENT_TO_SERVER ? HttpPreamble.ofRequests() : HttpPreamble.ofReplies();
        this.records = new RecordReader(this, direction, limits);
    }

    void receive(Segment segment, byte[] bytes, int offset, int length) {
        rememberFirst(bytes, offset, length);
        if (phase == Phase.STOPPED || phase == Phase.FOREIGN) {
            return;
        }
        if (segments.size() == limits.maxSegments()) {
            stop(
                    StreamProblem.Kind.LIMIT,
                    records.position(),
                    "more than " + limits.maxSegments() + " segments without an end of the handshake");
            return;
        }
        segments.add(segment);
        if (phase == Phase.TLS) {
            tls(bytes, offset, length);
        } else if (length > 0) {
            start(bytes, offset, length);
        }
    }

    private void rememberFirst(byte[] bytes, int offset, int length) {
        if (firstBytes.length < FIRST_BYTES) {
            firstBytes = append(firstBytes, bytes, offset, Math.min(length, FIRST_BYTES - firstBytes.length));
        }
    }

    private static byte[] append(byte[] to, byte[] bytes, int offset, int length) {
        byte[] longer = Arrays.copyOf(to, to.length + length);
        System.arraycopy(bytes, offset, longer, to.length, length);
        return longer;
    }

    private void start(byte[] bytes, int offset, int length) {
        if (start.length == 0 && RecordReader.isContentType(bytes[offset])) {
            phase = Phase.TLS;
            tls(bytes, offset, length);
        } else if (start.length == 0 && !mayStartPreamble(bytes, offset, length)) {
            startsNothing(bytes, offset, length);
        } else if (start.length + length > limits.maxPreambleBytes()) {
            stop(
                    StreamProblem.Kind.LIMIT,
                    records.position(),
                    "more than " + limits.maxPreambleBytes() + " bytes of HTTP before TLS");
        } else {
            start = append(start, bytes, offset, length);
            continuePreamble();
        }
    }

    /** Where the connection's start was not captured, a later segment may still start a record. */
    private void startsNothing(byte[] bytes, int offset, int length) {
        if (midStream) {
            phase = Phase.TLS;
            records.loseStep();
            tls(bytes, offset, length);
        } else {
            foreign();
        }
    }

    private boolean mayStartPreamble(byte[] bytes, int offset, int length) {
        return preamble.mayStart(bytes, offset, offset + length)
                && (direction == Direction.CLIENT_TO_SERVER || handshake.sawTunnelRequest());
    }

    private void continuePreamble() {
        switch (preamble.scan(start, start.length)) {
            case FOREIGN -> foreign();
            case NEEDS_MORE -> {}
            case ENDED -> {
                if (preamble.consumed() < start.length) { // else the next bytes may be TLS or another attempt
                    endPreamble();
                }
            }
        }
    }

    private void endPreamble() {
        byte[] rest = Arrays.copyOfRange(start, preamble.consumed(), start.length);
        records.skip(preamble.consumed());
        start = new byte[0];
        if (RecordReader.isContentType(rest[0])) {
            phase = Phase.TLS;
            tls(rest, 0, rest.length);
        } else {
            foreign();
        }
    }

    private void tls(byte[] bytes, int offset, int length) {
        if (!records.read(bytes, offset, length) && segments.size() >= PATIENCE) {
            foreign();
        }
    }

    /** The next bytes will never come. */
    void missing(long length) {
        if (phase == Phase.FOREIGN || phase == Phase.STOPPED) {
            return;
        }
        if (phase == Phase.START && start.length > 0) {
            stop(StreamProblem.Kind.MISSING_BYTES, records.position(), length + " bytes are missing in the capture");
            return;
        }
        phase = Phase.TLS; // at the start, too: a later segment may start a record
        records.missing(length);
    }

    void startsInTheMiddle() {
        midStream = true;
    }

    boolean startedInTheMiddle() {
        return midStream;
    }

    boolean readsRecords() {
        return phase == Phase.TLS;
    }

    boolean isTls13() {
        return handshake.isTls13();
    }

    boolean isCipherSpecChanged() {
        return records.isCipherSpecChanged();
    }

    void recordBegins(TlsRecord record) {
        handshake.recordBegins(record);
    }

    void message(HandshakeType type, Bytes body, long offset, long end, int firstRecord) {
        handshake.message(type, body, provenance(offset, end, firstRecord));
    }

    void alert(int level, int description, long offset, long end, int firstRecord) {
        handshake.alert(new Alert(level, description, provenance(offset, end, firstRecord)));
    }

    private Provenance provenance(long offset, long end, int firstRecord) {
        List<TlsRecord> all = records.records();
        return new Provenance(
                direction, offset, end, all.subList(firstRecord, all.size()), segments.covering(offset, end));
    }

    /** The bytes are not TLS. */
    void foreign() {
        phase = Phase.FOREIGN;
        start = new byte[0];
        handshake.foreign(direction);
    }

    /** Reads no further, and says why. */
    void stop(StreamProblem.Kind kind, long offset, String why) {
        problem(kind, offset, why);
        phase = Phase.STOPPED;
        start = new byte[0];
        records.release();
        handshake.stopped();
    }

    void problem(StreamProblem.Kind kind, long offset, String description) {
        problems.add(new StreamProblem(kind, direction, offset, description));
    }

    /** What went wrong, and, if more bytes could have come, what is still under way. */
    List<StreamProblem> problems(boolean finished) {
        List<StreamProblem> all = new ArrayList<>(problems);
        if (!finished && phase == Phase.TLS) {
            records.reportUnfinished(all);
        }
        return all;
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
        return segments.all();
    }

    List<TlsRecord> records() {
        return records.records();
    }

    /** Bytes held, roughly: what counts towards {@link Limits#maxBufferedBytes()}. */
    int footprint() {
        return records.footprint() + start.length + 56 * segments.size();
    }
}
