package dev.interloper.core.report;

import dev.interloper.core.report.FlightRung.Frame;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.flight.FlightShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The flight as a drawing: the client's line on the left, the server's on the right, an arrow a packet, on it a frame a TLS record
 * with the messages in it, and the pauses that tell something. Drawn narrow, for a phone, and in several parts, so that
 * paper is turned between packets.
 */
final class LadderSvg {

    private static final int WIDTH = 340;
    private static final int LEFT = 8;
    private static final int RIGHT = WIDTH - LEFT;
    private static final int TOP = 30;
    private static final int TEXT_LINE = 14;
    private static final int FRAME = 22;
    private static final int INSET = 10;
    private static final int PAD = 6;
    private static final int SPACE = 5;
    /** Width of a character of the fixed-width fonts at 11.5 px; they differ little. */
    private static final double CHARACTER = 6.95;

    private static final int MAX_CHARACTERS = 41;
    private static final int GAP_CHARACTERS = 42;
    static final int ROOM = RIGHT - LEFT - 2 * INSET;
    private static final int PART = 300;

    private final HtmlWriter html;
    private int y;

    private LadderSvg(HtmlWriter html, int top) {
        this.html = html;
        y = top;
    }

    static void write(HtmlWriter html, Handshake handshake, FlightShape flight, String id) {
        List<FlightRung> all = FlightRung.of(handshake, flight);
        if (all.isEmpty()) {
            return;
        }
        List<FlightRung> rungs = all.subList(0, Math.min(FlightRung.MAX_RUNGS, all.size()));
        long start = rungs.get(0).packet().arrivalNanos();
        html.open("figure", "class", "ladder");
        html.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", "the flight, drawn");
        int next = 0;
        while (next < rungs.size()) {
            StringBuilder drawn = new StringBuilder();
            LadderSvg ladder = new LadderSvg(new HtmlWriter(drawn), next == 0 ? TOP : 0);
            int first = next;
            do {
                ladder.rung(rungs.get(next++), start);
            } while (next < rungs.size() && ladder.y < PART);
            int height = ladder.y + (next == rungs.size() ? 8 : 0);
            if (first == 0) {
                begin(html, height, id, words(rungs, start));
            } else {
                html.open("svg", "viewBox", "0 0 " + WIDTH + " " + height, "aria-hidden", "true");
            }
            for (int x : new int[] {LEFT, RIGHT}) {
                html.empty("path", "class", "life", "d", "M" + x + " " + (first == 0 ? 20 : 0) + "V" + height);
            }
            html.written(drawn).close();
        }
        html.close();
        html.element("figcaption", caption(all.size()));
        html.close();
    }

    /** The first part speaks for all. */
    private static void begin(HtmlWriter html, int height, String id, String words) {
        html.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        html.element("title", "The handshake, packet by packet", "id", id + "-title");
        html.element("desc", words, "id", id + "-desc");
        html.element("text", "client", "class", "end", "x", "0", "y", "14");
        html.element("text", "server", "class", "end right", "x", String.valueOf(WIDTH), "y", "14");
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
        for (List<Box> line : lines(rung.frames())) {
            double x = rung.fromClient() ? LEFT + INSET : RIGHT - INSET - width(line);
            for (Box box : line) {
                box(box, x);
                x += box.width() + SPACE;
            }
            y += line.stream().mapToInt(Box::height).max().orElse(FRAME) + 3;
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
                String.valueOf(ROOM),
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

    /** What is written at one go, in as many rows as it takes: a frame stays one frame, however much is in it. */
    record Box(boolean framed, List<List<String>> rows) {

        static Box of(Frame frame) {
            List<List<String>> rows = new ArrayList<>();
            List<String> row = new ArrayList<>();
            for (String part : frame.parts()) {
                row.add(part.length() > MAX_CHARACTERS ? part.substring(0, MAX_CHARACTERS) + "…" : part);
                if (row.size() > 1 && width(row, frame.record()) > ROOM) {
                    String last = row.remove(row.size() - 1);
                    rows.add(row);
                    row = new ArrayList<>(List.of(last));
                }
            }
            rows.add(row);
            return new Box(frame.record(), rows);
        }

        private static double width(List<String> row, boolean framed) {
            double texts =
                    row.stream().mapToDouble(part -> part.length() * CHARACTER).sum();
            return texts + 2 * PAD * (row.size() - (framed ? 0 : 1));
        }

        double width() {
            return rows.stream().mapToDouble(row -> width(row, framed)).max().orElse(0);
        }

        int height() {
            return rows.size() * FRAME;
        }
    }

    private void box(Box box, double left) {
        if (box.framed()) {
            html.empty(
                    "rect",
                    "class",
                    "record",
                    "x",
                    number(left),
                    "y",
                    String.valueOf(y),
                    "width",
                    number(box.width()),
                    "height",
                    String.valueOf(box.height()),
                    "rx",
                    "4");
        }
        int top = y;
        for (List<String> row : box.rows()) {
            if (top > y) {
                divider(left, top, "h" + number(box.width()));
            }
            double x = left + (box.framed() ? PAD : 0);
            for (int i = 0; i < row.size(); i++) {
                if (i > 0) {
                    divider(x - PAD, top, "v" + FRAME);
                }
                html.element("text", row.get(i), "class", "message", "x", number(x), "y", String.valueOf(top + 15));
                x += row.get(i).length() * CHARACTER + 2 * PAD;
            }
            top += FRAME;
        }
    }

    private void divider(double x, int top, String line) {
        html.empty("path", "class", "divider", "d", "M" + number(x) + " " + top + line);
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

    /** Frames in lines that fit. */
    private static List<List<Box>> lines(List<Frame> frames) {
        List<List<Box>> lines = new ArrayList<>();
        List<Box> line = new ArrayList<>();
        for (Frame frame : frames) {
            Box box = Box.of(frame);
            line.add(box);
            if (line.size() > 1 && width(line) > ROOM) {
                line.remove(line.size() - 1);
                lines.add(line);
                line = new ArrayList<>(List.of(box));
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static double width(List<Box> line) {
        return line.stream().mapToDouble(Box::width).sum() + (line.size() - 1) * SPACE;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
