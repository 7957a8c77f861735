package dev.interloper.handshake;

import dev.interloper.handshake.crypto.TlsDecryption;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.openvpn.PacketStream;
import dev.interloper.handshake.preamble.Preamble;
import dev.interloper.handshake.preamble.Sslv2;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one direction's bytes, in any portions: decides whether they are TLS, perhaps behind a preamble, and keeps what is
 * known of their packets and of what went wrong.
 */
final class DirectionReader implements MessageOwner, Place {

    /** How a direction's bytes are being read. */
    enum Phase {
        /** Nothing decided yet: TLS, something before TLS, or neither. */
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

    private static final byte[] NOTHING = {};

    private final Direction direction;
    private final HandshakeReader handshake;
    private final RecordReader records;
    private final @Nullable DirectionLog log;
    private Phase phase = Phase.START;
    private byte[] hello = NOTHING;
    private byte[] packet = NOTHING;
    private @Nullable PacketStream packets;
    private long startBytes;
    private boolean midStream;
    private int segments;
    private long messageOffset;
    private long messageEnd;
    private int messageRecord;

    DirectionReader(Direction direction, HandshakeReader handshake, boolean keeps) {
        this.direction = direction;
        this.handshake = handshake;
        this.log = keeps ? new DirectionLog(direction) : null;
        this.records = new RecordReader(this);
    }

    void receive(
            long packet,
            long arrivalNanos,
            int packetLength,
            boolean outOfOrder,
            byte[] bytes,
            int offset,
            int length) {
        if (log != null) {
            log.first(bytes, offset, length);
        }
        if (phase == Phase.STOPPED || phase == Phase.FOREIGN) {
            return;
        }
        int most = limits().maxSegments();
        if (segments == most) {
            enough("more than " + most + " segments without an end of the handshake");
            return;
        }
        segments++;
        if (log != null) {
            long position = records.position() + startBytes;
            log.segment(new PacketRef(packet, arrivalNanos, packetLength), position, length, outOfOrder);
        }
        if (phase == Phase.TLS) {
            tls(bytes, offset, length);
        } else if (length > 0) {
            start(bytes, offset, length);
        }
    }

    private static byte[] append(byte[] to, byte[] bytes, int offset, int length) {
        byte[] longer = Arrays.copyOf(to, to.length + length);
        System.arraycopy(bytes, offset, longer, to.length, length);
        return longer;
    }

    private void start(byte[] bytes, int offset, int length) {
        if (startBytes > 0 || handshake.hasPreamble()) {
            continueStart(bytes, offset, length);
        } else if (RecordReader.isContentType(bytes[offset])) {
            phase = Phase.TLS;
            tls(bytes, offset, length);
        } else if (handshake.spokeTlsAtOnce(direction.opposite())) {
            startsNothing(bytes, offset, length);
        } else {
            continueStart(bytes, offset, length);
        }
    }

    private void continueStart(byte[] bytes, int offset, int length) {
        if (packet.length > 0 || (startBytes == 0 && mayBePacket(bytes, offset, length))) {
            firstPacket(bytes, offset, length);
        } else {
            helloOrPreamble(bytes, offset, length);
        }
    }

    private boolean mayBePacket(byte[] bytes, int offset, int length) {
        return !handshake.hasPreamble() && PacketStream.mayOpen(direction, midStream, bytes, offset, length);
    }

    /** The first packet of OpenVPN's control channel: TLS records are cut into such packets. */
    private void firstPacket(byte[] bytes, int offset, int length) {
        packet = append(packet, bytes, offset, length);
        startBytes = packet.length;
        byte[] whole = packet;
        if (!PacketStream.mayOpen(direction, midStream, whole, 0, whole.length)) {
            packet = NOTHING;
            startBytes = 0;
            noPacket(whole, whole.length - length);
        } else if (PacketStream.isDecidable(whole, 0, whole.length)) {
            packet = NOTHING;
            startBytes = 0;
            phase = Phase.TLS;
            packets = new PacketStream(handshake.openVpn(direction, whole), direction);
            tls(whole, 0, whole.length);
        }
    }

    /** Reads what was held back as if it had not been, in two portions. */
    private void noPacket(byte[] bytes, int before) {
        if (before > 0) {
            helloOrPreamble(bytes, 0, before);
        }
        if (phase == Phase.TLS) {
            tls(bytes, before, bytes.length - before);
        } else if (phase == Phase.START) {
            helloOrPreamble(bytes, before, bytes.length - before);
        }
    }

    private void helloOrPreamble(byte[] bytes, int offset, int length) {
        if (handshake.isVpn()) {
            startsNothing(bytes, offset, length);
        } else if (hello.length > 0 || (startBytes == 0 && mayBeOldHello(bytes, offset, length))) {
            oldHello(bytes, offset, length);
        } else {
            preamble(bytes, offset, length);
        }
    }

    private boolean mayBeOldHello(byte[] bytes, int offset, int length) {
        return direction == Direction.CLIENT_TO_SERVER
                && !handshake.hasPreamble()
                && Sslv2.mayStart(bytes, offset, length);
    }

    /** A hello in the form of SSL 2; TLS records follow it. */
    private void oldHello(byte[] bytes, int offset, int length) {
        hello = append(hello, bytes, offset, length);
        startBytes = hello.length;
        if (!Sslv2.mayStart(hello, 0, hello.length)) {
            noOldHello(bytes, offset, length);
            return;
        }
        int end = hello.length < Sslv2.HEADER_LENGTH
                ? Integer.MAX_VALUE
                : Sslv2.HEADER_LENGTH + Sslv2.recordLength(hello, 0);
        if (hello.length < end) {
            return;
        }
        byte[] whole = hello;
        hello = NOTHING;
        startBytes = 0;
        long first = records.position();
        records.oldHello(Sslv2.HEADER_LENGTH, end - Sslv2.HEADER_LENGTH);
        phase = Phase.TLS;
        place(first, records.position(), 0);
        handshake.messages().oldHello(whole, Sslv2.HEADER_LENGTH, end - Sslv2.HEADER_LENGTH, this);
        if (whole.length > end && phase == Phase.TLS) {
            tls(whole, end, whole.length - end);
        }
    }

    /** What was held back is read as if it had not been. */
    private void noOldHello(byte[] bytes, int offset, int length) {
        if (handshake.hasPreamble()) {
            startsNothing(bytes, offset, length);
            return;
        }
        byte[] held = hello;
        hello = NOTHING;
        startBytes = 0;
        preamble(held, 0, held.length);
    }

    private void preamble(byte[] bytes, int offset, int length) {
        Preamble preamble = handshake.openPreamble();
        startBytes += length;
        switch (preamble.receive(direction, bytes, offset, length)) {
            case NEEDS_MORE -> {}
            case TLS -> afterPreamble(preamble);
            case FOREIGN -> {
                if (preamble.exceeded(direction) && wantsTls(preamble)) {
                    String most = "more than " + limits().maxPreambleBytes() + " bytes before TLS";
                    stop(StreamProblem.Kind.LIMIT, records.position(), most);
                } else {
                    startsNothing(bytes, offset, length);
                }
            }
        }
    }

    private static boolean wantsTls(Preamble preamble) {
        return preamble.upgrades().stream()
                .anyMatch(
                        upgrade -> upgrade.attempts() > 0 || upgrade.protocol().isTunnel());
    }

    private void afterPreamble(Preamble preamble) {
        records.skip(preamble.position(direction));
        byte[] rest = preamble.takeRest(direction);
        startBytes = 0;
        if (mayBeOldHelloBehindPreamble(rest)) {
            oldHello(rest, 0, rest.length);
        } else {
            phase = Phase.TLS;
            tls(rest, 0, rest.length);
        }
    }

    private boolean mayBeOldHelloBehindPreamble(byte[] rest) {
        return direction == Direction.CLIENT_TO_SERVER && Sslv2.mayStart(rest, 0, rest.length);
    }

    /** Where the connection's start was not captured, a later segment may still start a record. */
    private void startsNothing(byte[] bytes, int offset, int length) {
        hello = NOTHING;
        if (midStream) {
            records.skip(Math.max(0, startBytes - length));
            startBytes = 0;
            phase = Phase.TLS;
            records.loseStep();
            tls(bytes, offset, length);
        } else {
            foreign();
        }
    }

    private void tls(byte[] bytes, int offset, int length) {
        if (packets == null) {
            records(bytes, offset, length);
        } else {
            unpack(packets, bytes, offset, length);
        }
    }

    /** What is around TLS counts as bytes of the stream, so that places in it stay true. */
    private void unpack(PacketStream from, byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && phase == Phase.TLS) {
            int taken = from.take(bytes, at, end - at);
            switch (from.piece()) {
                case TLS -> records(bytes, at, taken);
                case FRAMING -> records.skip(taken);
                case DATA -> stop();
                case BROKEN ->
                    stop(
                            StreamProblem.Kind.MALFORMED,
                            records.position(),
                            "no packet of OpenVPN's control channel that follows the ones before it");
            }
            at += taken;
        }
    }

    private void records(byte[] bytes, int offset, int length) {
        if (!records.read(bytes, offset, length) && segments >= PATIENCE) {
            foreign();
        }
    }

    /** The next bytes will never come. */
    void missing(long length) {
        if (phase == Phase.FOREIGN || phase == Phase.STOPPED) {
            return;
        }
        if (phase == Phase.START && startBytes > 0) {
            stop(StreamProblem.Kind.MISSING_BYTES, records.position(), length + " bytes are missing in the capture");
            return;
        }
        phase = Phase.TLS; // at the start, too: a later segment may start a record
        switch (packets == null ? PacketStream.Piece.TLS : packets.missing(length)) {
            case TLS -> records.missing(length);
            case FRAMING -> records.skip(length);
            default ->
                stop(
                        StreamProblem.Kind.MISSING_BYTES,
                        records.position(),
                        length + " bytes are missing in the capture, the start of a packet among them");
        }
    }

    void startsInTheMiddle() {
        midStream = true;
    }

    boolean startedInTheMiddle() {
        return midStream;
    }

    @Override
    public boolean isReading() {
        return phase == Phase.TLS && !handshake.isFinished();
    }

    boolean isTls13() {
        return handshake.isTls13();
    }

    @Nullable
    TlsDecryption decryption() {
        return handshake.messages().decryption();
    }

    boolean mayOpenRecords() {
        return handshake.messages().mayOpenRecords();
    }

    /** Whether a second hello may come in the clear although the cipher spec has changed, for all that is known. */
    boolean mayRepeatHello() {
        return direction == Direction.CLIENT_TO_SERVER && !handshake.messages().versionKnown();
    }

    boolean isCipherSpecChanged() {
        return records.isCipherSpecChanged();
    }

    void recordBegins(int type) {
        handshake.recordBegins(direction, type);
    }

    @Override
    public void message(int type, byte[] bytes, int at, int length, long offset, long end, int firstRecord) {
        place(offset, end, firstRecord);
        handshake.messages().message(type, bytes, at, length, this);
    }

    @Override
    public void alert(byte[] bytes, int at, long offset, long end, int firstRecord) {
        place(offset, end, firstRecord);
        handshake.messages().alert(bytes, at, this);
    }

    private void place(long offset, long end, int firstRecord) {
        messageOffset = offset;
        messageEnd = end;
        messageRecord = firstRecord;
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public long offset() {
        return messageOffset;
    }

    @Override
    public Provenance provenance() {
        return log == null
                ? new Provenance(direction, messageOffset, messageEnd, List.of(), List.of())
                : new Provenance(
                        direction,
                        messageOffset,
                        messageEnd,
                        log.recordsFrom(messageRecord),
                        log.covering(messageOffset, messageEnd));
    }

    /** The bytes are not TLS. */
    void foreign() {
        phase = Phase.FOREIGN;
        hello = NOTHING;
        packet = NOTHING;
        handshake.foreign(direction);
    }

    /** Reads no further, and says why. */
    @Override
    public void stop(StreamProblem.Kind kind, long offset, String why) {
        problem(kind, offset, why);
        stop();
    }

    private void stop() {
        phase = Phase.STOPPED;
        hello = NOTHING;
        packet = NOTHING;
        records.release();
        handshake.stopped();
    }

    /** So much was read that no more is wanted; a reason to complain only if the handshake is not over yet. */
    void enough(String why) {
        if (handshake.messages().isComplete()) {
            stop();
        } else {
            stop(StreamProblem.Kind.LIMIT, records.position(), why);
        }
    }

    @Override
    public void problem(StreamProblem.Kind kind, long offset, String description) {
        if (log != null) {
            log.problem(kind, offset, description);
        }
    }

    /** What went wrong, and, if more bytes could have come, what is still under way. */
    List<StreamProblem> problems(boolean finished) {
        List<StreamProblem> all = log == null ? new ArrayList<>() : new ArrayList<>(log.problems());
        if (!finished && phase == Phase.TLS) {
            records.reportUnfinished(all);
        }
        return all;
    }

    long position() {
        return records.position();
    }

    Phase phase() {
        return phase;
    }

    @Nullable
    DirectionLog log() {
        return log;
    }

    @Override
    public Limits limits() {
        return handshake.shared().limits();
    }

    @Override
    public BufferPool buffers() {
        return handshake.shared().buffers();
    }

    /** Lets the buffers go. */
    void release() {
        records.release();
    }

    /** Bytes held, roughly: what counts towards {@link Limits#maxBufferedBytes()}. */
    int footprint() {
        return records.footprint() + hello.length + packet.length + (log == null ? 0 : log.footprint());
    }
}
