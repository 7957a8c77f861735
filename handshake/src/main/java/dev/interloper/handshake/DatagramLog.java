package dev.interloper.handshake;

import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The datagrams of a conversation, each as a segment of its direction's bytes, which are all its datagrams one after the other.
 */
final class DatagramLog {

    private final @Nullable DirectionLog client;
    private final @Nullable DirectionLog server;
    private final List<Segment> datagrams = new ArrayList<>(4);
    private final boolean keeps;
    private long clientBytes;
    private long serverBytes;

    DatagramLog(boolean keeps) {
        this.keeps = keeps;
        client = keeps ? new DirectionLog(Direction.CLIENT_TO_SERVER) : null;
        server = keeps ? new DirectionLog(Direction.SERVER_TO_CLIENT) : null;
    }

    void add(Direction direction, long packet, long arrivalNanos, int length) {
        DirectionLog log = log(direction);
        if (log == null) {
            return;
        }
        boolean fromClient = direction == Direction.CLIENT_TO_SERVER;
        long offset = fromClient ? clientBytes : serverBytes;
        PacketRef reference = new PacketRef(packet, arrivalNanos, length);
        log.segment(reference, offset, length, false);
        datagrams.add(new Segment(reference, offset, length, false));
        if (fromClient) {
            clientBytes += length;
        } else {
            serverBytes += length;
        }
    }

    @Nullable
    DirectionLog log(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? client : server;
    }

    /** Where a datagram's first byte is among its direction's bytes. */
    long offset(long datagram) {
        return keeps && datagram < datagrams.size()
                ? datagrams.get((int) datagram).offset()
                : 0;
    }

    /** How many bytes a direction's datagrams held so far. */
    long end(Direction direction) {
        return direction == Direction.CLIENT_TO_SERVER ? clientBytes : serverBytes;
    }

    /** A message of which the datagrams from one to another hold parts; what the other direction sent between does not count. */
    Provenance provenance(Direction direction, long offset, long end, List<TlsRecord> records, long first, long last) {
        DirectionLog log = log(direction);
        if (log == null || datagrams.isEmpty()) {
            return new Provenance(direction, offset, end, records, List.of());
        }
        long from = offset(Math.min(first, last));
        Segment until = datagrams.get((int) Math.min(Math.max(first, last), datagrams.size() - 1L));
        return new Provenance(direction, offset, end, records, log.covering(from, until.end()));
    }

    int footprint() {
        return 120 * datagrams.size();
    }
}
