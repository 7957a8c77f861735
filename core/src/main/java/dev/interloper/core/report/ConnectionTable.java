package dev.interloper.core.report;

import dev.interloper.core.Inspection;
import dev.interloper.core.spi.Observation;
import java.util.Optional;

/** The connections of a capture, a row each. */
final class ConnectionTable {

    private final StringBuilder rows = new StringBuilder();
    private final HtmlWriter html = new HtmlWriter(rows);
    private long shown;
    private long hidden;

    /** Another row; its number leads to the details if there are any. */
    void add(Inspection inspection, long number, boolean detailed, boolean full) {
        if (full) {
            hidden++;
            return;
        }
        shown++;
        Observation seen = inspection.observation();
        html.open("tr");
        html.open("th", "scope", "row");
        if (detailed) {
            html.element("a", number + ". " + ConnectionSection.host(seen), "href", "#c" + number);
        } else {
            html.text(number + ". " + ConnectionSection.host(seen));
        }
        html.close();
        html.open("td");
        VerdictSection.badge(html, inspection.verdict().outcome());
        html.close();
        html.element("td", TextReport.percent(inspection.verdict().probability()), "data-label", "probability ");
        html.element("td", by(inspection), "data-label", "issued by ");
        html.close();
    }

    private static String by(Inspection inspection) {
        Optional<String> issuer = inspection
                .observation()
                .forgePrint()
                .map(leaf ->
                        leaf.issuer().commonName().orElseGet(() -> leaf.issuer().printable()));
        return issuer.orElse("(not seen)");
    }

    void write(HtmlWriter into) {
        if (shown == 0) {
            return;
        }
        into.open("table", "class", "connections stack");
        into.element("caption", "Every connection");
        into.open("thead").open("tr");
        for (String column : new String[] {"host", "verdict", "probability of interception", "certificate issued by"}) {
            into.element("th", column, "scope", "col");
        }
        into.close().close().open("tbody").written(rows).close().close();
        if (hidden > 0) {
            into.element(
                    "p",
                    "Only " + shown + " are listed here; " + OverviewSection.counted(hidden, "more connection")
                            + (hidden == 1 ? " is" : " are") + " counted above. The text and JSON reports hold all.",
                    "class",
                    "warning");
        }
    }
}
