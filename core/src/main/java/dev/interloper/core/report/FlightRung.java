package dev.interloper.core.report;

import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.flight.Boundary;
import dev.interloper.handshake.flight.FlightShape;
import dev.interloper.handshake.message.Alert;
import dev.interloper.handshake.message.HandshakeMessage;
import dev.interloper.handshake.message.Provenance;
import dev.interloper.handshake.record.ContentType;
import dev.interloper.handshake.record.Protocol;
import dev.interloper.handshake.record.TlsRecord;
import dev.interloper.handshake.stream.Conversation;
import dev.interloper.handshake.stream.Direction;
import dev.interloper.handshake.stream.PacketRef;
import dev.interloper.handshake.stream.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One packet of a flight and what lies in it.
 *
 * @param packet the packet
 * @param direction who sent it
 * @param frames its TLS records, or other contents, in order
 * @param gap the pause before it, in words; empty where there is none that tells anything
 */
record FlightRung(PacketRef packet, Direction direction, List<Frame> frames, String gap) {

    static final int MAX_RUNGS = 48;
    private static final int MAX_FRAMES = 10;

    /**
     * What is written at one go.
     *
     * @param record whether it is a TLS record
     * @param parts the messages in it
     */
    record Frame(boolean record, List<String> parts) {}

    FlightRung {
        frames = List.copyOf(frames);
    }

    boolean fromClient() {
        return direction == Direction.CLIENT_TO_SERVER;
    }

    /** The contents in words. */
    String contents() {
        return frames.stream()
                .map(frame -> String.join(" + ", frame.parts()) + (frame.record() ? " (one record)" : ""))
                .collect(Collectors.joining(", "));
    }

    /** The packets in the capture's order, all of them; those beyond {@link #MAX_RUNGS} without contents. */
    static List<FlightRung> of(Handshake handshake, FlightShape flight) {
        Conversation tcp = handshake.conversation();
        List<FlightRung> rungs = new ArrayList<>();
        tcp.syn().ifPresent(packet -> rungs.add(bare(packet, Direction.CLIENT_TO_SERVER, "SYN")));
        tcp.synAck().ifPresent(packet -> rungs.add(bare(packet, Direction.SERVER_TO_CLIENT, "SYN-ACK")));
        Map<Long, String> gaps = gaps(flight);
        for (Direction direction : Direction.values()) {
            int count = 0;
            for (Segment segment : handshake.segments(direction)) {
                boolean server = direction == Direction.SERVER_TO_CLIENT;
                rungs.add(new FlightRung(
                        segment.packet(),
                        direction,
                        count++ < MAX_RUNGS ? frames(handshake, direction, segment) : List.of(),
                        server ? gaps.getOrDefault(segment.packet().number(), "") : ""));
            }
        }
        tcp.close().ifPresent(end -> rungs.add(bare(end.packet(), end.by(), end.reset() ? "RST" : "FIN")));
        rungs.sort(Comparator.comparingLong(rung -> rung.packet().number()));
        return rungs;
    }

    private static Map<Long, String> gaps(FlightShape flight) {
        return flight.splits().stream()
                .collect(Collectors.toMap(
                        boundary -> boundary.firstAfter().number(), FlightRung::gap, (first, second) -> first));
    }

    private static String gap(Boundary boundary) {
        return String.format(
                Locale.ROOT,
                "%.1f ms after packet %d: %s",
                boundary.gapNanos() / 1e6,
                boundary.lastBefore().number(),
                boundary.kind());
    }

    private static FlightRung bare(PacketRef packet, Direction direction, String label) {
        return new FlightRung(packet, direction, List.of(new Frame(false, List.of(label))), "");
    }

    private static List<Frame> frames(Handshake handshake, Direction direction, Segment segment) {
        List<Frame> frames = handshake.protocol() == Protocol.QUIC
                ? quic(handshake, direction, segment)
                : records(handshake, direction, segment);
        if (frames.isEmpty()) {
            return List.of(new Frame(false, List.of(segment.length() + " bytes")));
        }
        if (frames.size() <= MAX_FRAMES) {
            return frames;
        }
        List<Frame> shown = new ArrayList<>(frames.subList(0, MAX_FRAMES));
        shown.add(new Frame(false, List.of((frames.size() - MAX_FRAMES) + " more records")));
        return shown;
    }

    /** QUIC's messages lie in streams of their own, not in records. */
    private static List<Frame> quic(Handshake handshake, Direction direction, Segment segment) {
        List<Frame> frames = new ArrayList<>();
        for (HandshakeMessage message : handshake.messages()) {
            Provenance place = message.provenance();
            if (place.direction() == direction && place.segments().contains(segment)) {
                boolean begins = place.segments().get(0).equals(segment);
                frames.add(new Frame(false, List.of(begins ? sized(message) : "…" + message.type())));
            }
        }
        return frames;
    }

    private static List<Frame> records(Handshake handshake, Direction direction, Segment segment) {
        List<Frame> frames = new ArrayList<>();
        for (TlsRecord record : handshake.records(direction)) {
            if (record.offset() < segment.end() && segment.offset() < record.end()) {
                frames.add(new Frame(true, parts(handshake, record, segment)));
            }
        }
        return frames;
    }

    private static List<String> parts(Handshake handshake, TlsRecord record, Segment segment) {
        long from = Math.max(record.offset(), segment.offset());
        long to = Math.min(record.end(), segment.end());
        List<String> parts = new ArrayList<>();
        boolean known = false;
        for (HandshakeMessage message : handshake.messages()) {
            Provenance place = message.provenance();
            if (lies(place, record)) {
                known = true;
                if (place.offset() < to && from < place.end()) {
                    String name = place.offset() >= from ? sized(message) : "…" + message.type();
                    parts.add(name + (place.end() > to ? "…" : ""));
                }
            }
        }
        for (Alert alert : handshake.alerts()) {
            if (lies(alert.provenance(), record)) {
                parts.add("alert " + alert);
            }
        }
        if (!parts.isEmpty()) {
            return parts;
        }
        String name = record.type().equals(ContentType.CHANGE_CIPHER_SPEC)
                ? "ChangeCipherSpec"
                : record.encrypted() ? "encrypted" : record.type().toString();
        boolean begins = record.offset() >= segment.offset();
        return List.of((begins ? "" : "…")
                + name
                + (known || !begins ? "" : " " + record.length() + " B")
                + (record.end() > segment.end() ? "…" : ""));
    }

    private static boolean lies(Provenance place, TlsRecord record) {
        return place.direction() == record.direction()
                && place.offset() < record.end()
                && record.offset() < place.end()
                && place.records().contains(record);
    }

    private static String sized(HandshakeMessage message) {
        return message.type() + " " + message.body().length() + " B";
    }
}
