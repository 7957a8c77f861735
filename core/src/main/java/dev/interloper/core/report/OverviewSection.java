package dev.interloper.core.report;

import dev.interloper.core.HostList;
import dev.interloper.core.Interceptor;
import dev.interloper.core.Outcome;
import dev.interloper.core.Overview;
import dev.interloper.handshake.capture.CaptureSummary;

/** All connections of a capture together: who intercepts what, what is exempt, what the exempt hosts have in common. */
final class OverviewSection {

    private OverviewSection() {}

    static void write(HtmlWriter html, CaptureSummary summary, Overview overview) {
        html.element(
                "p",
                summary.format() + ", " + counted(summary.packets(), "packet") + ", "
                        + counted(summary.connections(), "TCP connection") + ", "
                        + counted(summary.handshakes(), "TLS handshake"),
                "class",
                "facts");
        summary.problem()
                .ifPresent(problem -> html.element(
                        "p",
                        Wrapping.sentence("This capture could not be read to its end: " + problem),
                        "class",
                        "warning",
                        "role",
                        "note"));
        html.open("dl", "class", "overview");
        for (Interceptor interceptor : overview.interceptors()) {
            html.open("dt");
            VerdictSection.badge(html, Outcome.INTERCEPTED);
            html.text(" by " + interceptor).close();
            hosts(html, counted(interceptor.connections(), "connection") + ": ", interceptor.hosts());
        }
        group(
                html,
                Outcome.DIRECT,
                overview.interceptors().isEmpty() ? "" : " past the interceptor (exempt)",
                overview.direct());
        group(html, Outcome.INCONCLUSIVE, "", overview.undecided());
        html.close();
        if (!overview.common().isEmpty()) {
            html.element("p", "What the exempt hosts have in common:");
            CureSection.list(
                    html,
                    "ul",
                    overview.common().stream().map(Wrapping::sentence).toList());
        }
    }

    private static void group(HtmlWriter html, Outcome outcome, String words, HostList list) {
        if (!list.isEmpty()) {
            html.open("dt");
            VerdictSection.badge(html, outcome);
            html.text(words).close();
            hosts(html, "", list);
        }
    }

    private static void hosts(HtmlWriter html, String lead, HostList list) {
        html.element("dd", lead + list);
    }

    static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
