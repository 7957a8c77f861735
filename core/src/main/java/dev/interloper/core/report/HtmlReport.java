package dev.interloper.core.report;

import dev.interloper.core.Inspection;
import dev.interloper.core.Outcome;
import dev.interloper.core.Overview;
import dev.interloper.handshake.capture.CaptureSummary;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Inspections as one HTML page for a manager and for a network engineer: the verdict first, then all connections together, then each in
 * detail with its evidence, the flight drawn, the chain presented beside the one expected, and the cure. {@link #beginCapture} –
 * {@link #connection} … – {@link #endCapture}, for any number of captures, then {@link #writeTo}.
 *
 * <p>The page is one file, in UTF-8: it fetches nothing, holds no script, and shows peers' text in escaped form. Memory does not grow
 * with the captures: of all captures together {@value #MAX_INTERCEPTED} intercepted, {@value #MAX_INCONCLUSIVE} inconclusive and
 * {@value #MAX_DIRECT} direct connections are shown in detail and {@value #MAX_ROWS} as rows; the rest is counted, and the page says so.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class HtmlReport {

    /** Intercepted connections that are shown in detail. */
    public static final int MAX_INTERCEPTED = 200;

    /** Inconclusive connections that are shown in detail. */
    public static final int MAX_INCONCLUSIVE = 100;

    /** Direct connections that are shown in detail. */
    public static final int MAX_DIRECT = 10;

    /** Connections that are listed, a row each. */
    public static final int MAX_ROWS = 1000;

    /** Details that are unfolded at first. */
    private static final int OPEN = 3;

    private final Summary summary = new Summary();
    private final StringBuilder overviews = new StringBuilder();
    private final StringBuilder details = new StringBuilder();
    private final Map<Outcome, Integer> detailed = new EnumMap<>(Outcome.class);
    private final Map<Outcome, Integer> leftOut = new EnumMap<>(Outcome.class);
    private ConnectionTable table = new ConnectionTable();
    private String capture = "";
    private boolean named;
    private long number;

    /** Begins a page. */
    public HtmlReport() {}

    /**
     * Begins a capture.
     *
     * @param name its path
     */
    public void beginCapture(String name) {
        capture = Objects.requireNonNull(name, "name");
        table = new ConnectionTable();
        named = false;
    }

    /**
     * Shows a connection of the current capture.
     *
     * @param inspection the connection, or a chain without one
     */
    public void connection(Inspection inspection) {
        Outcome outcome = inspection.verdict().outcome();
        number++;
        summary.add(inspection);
        int before = detailed.getOrDefault(outcome, 0);
        boolean full = before >= limit(outcome);
        table.add(inspection, number, !full, number > MAX_ROWS);
        if (full) {
            leftOut.merge(outcome, 1, Integer::sum);
            return;
        }
        detailed.put(outcome, before + 1);
        HtmlWriter html = new HtmlWriter(details);
        if (!named) {
            html.element("p", capture, "class", "capture");
            named = true;
        }
        boolean first = detailed.values().stream().mapToInt(Integer::intValue).sum() <= OPEN;
        ConnectionSection.write(html, inspection, number, first);
    }

    private static int limit(Outcome outcome) {
        return switch (outcome) {
            case INTERCEPTED -> MAX_INTERCEPTED;
            case INCONCLUSIVE -> MAX_INCONCLUSIVE;
            case DIRECT -> MAX_DIRECT;
        };
    }

    /**
     * Ends a capture.
     *
     * @param read what reading it came to
     * @param overview what its connections come to
     */
    public void endCapture(CaptureSummary read, Overview overview) {
        HtmlWriter html = new HtmlWriter(overviews);
        html.open("section", "class", "together");
        html.element("h3", capture);
        OverviewSection.write(html, read, overview);
        table.write(html);
        html.close();
    }

    /**
     * Writes the page.
     *
     * @param out takes it, in UTF-8 if it is a file; not closed
     * @throws IOException if it is not taken
     */
    public void writeTo(Appendable out) throws IOException {
        out.append(HtmlPage.head(summary.headline()));
        StringBuilder top = new StringBuilder();
        HtmlWriter html = new HtmlWriter(top);
        summary.write(html);
        html.element("h2", "All connections together");
        out.append(top).append(overviews);
        if (details.length() > 0) {
            out.append("<h2>Connection by connection</h2>\n").append(details);
        }
        out.append(limits()).append(HtmlPage.foot());
    }

    private CharSequence limits() {
        StringBuilder text = new StringBuilder();
        HtmlWriter html = new HtmlWriter(text);
        leftOut.forEach((outcome, count) -> html.element(
                "p",
                OverviewSection.counted(count, "more " + outcome + " connection") + (count == 1 ? " is" : " are")
                        + " not shown in detail: a page shows " + limit(outcome)
                        + " of them. The text and JSON reports hold all.",
                "class",
                "warning"));
        return text;
    }
}
