package dev.interloper.handshake.flight;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.message.ClientHello;
import dev.interloper.handshake.message.ServerHello;
import dev.interloper.handshake.stream.Acknowledgement;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How a server packed its first flight into records and packets, and the pauses in it. The shape tells which kind of TLS stack
 * answered and how it writes; it is at most a weak hint of interception, because innocent stacks make every one of these shapes.
 * Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class FlightShape {

    private final List<Boundary> boundaries;
    private final List<InnerSplit> innerSplits;
    private final @Nullable FirstReply firstReply;
    private final List<String> doubts;

    private FlightShape(
            List<Boundary> boundaries,
            List<InnerSplit> innerSplits,
            @Nullable FirstReply firstReply,
            List<String> doubts) {
        this.boundaries = List.copyOf(boundaries);
        this.innerSplits = List.copyOf(innerSplits);
        this.firstReply = firstReply;
        this.doubts = List.copyOf(doubts);
    }

    /**
     * The shape of a handshake's first server flight.
     *
     * @param handshake the observation
     * @return its shape; without boundaries where no ServerHello or no packets were seen, or QUIC carried them, without records
     */
    public static FlightShape of(Handshake handshake) {
        List<FlightUnit> units = FlightUnit.of(handshake);
        List<Segment> segments = handshake.segments(Direction.SERVER_TO_CLIENT);
        List<String> doubts = units.isEmpty() ? List.of() : doubts(handshake, segments);
        List<Boundary> boundaries = new ArrayList<>();
        for (int i = 1; i < units.size(); i++) {
            Boundary boundary = boundary(units.get(i - 1), units.get(i), handshake, doubts.isEmpty());
            if (boundary != null) {
                boundaries.add(boundary);
            }
        }
        return new FlightShape(
                boundaries, innerSplits(units, segments, handshake.conversation()), firstReply(handshake), doubts);
    }

    /** Why the packets may not be as the server sent them. */
    private static List<String> doubts(Handshake handshake, List<Segment> segments) {
        Conversation tcp = handshake.conversation();
        Direction server = Direction.SERVER_TO_CLIENT;
        List<String> doubts = new ArrayList<>();
        int mss = tcp.maximumSegmentSize(server).orElse(0);
        segments.stream()
                .mapToInt(segment -> segment.packet().payloadLength())
                .filter(length -> mss > 0 && length > mss)
                .max()
                .ifPresent(length -> doubts.add("segments of up to " + length + " bytes where " + mss
                        + " is the maximum: the capturing machine merged packets (offload)"));
        if (tcp.missingBytes(server) > 0) {
            doubts.add(tcp.missingBytes(server) + " bytes of the server are missing");
        }
        if (tcp.retransmissions(server) > 0) {
            doubts.add(tcp.retransmissions(server) + " retransmitted packets");
        }
        if (tcp.outOfOrder(server) > 0) {
            doubts.add(tcp.outOfOrder(server) + " packets out of order");
        }
        if (tcp.truncatedPackets()) {
            doubts.add("packets cut short by the capture's snap length");
        }
        return doubts;
    }

    private static @Nullable Boundary boundary(
            FlightUnit before, FlightUnit after, Handshake handshake, boolean reliable) {
        List<Segment> segments = handshake.segments(Direction.SERVER_TO_CLIENT);
        Segment last = holding(segments, before.end() - 1);
        Segment first = holding(segments, after.offset());
        if (last == null || first == null) {
            return null;
        }
        PacketRef lastPacket = last.packet();
        PacketRef firstPacket = first.packet();
        if (last.equals(first)) {
            BoundaryKind kind =
                    before.lastRecord() == after.firstRecord() ? BoundaryKind.SAME_RECORD : BoundaryKind.SAME_SEGMENT;
            return new Boundary(before.name(), after.name(), kind, 0, lastPacket, firstPacket, false);
        }
        long gap = firstPacket.arrivalNanos() - lastPacket.arrivalNanos();
        Conversation tcp = handshake.conversation();
        OptionalLong sinceAck = sinceAck(tcp, before.end(), firstPacket);
        BoundaryKind kind =
                before.lastRecord() == after.firstRecord() ? BoundaryKind.SAME_RECORD : BoundaryKind.UNRELIABLE;
        if (reliable && kind != BoundaryKind.SAME_RECORD) {
            kind = FlightTiming.kind(
                    before,
                    after,
                    gap,
                    tcp.roundTripNanos(),
                    lastPacket.payloadLength(),
                    tcp.maximumSegmentSize(Direction.SERVER_TO_CLIENT).orElse(0),
                    isReleasable(sinceAck, tcp.serverRoundTripNanos()));
        }
        boolean acknowledged = sinceAck.isPresent() && sinceAck.getAsLong() >= 0;
        return new Boundary(before.name(), after.name(), kind, gap, lastPacket, firstPacket, acknowledged);
    }

    /** An acknowledgement needs the way from the capturing machine to the server, and the data the way back. */
    private static boolean isReleasable(OptionalLong sinceAck, OptionalLong serverRoundTrip) {
        return sinceAck.isEmpty() || sinceAck.getAsLong() >= serverRoundTrip.orElse(0) / 2;
    }

    private static OptionalLong sinceAck(Conversation tcp, long end, PacketRef next) {
        for (Acknowledgement acknowledgement : tcp.clientAcknowledgements()) {
            if (acknowledgement.acknowledged() >= end) {
                return OptionalLong.of(
                        next.arrivalNanos() - acknowledgement.packet().arrivalNanos());
            }
        }
        return OptionalLong.empty();
    }

    private static List<InnerSplit> innerSplits(List<FlightUnit> units, List<Segment> segments, Conversation tcp) {
        List<InnerSplit> splits = new ArrayList<>();
        if (units.isEmpty()) {
            return splits;
        }
        long start = units.get(0).offset();
        int mss = tcp.maximumSegmentSize(Direction.SERVER_TO_CLIENT).orElse(0);
        int largest = segments.stream()
                .mapToInt(segment -> segment.packet().payloadLength())
                .max()
                .orElse(0);
        int full = mss > 0 ? Math.min(mss, largest) : largest;
        for (int i = 1; i < segments.size(); i++) {
            long at = segments.get(i).offset();
            int previous = segments.get(i - 1).packet().payloadLength();
            for (FlightUnit unit : units) {
                if (unit.offset() < at && at < unit.end()) {
                    splits.add(new InnerSplit(unit.name(), at - start, cause(at - start, previous, full)));
                }
            }
        }
        return splits;
    }

    private static InnerSplit.Cause cause(long flightOffset, int previousLength, int full) {
        if (flightOffset % 4096 == 0) {
            return InnerSplit.Cause.BUFFER_4096;
        }
        return previousLength >= full ? InnerSplit.Cause.FULL_SEGMENT : InnerSplit.Cause.OTHER;
    }

    private static @Nullable FirstReply firstReply(Handshake handshake) {
        ClientHello asked = handshake.clientHellos().stream()
                .reduce((first, second) -> second)
                .orElse(null);
        ServerHello answered = handshake.serverHello().orElse(null);
        if (asked == null || answered == null) {
            return null;
        }
        PacketRef from = asked.provenance().lastPacket().orElse(null);
        PacketRef to = answered.provenance().firstPacket().orElse(null);
        if (from == null || to == null || to.arrivalNanos() < from.arrivalNanos()) {
            return null;
        }
        return new FirstReply(
                to.arrivalNanos() - from.arrivalNanos(),
                handshake.conversation().roundTripNanos());
    }

    private static @Nullable Segment holding(List<Segment> segments, long offset) {
        for (Segment segment : segments) {
            if (segment.offset() <= offset && offset < segment.end()) {
                return segment;
            }
        }
        return null;
    }

    /**
     * The places between neighbours of the flight.
     *
     * @return in the order of the stream
     */
    public List<Boundary> boundaries() {
        return boundaries;
    }

    /**
     * The places where neighbours came in different segments.
     *
     * @return in the order of the stream; empty if the flight was not split between messages
     */
    public List<Boundary> splits() {
        return boundaries.stream().filter(boundary -> boundary.kind().isSplit()).toList();
    }

    /**
     * The places where a segment ended inside a message.
     *
     * @return in the order of the stream
     */
    public List<InnerSplit> innerSplits() {
        return innerSplits;
    }

    /**
     * How long the ServerHello took.
     *
     * @return empty if either hello, or its packet, is not known
     */
    public Optional<FirstReply> firstReply() {
        return Optional.ofNullable(firstReply);
    }

    /**
     * Why the capture does not show the packets as the server sent them; then only records are judged, not times.
     *
     * @return one sentence each; empty for a good capture
     */
    public List<String> doubts() {
        return doubts;
    }

    /**
     * Whether packets and times can be relied on.
     *
     * @return true if there are no {@link #doubts()}
     */
    public boolean isReliable() {
        return doubts.isEmpty();
    }

    /**
     * Whether all messages of the flight lie in one record.
     *
     * @return true only for a flight of two or more messages
     */
    public boolean isOneRecord() {
        return !boundaries.isEmpty()
                && boundaries.stream().allMatch(boundary -> boundary.kind() == BoundaryKind.SAME_RECORD);
    }

    /** The boundaries, joined. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        boundaries.forEach(boundary -> parts.add(boundary.toString()));
        return parts.isEmpty() ? "no flight" : String.join("; ", parts);
    }
}
