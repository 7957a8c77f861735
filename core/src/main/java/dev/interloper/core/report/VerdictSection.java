package dev.interloper.core.report;

import dev.interloper.core.Outcome;
import dev.interloper.core.Verdict;
import dev.interloper.core.product.Product;
import java.util.Locale;

/** A verdict in words, with its probability as a number and as a bar. */
final class VerdictSection {

    private static final int BAR = 200;

    private VerdictSection() {}

    static void write(HtmlWriter html, Verdict verdict) {
        html.open("div", "class", "verdict " + verdict.outcome());
        html.open("p", "class", "headline");
        badge(html, verdict.outcome());
        html.text(" ").element("strong", sentence(verdict)).close();
        probability(html, verdict);
        html.close();
    }

    /** The outcome as a mark and a word, so that colour is never needed. */
    static void badge(HtmlWriter html, Outcome outcome) {
        html.open("span", "class", "badge " + outcome);
        html.element("span", mark(outcome), "aria-hidden", "true");
        html.text(" " + outcome).close();
    }

    static String mark(Outcome outcome) {
        return switch (outcome) {
            case INTERCEPTED -> "▲";
            case DIRECT -> "✓";
            case INCONCLUSIVE -> "?";
        };
    }

    static String sentence(Verdict verdict) {
        return switch (verdict.outcome()) {
            case INTERCEPTED -> Wrapping.sentence(who(verdict) + " is in the middle of this connection");
            case DIRECT -> "The server itself answered: nobody is in the middle of this connection.";
            case INCONCLUSIVE -> "It cannot be told whether somebody is in the middle of this connection.";
        };
    }

    static String who(Verdict verdict) {
        return verdict.product()
                .map(Product::name)
                .orElseGet(() ->
                        verdict.engine().map(name -> "an engine like " + name).orElse("an unknown interceptor"));
    }

    private static void probability(HtmlWriter html, Verdict verdict) {
        html.open("p", "class", "probability");
        html.text("Probability of interception ").element("strong", TextReport.percent(verdict.probability()));
        html.close();
        html.open(
                "svg",
                "class",
                "bar",
                "viewBox",
                "0 0 " + BAR + " 8",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        html.empty("rect", "class", "track", "width", String.valueOf(BAR), "height", "8", "rx", "4");
        html.empty(
                "rect",
                "class",
                "fill",
                "width",
                String.format(Locale.ROOT, "%.1f", Math.max(3, verdict.probability() * BAR)),
                "height",
                "8",
                "rx",
                "4");
        html.empty("path", "class", "tick", "d", "M10 0V8M190 0V8");
        html.close();
    }
}
