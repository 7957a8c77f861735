package dev.interloper.handshake;

import dev.interloper.handshake.dtls.DtlsMessage;
import dev.interloper.handshake.dtls.DtlsReader;
import dev.interloper.handshake.dtls.DtlsRecord;
import dev.interloper.handshake.dtls.DtlsSink;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.record.TlsVersion;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A handshake in DTLS records (RFC 6347, RFC 9147). */
final class DtlsHandshake extends DatagramReader implements DtlsSink {

    /** Datagrams that are still looked at when application data has begun: some were overtaken, and flights are sent again. */
    private static final int PATIENCE = 16;

    private final DtlsReader reader;
    private boolean stopped;
    private int afterwards;

    DtlsHandshake(HandshakeReaders shared, @Nullable HandshakeListener listener) {
        super(shared, Protocol.DTLS, listener);
        Limits limits = shared.limits();
        reader = new DtlsReader(this, limits.maxMessageBytes(), limits.maxPendingBytes(), shared.keyLog());
    }

    @Override
    void read(Direction direction, long packet, long arrivalNanos, byte[] bytes, int offset, int length) {
        reader.receive(direction, bytes, offset, length);
        afterwards += reader.isFinished() ? 1 : 0;
    }

    @Override
    public void record(DtlsRecord record) {
        DirectionLog log = datagrams.log(record.direction());
        if (log != null && !stopped) {
            if (log.records().size() == shared.limits().maxRecords()) {
                stop(record.direction(), "more than " + shared.limits().maxRecords() + " records");
                stopped = true;
                return;
            }
            log.record(listed(record));
        }
    }

    private TlsRecord listed(DtlsRecord record) {
        return new TlsRecord(
                record.direction(),
                record.index(),
                ContentType.of(record.contentType()),
                new TlsVersion(record.version()),
                datagrams.offset(record.datagram()) + record.offset(),
                record.headerLength(),
                record.length(),
                record.encrypted());
    }

    @Override
    public void message(DtlsMessage message) {
        if (!stopped) {
            byte[] body = message.body().toByteArray();
            messages.message(
                    message.type(), body, 0, body.length, new RecordsPlace(message.direction(), message.records()));
        }
    }

    @Override
    public void repeated(DtlsMessage message) {
        if (!stopped) {
            byte[] body = message.body().toByteArray();
            messages.repeated(
                    message.type(), body, 0, body.length, new RecordsPlace(message.direction(), message.records()));
        }
    }

    @Override
    public void alert(DtlsRecord record, int level, int description) {
        if (!stopped) {
            byte[] body = {(byte) level, (byte) description};
            messages.alert(body, 0, new RecordsPlace(record.direction(), List.of(record)));
        }
    }

    @Override
    public void problem(Direction direction, String reason) {
        problem(StreamProblem.Kind.MALFORMED, direction, reason);
    }

    @Override
    List<StreamProblem> unfinished() {
        List<StreamProblem> problems = new ArrayList<>(0);
        for (Direction direction : Direction.values()) {
            reader.unfinished(direction)
                    .ifPresent(what -> problems.add(new StreamProblem(
                            StreamProblem.Kind.NEEDS_MORE, direction, datagrams.end(direction), what)));
        }
        return problems;
    }

    @Override
    boolean isOver() {
        return stopped || afterwards > PATIENCE;
    }

    @Override
    int footprintOfReading() {
        return reader.footprint();
    }

    @Override
    public void release() {
        // fragments are held in buffers of their own
    }

    /** A place told by records. */
    private final class RecordsPlace implements Place {

        private final Direction direction;
        private final List<DtlsRecord> records;

        RecordsPlace(Direction direction, List<DtlsRecord> records) {
            this.direction = direction;
            this.records = records;
        }

        @Override
        public Direction direction() {
            return direction;
        }

        @Override
        public long offset() {
            DtlsRecord first = records.get(0);
            return datagrams.offset(first.datagram()) + first.offset();
        }

        @Override
        public Provenance provenance() {
            DtlsRecord last = records.get(records.size() - 1);
            return datagrams.provenance(
                    direction,
                    offset(),
                    datagrams.offset(last.datagram()) + last.end(),
                    records.stream().map(DtlsHandshake.this::listed).toList(),
                    records.get(0).datagram(),
                    last.datagram());
        }

        @Override
        public void stop(StreamProblem.Kind kind, long offset, String why) {
            DtlsHandshake.this.stop(direction, why);
            stopped = true;
        }
    }
}
