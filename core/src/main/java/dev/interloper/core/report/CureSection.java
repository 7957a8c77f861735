package dev.interloper.core.report;

import dev.interloper.core.Advice;
import dev.interloper.core.BypassEntry;
import dev.interloper.core.cure.BypassText;
import java.util.List;
import java.util.Optional;

/** What to do, what to put on the bypass list, and what the interception may break. */
final class CureSection {

    private CureSection() {}

    static void write(HtmlWriter html, Advice advice) {
        html.element("h4", "What to do");
        html.element("p", advice.summary());
        bypass(html, advice.bypass());
        list(html, "ol", advice.steps());
        rule(html, advice.rule());
        if (!advice.breakage().isEmpty()) {
            html.element("h4", "What it may break");
            list(html, "ul", advice.breakage());
        }
    }

    static void bypass(HtmlWriter html, List<BypassEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        html.open("table", "class", "bypass stack");
        html.element("caption", "Add to the bypass list (destinations that the proxy must not decrypt)");
        html.open("thead").open("tr");
        html.element("th", "Destination", "scope", "col").element("th", "Kind", "scope", "col");
        html.element("th", "Port", "scope", "col").close().close();
        html.open("tbody");
        for (BypassEntry entry : entries) {
            html.open("tr");
            html.open("td").element("code", entry.value()).close();
            html.element("td", entry.kind() == BypassEntry.Kind.HOST ? "host name" : "address");
            html.element("td", String.valueOf(entry.port()), "data-label", "port ")
                    .close();
        }
        html.close().close();
    }

    /** A bypass list as the product takes it. */
    static void rule(HtmlWriter html, Optional<BypassText> rule) {
        rule.ifPresent(text -> {
            html.element("h4", "In the product's own syntax");
            html.element("pre", text.text());
        });
    }

    static void list(HtmlWriter html, String kind, List<String> sentences) {
        if (!sentences.isEmpty()) {
            html.open(kind);
            sentences.forEach(sentence -> html.element("li", sentence));
            html.close();
        }
    }
}
