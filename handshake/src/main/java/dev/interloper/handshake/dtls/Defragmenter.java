package dev.interloper.handshake.dtls;

import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts one direction's fragments together to messages (RFC 6347 section 4.2.3). A message is told as soon as it is complete, not in
 * the order of the numbers: a capture may lack the one before, and nobody would send it again for us.
 */
final class Defragmenter {

    /** The longest flight has seven messages; more than one flight may be under way where the capture lacks datagrams. */
    private static final int MAX_UNDER_WAY = 32;

    private final DtlsReader reader;
    private final Direction direction;
    private final int maxMessageBytes;
    private final int maxBufferedBytes;
    private final DeliveredMessages delivered = new DeliveredMessages();
    private final List<PartialMessage> underWay = new ArrayList<>(0);
    private int footprint;

    Defragmenter(DtlsReader reader, Direction direction, int maxMessageBytes, int maxBufferedBytes) {
        this.reader = reader;
        this.direction = direction;
        this.maxMessageBytes = maxMessageBytes;
        this.maxBufferedBytes = maxBufferedBytes;
    }

    /** Takes a record's contents: messages or fragments, one after the other; false if they are malformed. */
    boolean record(DtlsRecord record, byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (length == 0) {
            reader.problem(direction, "a handshake record without contents");
            return false;
        }
        while (at < end) {
            if (end - at < FragmentHeader.LENGTH) {
                reader.problem(direction, "the record ends within a handshake header");
                return false;
            }
            FragmentHeader header = FragmentHeader.read(bytes, at);
            at += FragmentHeader.LENGTH;
            if (!header.fits() || header.fragmentLength() > end - at) {
                reader.problem(direction, header + " do not fit " + (end - at) + " bytes");
                return false;
            }
            if (header.length() > maxMessageBytes) {
                reader.problem(direction, header + " is more than the limit of " + maxMessageBytes);
            } else {
                fragment(record, header, bytes, at);
            }
            at += header.fragmentLength();
        }
        return true;
    }

    private void fragment(DtlsRecord record, FragmentHeader header, byte[] bytes, int at) {
        if (header.isWhole()) {
            complete(record.epoch(), header, Bytes.copyOf(bytes, at, header.length()), List.of(record));
            return;
        }
        if (header.fragmentLength() == 0) {
            return;
        }
        PartialMessage message = find(record.epoch(), header, bytes, at);
        footprint -= message.footprint();
        message.add(header, bytes, at, record);
        if (message.isComplete()) {
            underWay.remove(message);
            complete(record.epoch(), header, message.body(), message.records());
        } else {
            footprint += message.footprint();
            makeRoom();
        }
    }

    private PartialMessage find(int epoch, FragmentHeader header, byte[] bytes, int at) {
        for (int i = underWay.size() - 1;
                i >= 0;
                i--) { // of two that contradict each other the newer one is being sent
            if (underWay.get(i).accepts(epoch, header, bytes, at)) {
                return underWay.get(i);
            }
        }
        PartialMessage message = new PartialMessage(epoch, header);
        underWay.add(message);
        footprint += message.footprint();
        return message;
    }

    private void makeRoom() {
        while (underWay.size() > MAX_UNDER_WAY || footprint > maxBufferedBytes) {
            PartialMessage oldest = underWay.remove(0);
            footprint -= oldest.footprint();
            reader.problem(direction, oldest + ": given up, for too much is under way");
        }
    }

    private void complete(int epoch, FragmentHeader header, Bytes body, List<DtlsRecord> records) {
        if (!underWay.isEmpty()) {
            byte[] bytes = body.toByteArray();
            underWay.removeIf(message -> message.accepts(epoch, header.whole(), bytes, 0));
            footprint = underWay.stream().mapToInt(PartialMessage::footprint).sum();
        }
        DtlsMessage message = new DtlsMessage(direction, header.type(), header.sequence(), epoch, body, records);
        if (delivered.add(epoch, header, body)) {
            reader.message(message);
        } else {
            reader.repeated(message);
        }
    }

    /** The oldest message under way that is not one sent again; empty if there is none. */
    Optional<String> unfinished() {
        return underWay.stream()
                .filter(message -> !delivered.knows(message.epoch(), message.header()))
                .findFirst()
                .map(PartialMessage::toString);
    }

    int footprint() {
        return footprint;
    }
}
