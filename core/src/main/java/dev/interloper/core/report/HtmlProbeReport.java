package dev.interloper.core.report;

import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.AdviceStep;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.ProbeObservation;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Probes as one HTML page: of each destination the diagnosis first, how it is known, what to do, what was asked, then the certificate's
 * verdict as {@link HtmlReport} shows it. {@link #probe} for each, then {@link #writeTo}. The page fetches and runs nothing; peers' text
 * is shown in escaped form.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1
 */
public final class HtmlProbeReport {

    /** Destinations that are shown; the rest is counted. */
    public static final int MAX_PROBES = 200;

    private final StringBuilder body = new StringBuilder();
    private String title = "";
    private long number;

    /** Begins a page. */
    public HtmlProbeReport() {}

    /**
     * Shows a probe.
     *
     * @param report the report
     */
    public void probe(ProbeReport report) {
        number++;
        if (number > MAX_PROBES) {
            return;
        }
        ProbeObservation seen = report.observation();
        String destination = seen.host() + ":" + seen.port();
        title = title.isEmpty() ? destination : title + ", " + destination;
        HtmlWriter html = new HtmlWriter(body);
        html.open("section", "class", "probe");
        html.element("h2", destination);
        html.open("div", "class", "summary " + report.outcome().name().toLowerCase(Locale.ROOT));
        VerdictSection.badge(html, report.outcome());
        diagnosis(html, report.diagnosis(), seen);
        CureSection.rule(html, report.rule());
        html.close();
        background(html, report.diagnosis());
        asked(html, seen);
        html.close();
        report.inspection().ifPresent(inspection -> ConnectionSection.write(html, inspection, number, number == 1));
    }

    private static void diagnosis(HtmlWriter html, Diagnosis diagnosis, ProbeObservation seen) {
        html.element("p", diagnosis.summary(), "class", "headline");
        CureSection.list(html, "ul", diagnosis.remarks());
        html.element(
                "p",
                diagnosis.code() + ", confidence: " + diagnosis.confidence() + " · "
                        + seen.at().truncatedTo(ChronoUnit.MILLIS)
                        + seen.proxy().map(proxy -> " · through " + proxy).orElse(""),
                "class",
                "facts");
        html.element("h3", "What to do");
        CureSection.list(
                html, "ol", diagnosis.advice().stream().map(AdviceStep::text).toList());
    }

    private static void background(HtmlWriter html, Diagnosis diagnosis) {
        if (!diagnosis.breakage().isEmpty()) {
            html.element("h3", "Why applications break");
            CureSection.list(
                    html,
                    "ul",
                    diagnosis.breakage().stream()
                            .map(BreakageCause::toString)
                            .map(Wrapping::sentence)
                            .toList());
        }
        html.element("h3", "How that is known");
        CureSection.list(html, "ul", statements(diagnosis.evidence()));
        if (!diagnosis.otherFacts().isEmpty()) {
            html.element("h3", "What else is known");
            CureSection.list(html, "ul", statements(diagnosis.otherFacts()));
        }
    }

    private static List<String> statements(List<Fact> facts) {
        return facts.stream().map(fact -> Wrapping.sentence(fact.statement())).toList();
    }

    private static void asked(HtmlWriter html, ProbeObservation seen) {
        html.element("h3", "What was asked");
        html.open("table", "class", "asked stack").open("thead").open("tr");
        html.element("th", "Step", "scope", "col").element("th", "What happened", "scope", "col");
        html.close().close().open("tbody");
        for (Exchange made : seen.exchanges()) {
            html.open("tr");
            html.element("th", made.step().toString(), "scope", "row").element("td", ProbeTextReport.exchange(made));
            html.close();
        }
        html.close().close();
        if (!seen.isComplete()) {
            html.element(
                    "p",
                    "The time was up, or the probe was cancelled, before everything was asked.",
                    "class",
                    "warning");
        }
    }

    /**
     * Writes the page.
     *
     * @param out takes it, in UTF-8 if it is a file; not closed
     * @throws IOException if it is not taken
     */
    public void writeTo(Appendable out) throws IOException {
        String shown = title.length() > 100 ? title.substring(0, 100) + "…" : title;
        out.append(HtmlPage.head("Interloper: " + shown));
        StringBuilder top = new StringBuilder();
        HtmlWriter html = new HtmlWriter(top);
        html.element("h1", "Who answers, what is wrong, what to do");
        if (number > MAX_PROBES) {
            html.element("p", (number - MAX_PROBES) + " more destinations are not shown.", "class", "warning");
        }
        out.append(top).append(body).append(HtmlPage.foot());
    }
}
