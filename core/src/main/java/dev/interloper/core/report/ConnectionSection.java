package dev.interloper.core.report;

import dev.interloper.core.Inspection;
import dev.interloper.core.Outcome;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.flight.FlightShape;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.OptionalLong;

/** One connection in detail. */
final class ConnectionSection {

    private ConnectionSection() {}

    static void write(HtmlWriter html, Inspection inspection, long number, boolean open) {
        Observation seen = inspection.observation();
        String id = "c" + number;
        String[] attributes = open
                ? new String[] {"id", id, "class", "connection", "open", "open"}
                : new String[] {"id", id, "class", "connection"};
        html.open("details", attributes);
        html.open("summary");
        html.element("h3", number + ". " + host(seen));
        VerdictSection.badge(html, inspection.verdict().outcome());
        html.close();
        seen.handshake().ifPresent(handshake -> facts(html, seen, handshake));
        VerdictSection.write(html, inspection.verdict());
        if (inspection.verdict().outcome() != Outcome.DIRECT) {
            CureSection.write(html, inspection.advice());
        }
        EvidenceSection.write(html, inspection.verdict().evidence());
        seen.handshake().ifPresent(handshake -> flight(html, seen, handshake, id));
        ChainCards.write(html, seen);
        inspection.comparison().ifPresent(comparison -> ComparisonSection.write(html, comparison));
        UnseenSection.write(html, seen);
        html.close();
    }

    static String host(Observation seen) {
        return seen.serverName()
                .map(name -> TextReport.printable(name.text()))
                .orElseGet(() -> seen.handshake()
                        .map(handshake -> handshake.conversation().server().toString())
                        .orElse("(no host)"));
    }

    private static void facts(HtmlWriter html, Observation seen, Handshake handshake) {
        html.open("p", "class", "facts");
        html.text(handshake.conversation() + " · "
                + handshake.version().map(Object::toString).orElse("no version agreed") + " · "
                + seen.at().truncatedTo(ChronoUnit.MILLIS));
        handshake.tunnel().ifPresent(tunnel -> html.text(" · through an explicit proxy: " + tunnel));
        html.close();
    }

    private static void flight(HtmlWriter html, Observation seen, Handshake handshake, String id) {
        FlightShape flight = seen.flight().orElseThrow();
        html.element("h4", "The flight");
        html.open("div", "class", "flight");
        LadderSvg.write(html, handshake, flight, id);
        html.open("dl", "class", "times");
        OptionalLong trip = handshake.conversation().roundTripNanos();
        if (trip.isPresent()) {
            time(html, "Round trip", trip.getAsLong());
        }
        flight.firstReply().ifPresent(reply -> time(html, "Server's first answer after", reply.delayNanos()));
        flight.boundaries().forEach(boundary -> {
            html.element("dt", boundary.before() + " and " + boundary.after());
            html.element(
                    "dd",
                    boundary.kind().isSplit()
                            ? String.format(
                                    Locale.ROOT, "%s, %.1f ms apart", boundary.kind(), boundary.gapNanos() / 1e6)
                            : boundary.kind().toString());
        });
        if (!flight.boundaries().isEmpty()) {
            html.element("dt", "What the packing proves");
            html.element("dd", "Nothing by itself: it tells which kind of TLS software wrote the flight.");
        }
        html.close().close();
    }

    private static void time(HtmlWriter html, String label, long nanos) {
        html.element("dt", label).element("dd", String.format(Locale.ROOT, "%.1f ms", nanos / 1e6));
    }
}
