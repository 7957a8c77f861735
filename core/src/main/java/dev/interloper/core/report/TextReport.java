package dev.interloper.core.report;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.Advice;
import dev.interloper.core.BypassEntry;
import dev.interloper.core.HostList;
import dev.interloper.core.Inspection;
import dev.interloper.core.Interceptor;
import dev.interloper.core.Outcome;
import dev.interloper.core.Overview;
import dev.interloper.core.Verdict;
import dev.interloper.core.compare.ComparedAspect;
import dev.interloper.core.compare.ComparedAspect.Likeness;
import dev.interloper.core.compare.Comparison;
import dev.interloper.core.cure.BypassText;
import dev.interloper.core.product.Product;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.handshake.Handshake;
import dev.interloper.handshake.stream.StreamProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An inspection as text for a network engineer: the exchange as a ladder, who issued the certificate and who should have, the
 * verdict, why, what it may break, and what to add to the bypass list. Peers' texts are printed in escaped form. Stateless,
 * thread-safe.
 *
 * @since 0.1
 */
public final class TextReport {

    private static final int MAX_NAME = 253;
    private static final int MAX_HOSTS = 20;
    private static final String INDENT = "  ";

    private TextReport() {}

    /**
     * Renders an inspection.
     *
     * @param inspection the inspection
     * @return lines of text, without a line end after the last
     */
    public static String render(Inspection inspection) {
        List<String> lines = new ArrayList<>();
        Observation seen = inspection.observation();
        seen.handshake().ifPresent(handshake -> exchange(lines, seen, handshake));
        certificate(lines, inspection);
        verdict(lines, inspection.verdict());
        inspection.comparison().ifPresent(comparison -> comparison(lines, comparison));
        advice(lines, inspection);
        return String.join(System.lineSeparator(), lines);
    }

    /**
     * Renders what all connections of a capture come to.
     *
     * @param overview the overview
     * @return lines of text, without a line end after the last
     */
    public static String render(Overview overview) {
        List<String> lines = new ArrayList<>();
        lines.add("All connections together");
        for (Interceptor interceptor : overview.interceptors()) {
            Wrapping.add(lines, "    intercepted       ", hosts(interceptor.hosts()));
            Wrapping.add(
                    lines,
                    "      by              ",
                    interceptor + ", in " + interceptor.connections()
                            + (interceptor.connections() == 1 ? " connection" : " connections"));
        }
        boolean exempt = !overview.interceptors().isEmpty();
        hostLine(lines, exempt ? "exempt" : "direct", overview.direct());
        overview.common()
                .forEach(sentence -> Wrapping.add(lines, "      in common       ", Wrapping.sentence(sentence)));
        hostLine(lines, "undecided", overview.undecided());
        return String.join(System.lineSeparator(), lines);
    }

    private static void hostLine(List<String> lines, String label, HostList list) {
        if (!list.isEmpty()) {
            Wrapping.add(lines, String.format(Locale.ROOT, "    %-18s", label), hosts(list));
        }
    }

    private static String hosts(HostList list) {
        int shown = Math.min(MAX_HOSTS, list.hosts().size());
        int hidden = list.hosts().size() - shown;
        return String.join(", ", list.hosts().subList(0, shown))
                + (hidden == 0 && !list.truncated()
                        ? ""
                        : " and " + hidden + (list.truncated() ? " or more" : "") + " others");
    }

    private static void exchange(List<String> lines, Observation seen, Handshake handshake) {
        String name = seen.serverName()
                .filter(host -> !host.isIp())
                .map(host -> "  " + printable(host.text()))
                .orElse("  (no name asked for)");
        String version = handshake.version().map(value -> "  " + value).orElse("");
        lines.add(handshake.conversation() + name + version + "  " + seen.at());
        handshake.tunnel().ifPresent(tunnel -> lines.add(INDENT + "through an explicit proxy: " + tunnel));
        lines.add("");
        lines.addAll(Ladder.draw(handshake, seen.flight().orElseThrow()));
        for (StreamProblem problem : handshake.problems()) {
            Wrapping.add(lines, INDENT + "! ", "byte " + problem.offset() + ": " + problem.description());
        }
        lines.add("");
    }

    static String printable(String text) {
        if (text.length() > MAX_NAME) {
            return "(a name of " + text.length() + " characters)";
        }
        return text.codePoints().allMatch(c -> c > ' ' && c < 0x7f) ? text : "(a name that cannot be printed)";
    }

    private static void certificate(List<String> lines, Inspection inspection) {
        Observation seen = inspection.observation();
        ForgePrint leaf = seen.forgePrint().orElse(null);
        TrustReport trust = seen.trust().orElse(null);
        if (leaf == null || trust == null) {
            return;
        }
        lines.add(INDENT + "Certificate");
        labelled(lines, "issued to", leaf.subject().printable());
        labelled(lines, "issued by", leaf.issuer().printable());
        labelled(lines, "leads to", anchor(trust) + (isUnsound(seen) ? ", but by a path that may not be taken" : ""));
        if (inspection.verdict().outcome() != Outcome.DIRECT
                && !trust.anchorClass().isPublic()) {
            labelled(lines, "expected", expected(seen));
        }
        labelled(
                lines,
                "valid",
                leaf.notBefore() + " to " + leaf.notAfter() + " ("
                        + leaf.validity().plusSeconds(1).toDays() + " days)");
        lines.add("");
    }

    private static boolean isUnsound(Observation seen) {
        return !seen.isPubliclyAnchored()
                && seen.trust().map(trust -> trust.anchorClass().isPublic()).orElse(false);
    }

    static String anchor(TrustReport trust) {
        String root = trust.anchor().map(anchor -> anchor.name().printable()).orElse("");
        return switch (trust.anchorClass()) {
            case PUBLIC_CURRENT -> root + ", a public root";
            case PUBLIC_LEGACY -> root + ", a public root of former times";
            case PUBLIC_DISTRUSTED_AFTER -> root + ", a public root that is distrusted from a date on";
            case LOCAL ->
                root
                        + (trust.bestPath().map(TrustPath::anchorIsExtra).orElse(false)
                                ? ", no public root, but among the extra anchors"
                                : ", no public root: it came with the chain itself");
            case UNKNOWN_NEWER_THAN_LIST ->
                root
                        + ", no public root of the list, but the system or the JDK brought it: it may be newer than the list";
            case UNKNOWN -> "no root: the issuer's certificate is neither sent nor known";
        };
    }

    static String expected(Observation seen) {
        boolean isPublic = seen.isPublicHost();
        return seen.serverName()
                        .map(ServerName::text)
                        .filter(text -> text.equals(printable(text)))
                        .orElse("this server")
                + (isPublic
                        ? " is a public host: its certificate should come from the authority that its operator chose, and lead to a"
                                + " public root"
                        : " is not a public host: its certificate may come from an authority of its own");
    }

    private static String engine(Verdict verdict) {
        if (verdict.outcome() != Outcome.INTERCEPTED) {
            return "";
        }
        return verdict.engine().map(name -> "  by an engine like " + name).orElse("  by an unknown interceptor");
    }

    private static void verdict(List<String> lines, Verdict verdict) {
        lines.add(INDENT + "Verdict: " + verdict.outcome().toString().toUpperCase(Locale.ROOT)
                + verdict.product().map(TextReport::named).orElseGet(() -> engine(verdict))
                + String.format(Locale.ROOT, "  (probability of interception %s)", percent(verdict.probability())));
        lines.add("");
        lines.add(INDENT + "Why");
        for (Evidence evidence : verdict.evidence()) {
            Wrapping.add(
                    lines,
                    String.format(Locale.ROOT, "    %-18s", side(evidence)),
                    Wrapping.sentence(evidence.statement()) + " [" + evidence.signal() + "]");
        }
        if (verdict.evidence().isEmpty()) {
            lines.add("    nothing speaks for or against interception");
        }
        lines.add("");
    }

    private static void comparison(List<String> lines, Comparison comparison) {
        String when = comparison.reference().at().toString();
        String where = comparison
                .reference()
                .handshake()
                .map(handshake -> handshake.conversation() + "  ")
                .orElse("");
        lines.add(INDENT + "Beside the reference  " + where + when);
        lines.addAll(SideBySide.draw(comparison));
        String alike = SideBySide.alike(comparison);
        if (!alike.isEmpty()) {
            Wrapping.add(lines, "    ", "The same: " + alike + ".");
        }
        for (ComparedAspect aspect : comparison.aspects()) {
            if (!aspect.remark().isEmpty() && aspect.likeness() != Likeness.UNSEEN) {
                Wrapping.add(
                        lines,
                        (aspect.matters() ? "  ! " : "  ~ ") + aspect.aspect().label() + ": ",
                        Wrapping.sentence(aspect.remark()));
            }
        }
        lines.add("");
    }

    private static String named(Product product) {
        return " by " + product.name() + (product.name().contains(product.vendor()) ? "" : ", " + product.vendor());
    }

    static String percent(double probability) {
        if (probability > 0.999) {
            return "over 99.9 %";
        }
        return probability < 0.001 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", probability * 100);
    }

    private static String side(Evidence evidence) {
        if (evidence.grade() == Grade.CONTEXT) {
            return "note";
        }
        return (evidence.weight() > 0 ? "for, " : "against, ")
                + evidence.grade().name().toLowerCase(Locale.ROOT);
    }

    private static void advice(List<String> lines, Inspection inspection) {
        Advice advice = inspection.advice();
        if (!advice.breakage().isEmpty()) {
            lines.add(INDENT + "What it may break");
            advice.breakage().forEach(breakage -> Wrapping.add(lines, "    - ", breakage));
            lines.add("");
        }
        lines.add(INDENT + "What to do");
        Wrapping.add(lines, "    ", advice.summary());
        if (!advice.bypass().isEmpty()) {
            lines.add("    Add to the bypass list (destinations that are not decrypted):");
            for (BypassEntry entry : advice.bypass()) {
                lines.add("        " + entry);
            }
        }
        advice.steps().forEach(step -> Wrapping.add(lines, "    - ", step));
        advice.rule().ifPresent(rule -> rule(lines, rule));
    }

    /** A bypass list as the product takes it. */
    static void rule(List<String> lines, BypassText rule) {
        lines.add("");
        lines.add(INDENT + "In the product's own syntax");
        rule.text().lines().forEach(line -> lines.add("    " + line));
    }

    private static void labelled(List<String> lines, String label, String text) {
        Wrapping.add(lines, String.format(Locale.ROOT, "    %-12s", label), text);
    }
}
