package dev.interloper.core.report;

import dev.interloper.core.report.FlightRung.Frame;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.flight.FlightShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The flight as a drawing: the client's line on the left, the server's on the right, an arrow a packet, on it a frame a TLS record
 * with the messages in it, and the pauses that tell something.
 */
final class LadderSvg {

    private static final int WIDTH = 400;
    private static final int LEFT = 12;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int TOP = 30;
    private static final int TEXT_LINE = 14;
    private static final int FRAME = 22;
    private static final int INSET = 14;
    private static final int PAD = 6;
    private static final int SPACE = 5;
    /** Width of a character of the fixed-width fonts at 11.5 px; they differ little. */
    private static final double CHARACTER = 6.95;

    private static final int MAX_CHARACTERS = 46;
    private static final int GAP_CHARACTERS = 50;

    private final HtmlWriter html;
    private int y = TOP;

    private LadderSvg(HtmlWriter html) {
        this.html = html;
    }

    static void write(HtmlWriter html, Handshake handshake, FlightShape flight, String id) {
        List<FlightRung> all = FlightRung.of(handshake, flight);
        if (all.isEmpty()) {
            return;
        }
        List<FlightRung> rungs = all.subList(0, Math.min(FlightRung.MAX_RUNGS, all.size()));
        StringBuilder drawn = new StringBuilder();
        LadderSvg ladder = new LadderSvg(new HtmlWriter(drawn));
        long start = rungs.get(0).packet().arrivalNanos();
        rungs.forEach(rung -> ladder.rung(rung, start));
        int height = ladder.y + 8;
        html.open("figure", "class", "ladder");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "the flight, drawn");
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        html.element("title", "The handshake, packet by packet", "id", id + "-title");
        html.element("desc", words(rungs, start), "id", id + "-desc");
        html.element("text", "client", "class", "end", "x", "0", "y", "14");
        html.element("text", "server", "class", "end right", "x", String.valueOf(WIDTH), "y", "14");
        for (int x : new int[] {LEFT, RIGHT}) {
            html.empty("path", "class", "life", "d", "M" + x + " 20V" + height);
        }
        html.written(drawn).close().close();
        html.element("figcaption", caption(all.size()));
        html.close();
    }

    private static String caption(int packets) {
        String more = packets > FlightRung.MAX_RUNGS
                ? "The first " + FlightRung.MAX_RUNGS + " of " + packets + " packets. "
                : "";
        return more
                + "An arrow is a packet; a frame on it is a TLS record, with its messages and their sizes. … continues in"
                + " another packet.";
    }

    private static String words(List<FlightRung> rungs, long start) {
        StringBuilder text = new StringBuilder();
        for (FlightRung rung : rungs) {
            text.append(time(rung, start))
                    .append(rung.fromClient() ? ", client: " : ", server: ")
                    .append(rung.contents())
                    .append(rung.gap().isEmpty() ? "" : " (" + rung.gap() + ")")
                    .append(". ");
        }
        return text.toString().strip();
    }

    private static String time(FlightRung rung, long start) {
        return String.format(Locale.ROOT, "%.3f ms", (rung.packet().arrivalNanos() - start) / 1e6);
    }

    private void rung(FlightRung rung, long start) {
        if (!rung.gap().isEmpty()) {
            gap(rung.gap());
        }
        String side = rung.fromClient() ? "client" : "server";
        html.open("g", "class", side);
        y += TEXT_LINE;
        String size =
                rung.packet().payloadLength() == 0 ? "" : " · " + rung.packet().payloadLength() + " B";
        html.element(
                "text",
                time(rung, start) + " · packet " + rung.packet().number() + size,
                "class",
                rung.fromClient() ? "when" : "when right",
                "x",
                String.valueOf(rung.fromClient() ? LEFT + INSET : RIGHT - INSET),
                "y",
                String.valueOf(y));
        y += 5;
        for (List<Frame> line : lines(rung.frames())) {
            double x = rung.fromClient() ? LEFT + INSET : RIGHT - INSET - width(line);
            for (Frame frame : line) {
                frame(frame, x);
                x += width(frame) + SPACE;
            }
            y += FRAME + 3;
        }
        arrow(rung.fromClient());
        html.close();
        y += 8;
    }

    private void gap(String text) {
        List<String> lines = broken(text);
        int height = lines.size() * TEXT_LINE + 8;
        y += 4;
        html.open("g", "class", "gap");
        html.empty(
                "rect",
                "x",
                String.valueOf(LEFT + INSET),
                "y",
                String.valueOf(y),
                "width",
                String.valueOf(RIGHT - LEFT - 2 * INSET),
                "height",
                String.valueOf(height),
                "rx",
                "4");
        for (int i = 0; i < lines.size(); i++) {
            html.element(
                    "text",
                    lines.get(i),
                    "x",
                    String.valueOf(WIDTH / 2),
                    "y",
                    String.valueOf(y + (i + 1) * TEXT_LINE + 1));
        }
        html.close();
        y += height + 2;
    }

    private static List<String> broken(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > GAP_CHARACTERS) {
            int blank = rest.lastIndexOf(' ', GAP_CHARACTERS);
            int cut = blank > 0 ? blank : GAP_CHARACTERS;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private void frame(Frame frame, double left) {
        if (frame.record()) {
            html.empty(
                    "rect",
                    "class",
                    "record",
                    "x",
                    number(left),
                    "y",
                    String.valueOf(y),
                    "width",
                    number(width(frame)),
                    "height",
                    String.valueOf(FRAME),
                    "rx",
                    "4");
        }
        double x = left + (frame.record() ? PAD : 0);
        for (String part : frame.parts()) {
            if (x > left + PAD) {
                html.empty("path", "class", "divider", "d", "M" + number(x - PAD) + " " + y + "v" + FRAME);
            }
            html.element("text", part, "class", "message", "x", number(x), "y", String.valueOf(y + 15));
            x += part.length() * CHARACTER + 2 * PAD;
        }
    }

    private void arrow(boolean fromClient) {
        y += 4;
        html.empty("path", "class", "shaft", "d", "M" + LEFT + " " + y + "H" + RIGHT);
        int tip = fromClient ? RIGHT : LEFT;
        int back = fromClient ? RIGHT - 9 : LEFT + 9;
        html.empty(
                "path",
                "class",
                "tip",
                "d",
                "M" + tip + " " + y + "L" + back + " " + (y - 4.5) + "V" + (y + 4.5) + "Z");
    }

    /** Frames in lines that fit; a record with more messages than a line holds goes on in the next one. */
    private static List<List<Frame>> lines(List<Frame> frames) {
        List<List<Frame>> lines = new ArrayList<>();
        List<Frame> line = new ArrayList<>();
        for (Frame frame : frames) {
            for (Frame piece : pieces(frame)) {
                line.add(piece);
                if (line.size() > 1 && width(line) > RIGHT - LEFT - 2 * INSET) {
                    line.remove(line.size() - 1);
                    lines.add(line);
                    line = new ArrayList<>(List.of(piece));
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Frame> pieces(Frame frame) {
        List<Frame> pieces = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String part : frame.parts()) {
            parts.add(part.length() > MAX_CHARACTERS ? part.substring(0, MAX_CHARACTERS) + "…" : part);
            if (parts.size() > 1 && width(new Frame(frame.record(), parts)) > RIGHT - LEFT - 2 * INSET) {
                String last = parts.remove(parts.size() - 1);
                pieces.add(new Frame(frame.record(), List.copyOf(parts)));
                parts.clear();
                parts.add(last);
            }
        }
        pieces.add(new Frame(frame.record(), List.copyOf(parts)));
        return pieces;
    }

    private static double width(List<Frame> line) {
        return line.stream().mapToDouble(LadderSvg::width).sum() + (line.size() - 1) * SPACE;
    }

    private static double width(Frame frame) {
        double texts = frame.parts().stream()
                .mapToDouble(part -> part.length() * CHARACTER)
                .sum();
        return texts + 2 * PAD * (frame.parts().size() - (frame.record() ? 0 : 1));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
