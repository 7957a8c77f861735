package dev.interloper.handshake.flight;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.HandshakeType;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of the server's first flight: a message, or, where TLS 1.3 encrypts them, a record.
 *
 * @param name what to call it
 * @param type the handshake type, -1 for a record
 * @param firstRecord index of the record with its first byte
 * @param lastRecord index of the record with its last byte
 * @param offset where it starts in the stream, its record's header included if it starts the record
 * @param end where it ends
 */
record FlightUnit(String name, int type, int firstRecord, int lastRecord, long offset, long end) {

    private static final int FINISHED = 20;
    private static final String ENCRYPTED = "encrypted record";

    boolean isEncrypted() {
        return name.equals(ENCRYPTED);
    }

    /** The pieces in the order of the stream, from ServerHello to ServerHelloDone, or to the end of what was seen. */
    static List<FlightUnit> of(Handshake handshake) {
        List<FlightUnit> units = new ArrayList<>();
        ServerHello hello = handshake.serverHello().orElse(null);
        if (hello == null || hello.provenance().records().isEmpty()) {
            return units; // QUIC has no records
        }
        boolean started = false;
        for (HandshakeMessage message : handshake.messages()) {
            started |= message == hello;
            if (started && message.provenance().direction() == Direction.SERVER_TO_CLIENT) {
                units.add(of(message));
                if (message.type().equals(HandshakeType.SERVER_HELLO_DONE)
                        || message.type().code() == FINISHED) {
                    break;
                }
            }
        }
        if (hello.selectedVersion().isTls13() && !units.isEmpty()) {
            addRecords(handshake, units);
        }
        return units;
    }

    private static FlightUnit of(HandshakeMessage message) {
        List<TlsRecord> records = message.provenance().records();
        TlsRecord first = records.get(0);
        long offset = message.provenance().offset();
        boolean startsRecord = offset == first.offset() + first.headerLength();
        return new FlightUnit(
                message.type().toString(),
                message.type().code(),
                first.index(),
                records.get(records.size() - 1).index(),
                startsRecord ? first.offset() : offset,
                message.provenance().end());
    }

    /** With the secrets, messages were seen in the records; without, or between those, the records are all there is. */
    private static void addRecords(Handshake handshake, List<FlightUnit> units) {
        FlightUnit last = units.get(units.size() - 1);
        long from = units.get(0).end();
        long until = last.type() == FINISHED ? last.end() : Long.MAX_VALUE;
        List<FlightUnit> messages = List.copyOf(units);
        for (TlsRecord record : handshake.records(Direction.SERVER_TO_CLIENT)) {
            boolean known = messages.stream()
                    .anyMatch(unit -> unit.firstRecord() <= record.index() && record.index() <= unit.lastRecord());
            if (record.offset() >= from && record.offset() < until && !known) {
                boolean encrypted = record.type().equals(ContentType.APPLICATION_DATA);
                String name = encrypted ? ENCRYPTED : record.type().toString();
                units.add(new FlightUnit(name, -1, record.index(), record.index(), record.offset(), record.end()));
            }
        }
        units.sort(Comparator.comparingLong(FlightUnit::offset));
    }
}
