package dev.interloper.core.report;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Evidence for and against, each with its grade, weight, packets and source. */
final class EvidenceSection {

    private static final int MAX_ITEMS = 100;
    private static final int MAX_PACKETS = 12;
    private static final int BAR = 60;
    /** Weights beyond it fill the bar. */
    private static final double FULL = 8;

    private EvidenceSection() {}

    static void write(HtmlWriter html, List<Evidence> evidence) {
        html.element("h4", "Why");
        if (evidence.isEmpty()) {
            html.element("p", "Nothing that was seen speaks for or against interception.");
        }
        group(html, "Speaks for interception", "for", filter(evidence, 1));
        group(html, "Speaks against interception", "against", filter(evidence, -1));
        group(html, "Also worth knowing", "note", filter(evidence, 0));
    }

    private static List<Evidence> filter(List<Evidence> evidence, int sign) {
        return evidence.stream()
                .filter(item -> (int) Math.signum(item.weight()) == sign)
                .toList();
    }

    private static void group(HtmlWriter html, String title, String side, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        html.element("h5", title);
        html.open("ul", "class", "evidence " + side);
        evidence.stream().limit(MAX_ITEMS).forEach(item -> item(html, item));
        html.close();
        if (evidence.size() > MAX_ITEMS) {
            html.element("p", "… and " + (evidence.size() - MAX_ITEMS) + " more", "class", "fine");
        }
    }

    private static void item(HtmlWriter html, Evidence item) {
        String grade =
                item.grade() == Grade.CONTEXT ? "note" : item.grade().name().toLowerCase(Locale.ROOT);
        html.open("li");
        html.open("div", "class", "weight");
        html.element("span", grade, "class", "grade " + grade);
        if (item.grade() != Grade.CONTEXT) {
            html.element(
                    "span", String.format(Locale.ROOT, "%+.1f", item.weight()).replace('-', '−'), "class", "number");
            bar(html, item.weight());
        }
        html.close();
        html.open("div");
        html.element("p", Wrapping.sentence(item.statement()));
        html.open("p", "class", "fine");
        html.element("code", item.signal());
        if (!item.packets().isEmpty()) {
            html.text(" · " + (item.packets().size() == 1 ? "packet " : "packets ") + packets(item.packets()));
        }
        html.text(" · source: " + item.source()).close();
        html.close().close();
    }

    private static String packets(List<Long> packets) {
        return packets.stream().limit(MAX_PACKETS).map(String::valueOf).collect(Collectors.joining(", "))
                + (packets.size() > MAX_PACKETS ? " …" : "");
    }

    private static void bar(HtmlWriter html, double weight) {
        double width = Math.max(2, BAR * Math.min(1, Math.abs(weight) / FULL));
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + BAR + " 6",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        html.empty("rect", "class", "track", "width", String.valueOf(BAR), "height", "6", "rx", "3");
        html.empty(
                "rect", "class", "fill", "width", String.format(Locale.ROOT, "%.1f", width), "height", "6", "rx", "3");
        html.close();
    }
}
