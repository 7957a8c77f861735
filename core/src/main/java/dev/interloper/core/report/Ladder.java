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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The exchange as a ladder: a rung a packet, with what it carries and when it came. */
final class Ladder {

    private static final int WIDTH = 58;
    private static final int MAX_RUNGS = 48;
    private static final int MAX_PARTS = 8;

    /** One packet. */
    private record Rung(PacketRef packet, Direction direction, String label, String remark) {}

    private Ladder() {}

    static List<String> draw(Handshake handshake, FlightShape flight) {
        List<Rung> rungs = rungs(handshake, flight);
        List<String> lines = new ArrayList<>();
        if (rungs.isEmpty()) {
            return lines;
        }
        long start = rungs.get(0).packet().arrivalNanos();
        lines.add(String.format(
                Locale.ROOT,
                "%12s %7s %6s  %-" + (WIDTH / 2) + "s%" + (WIDTH / 2) + "s",
                "time/ms",
                "packet",
                "bytes",
                "client",
                "server"));
        for (Rung rung : rungs.subList(0, Math.min(MAX_RUNGS, rungs.size()))) {
            if (!rung.remark().isEmpty()) {
                lines.add(" ".repeat(29) + "┆ " + rung.remark());
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "%12.3f %7d %6d  %s",
                    (rung.packet().arrivalNanos() - start) / 1e6,
                    rung.packet().number(),
                    rung.packet().payloadLength(),
                    arrow(rung)));
        }
        if (rungs.size() > MAX_RUNGS) {
            lines.add("             … and " + (rungs.size() - MAX_RUNGS) + " more packets");
        }
        return lines;
    }

    private static String arrow(Rung rung) {
        boolean fromClient = rung.direction() == Direction.CLIENT_TO_SERVER;
        String label = fromClient ? rung.label() + " " : " " + rung.label();
        String shaft = "─".repeat(Math.max(2, WIDTH - 1 - label.length()));
        return fromClient ? label + shaft + "►" : "◄" + shaft + label;
    }

    private static List<Rung> rungs(Handshake handshake, FlightShape flight) {
        Conversation tcp = handshake.conversation();
        List<Rung> rungs = new ArrayList<>();
        tcp.syn().ifPresent(packet -> rungs.add(new Rung(packet, Direction.CLIENT_TO_SERVER, "SYN", "")));
        tcp.synAck().ifPresent(packet -> rungs.add(new Rung(packet, Direction.SERVER_TO_CLIENT, "SYN-ACK", "")));
        Map<Long, String> remarks = remarks(flight);
        for (Direction direction : Direction.values()) {
            for (Segment segment : handshake.segments(direction)) {
                String remark = remarks.getOrDefault(segment.packet().number(), "");
                boolean flagged = segment.outOfOrder() && direction == Direction.SERVER_TO_CLIENT;
                rungs.add(new Rung(
                        segment.packet(),
                        direction,
                        label(handshake, direction, segment),
                        direction == Direction.SERVER_TO_CLIENT ? remark + (flagged ? "  (out of order)" : "") : ""));
            }
        }
        tcp.close()
                .ifPresent(close -> rungs.add(new Rung(close.packet(), close.by(), close.reset() ? "RST" : "FIN", "")));
        rungs.sort(Comparator.comparingLong(rung -> rung.packet().number()));
        return rungs;
    }

    static Map<Long, String> remarks(FlightShape flight) {
        Map<Long, String> remarks = new LinkedHashMap<>();
        for (Boundary boundary : flight.splits()) {
            remarks.put(
                    boundary.firstAfter().number(),
                    String.format(
                            Locale.ROOT,
                            "+%.1f ms after packet %d: %s",
                            boundary.gapNanos() / 1e6,
                            boundary.lastBefore().number(),
                            boundary.kind()));
        }
        return remarks;
    }

    /** What a packet carries, at its place. */
    private record Part(long offset, String text) {}

    private static String label(Handshake handshake, Direction direction, Segment segment) {
        List<Part> parts = new ArrayList<>();
        Set<Integer> read = new HashSet<>();
        for (HandshakeMessage message : handshake.messages()) {
            if (message.provenance().direction() == direction) {
                addPart(parts, handshake, message.type().toString(), message.provenance(), segment);
                message.provenance().records().forEach(record -> read.add(record.index()));
            }
        }
        for (Alert alert : handshake.alerts()) {
            if (alert.provenance().direction() == direction) {
                addPart(parts, handshake, "alert " + alert, alert.provenance(), segment);
                alert.provenance().records().forEach(record -> read.add(record.index()));
            }
        }
        int encrypted = 0;
        for (TlsRecord record : handshake.records(direction)) {
            boolean starts = segment.offset() <= record.offset() && record.offset() < segment.end();
            if (starts && record.type().equals(ContentType.CHANGE_CIPHER_SPEC)) {
                parts.add(new Part(record.offset(), "ChangeCipherSpec"));
            } else if (starts && record.encrypted() && !read.contains(record.index())) {
                encrypted++;
            }
        }
        parts.sort(Comparator.comparingLong(Part::offset));
        List<String> texts = new ArrayList<>(parts.stream().map(Part::text).toList());
        if (encrypted > 0) {
            texts.add(encrypted == 1 ? "1 encrypted record" : encrypted + " encrypted records");
        }
        if (texts.isEmpty()) {
            return segment.length() + " bytes";
        }
        return texts.size() <= MAX_PARTS
                ? String.join(" + ", texts)
                : String.join(" + ", texts.subList(0, MAX_PARTS)) + " + " + (texts.size() - MAX_PARTS) + " more";
    }

    /** {@code Certificate…} begins here, {@code …Certificate} ends here. */
    private static void addPart(List<Part> parts, Handshake handshake, String name, Provenance place, Segment segment) {
        if (handshake.protocol() == Protocol.QUIC) { // whose messages lie in streams of their own
            if (place.segments().contains(segment)) {
                boolean begins = place.segments().get(0).equals(segment);
                parts.add(new Part(place.offset(), (begins ? "" : "…") + name));
            }
        } else if (place.offset() < segment.end() && segment.offset() < place.end()) {
            parts.add(new Part(
                    place.offset(),
                    (place.offset() < segment.offset() ? "…" : "") + name + (place.end() > segment.end() ? "…" : "")));
        }
    }
}
