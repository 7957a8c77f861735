package dev.interloper.core.report;

import dev.interloper.core.compare.ComparedAspect;
import dev.interloper.core.compare.ComparedAspect.Likeness;
import dev.interloper.core.compare.Comparison;
import java.util.List;

/** A comparison in two columns, what differs or matters row by row; what is the same, in one sentence. */
final class ComparisonSection {

    private ComparisonSection() {}

    static void write(HtmlWriter html, Comparison comparison) {
        html.element("h4", "Beside the reference");
        List<ComparedAspect> shown = comparison.aspects().stream()
                .filter(aspect -> aspect.matters() || aspect.likeness() != Likeness.SAME)
                .toList();
        if (!shown.isEmpty()) {
            html.open("table", "class", "compare stack");
            html.element("caption", caption(comparison));
            html.open("thead").open("tr");
            for (String column : List.of("", "this connection", "the reference")) {
                html.element("th", column.isEmpty() ? "aspect" : column, "scope", "col");
            }
            html.close().close().open("tbody");
            shown.forEach(aspect -> row(html, aspect));
            html.close().close();
        }
        String alike = SideBySide.alike(comparison);
        if (!alike.isEmpty()) {
            html.element("p", "The same: " + alike + ".", "class", "fine");
        }
    }

    private static String caption(Comparison comparison) {
        String where = comparison
                .reference()
                .handshake()
                .map(handshake -> handshake.conversation() + ", ")
                .orElse("");
        return "The reference: " + where + comparison.reference().at();
    }

    private static void row(HtmlWriter html, ComparedAspect aspect) {
        String kind = aspect.matters() ? "matters" : aspect.likeness() == Likeness.DIFFERENT ? "differs" : "unseen";
        html.open("tr", "class", kind);
        html.open("th", "scope", "row");
        html.text(aspect.aspect().label() + " ").element("span", label(kind), "class", "grade " + kind);
        html.close();
        html.element("td", aspect.seen().orElse("(not seen)"), "data-label", "this connection: ");
        html.open("td", "data-label", "the reference: ");
        html.text(aspect.reference().orElse("(not seen)"));
        if (!aspect.remark().isEmpty() && aspect.likeness() != Likeness.UNSEEN) {
            html.element("span", Wrapping.sentence(aspect.remark()), "class", "remark fine");
        }
        html.close().close();
    }

    private static String label(String kind) {
        return switch (kind) {
            case "matters" -> "! tells";
            case "differs" -> "~ differs";
            default -> "? not seen";
        };
    }
}
