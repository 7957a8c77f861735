package dev.interloper.core.report;

import dev.interloper.core.Advice;
import dev.interloper.core.BypassEntry;
import dev.interloper.core.Inspection;
import dev.interloper.core.Outcome;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What everything comes to, in the words of whoever has to decide: who, how sure, what to do. Keeps counts, not connections. */
final class Summary {

    private static final int MAX_ENTRIES = 20;
    private static final int MAX_INTERCEPTORS = 5;

    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private final Set<BypassEntry> bypass = new LinkedHashSet<>();
    private final Set<String> interceptors = new TreeSet<>();
    private boolean moreBypass;
    private double leastSure = 1;
    private double leastDirect;
    private @Nullable Advice intercepted;
    private @Nullable Advice undecided;

    void add(Inspection inspection) {
        Outcome outcome = inspection.verdict().outcome();
        counts.merge(outcome, 1L, Long::sum);
        switch (outcome) {
            case INTERCEPTED -> {
                leastSure = Math.min(leastSure, inspection.verdict().probability());
                intercepted = intercepted == null ? inspection.advice() : intercepted;
                inspection.advice().bypass().forEach(this::entry);
                who(VerdictSection.who(inspection.verdict()));
            }
            case DIRECT ->
                leastDirect = Math.max(leastDirect, inspection.verdict().probability());
            case INCONCLUSIVE -> undecided = undecided == null ? inspection.advice() : undecided;
        }
    }

    private void entry(BypassEntry entry) {
        if (bypass.size() < MAX_ENTRIES || bypass.contains(entry)) {
            bypass.add(entry);
        } else {
            moreBypass = true;
        }
    }

    private void who(String name) {
        if (interceptors.size() <= MAX_INTERCEPTORS) {
            interceptors.add(name);
        }
    }

    long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Undecided beside direct ones is undecided: silence is no all-clear. */
    Outcome outcome() {
        if (count(Outcome.INTERCEPTED) > 0) {
            return Outcome.INTERCEPTED;
        }
        return count(Outcome.INCONCLUSIVE) > 0 || total() == 0 ? Outcome.INCONCLUSIVE : Outcome.DIRECT;
    }

    String headline() {
        if (total() == 0) {
            return "There was no TLS connection to judge.";
        }
        return switch (outcome()) {
            case INTERCEPTED ->
                Wrapping.sentence(names() + (interceptors.size() == 1 ? " is" : " are") + " in the middle of "
                        + share(count(Outcome.INTERCEPTED)));
            case INCONCLUSIVE ->
                count(Outcome.DIRECT) == 0
                        ? "It cannot be told whether somebody is in the middle."
                        : "Nobody was found in the middle, but " + share(count(Outcome.INCONCLUSIVE))
                                + " cannot be told.";
            case DIRECT -> "Nobody is in the middle: the servers themselves answered.";
        };
    }

    private String names() {
        String shown = interceptors.stream().limit(MAX_INTERCEPTORS).collect(Collectors.joining(" and "));
        return interceptors.size() > MAX_INTERCEPTORS ? shown + " and others" : shown;
    }

    private String share(long part) {
        if (total() == 1) {
            return "this connection";
        }
        return part == total() ? "all " + part + " connections" : part + " of " + total() + " connections";
    }

    void write(HtmlWriter html) {
        html.open("section", "class", "summary " + outcome(), "aria-labelledby", "verdict");
        html.open("p", "class", "outcome");
        VerdictSection.badge(html, outcome());
        html.close();
        html.element("h1", headline(), "id", "verdict");
        html.open("dl", "class", "answers");
        answer(html, "What that means", meaning());
        answer(html, "How sure that is", sure());
        html.element("dt", "What to do").open("dd");
        todo(html);
        html.close().close().close();
    }

    private static void answer(HtmlWriter html, String question, String answer) {
        html.element("dt", question).element("dd", answer);
    }

    private String meaning() {
        return switch (outcome()) {
            case INTERCEPTED ->
                "The connection is not private from end to end: something on the way opens it, can read and change what is sent,"
                        + " and shows the program a certificate of its own in place of the server's. Many organisations do so on"
                        + " purpose; programs that check who they talk to fail all the same.";
            case INCONCLUSIVE -> "What was seen neither shows an interception nor rules one out. This is no all-clear.";
            case DIRECT ->
                "Encryption reaches from the program to the server. Whatever does not work, interception is not the cause.";
        };
    }

    private String sure() {
        String each = total() == 1 ? "" : " or more, on each of them";
        return switch (outcome()) {
            case INTERCEPTED ->
                "The probability of interception is " + TextReport.percent(leastSure)
                        + (count(Outcome.INTERCEPTED) == 1 ? "" : each)
                        + ", and decisive or independent strong evidence"
                        + " carries it; it is listed below with its sources.";
            case INCONCLUSIVE -> "Not sure: the evidence that would decide it was not seen.";
            case DIRECT ->
                "The probability of interception is " + TextReport.percent(leastDirect)
                        + (total() == 1 ? "" : " or less, on each of them") + ", and decisive evidence carries it.";
        };
    }

    private void todo(HtmlWriter html) {
        Advice advice = intercepted != null ? intercepted : undecided;
        if (outcome() == Outcome.DIRECT || advice == null) {
            html.element(
                    "p",
                    total() == 0
                            ? "Record again, from before the connection is opened, beside the client."
                            : "Nothing about interception. Look for the fault elsewhere: names, routes, the server itself.");
            return;
        }
        if (count(advice == intercepted ? Outcome.INTERCEPTED : Outcome.INCONCLUSIVE) == 1) {
            html.element("p", advice.summary());
        }
        CureSection.bypass(html, List.copyOf(bypass));
        if (moreBypass) {
            html.element(
                    "p",
                    "The first " + MAX_ENTRIES + " destinations; the others stand with their connections.",
                    "class",
                    "fine");
        }
        CureSection.list(html, "ol", advice.steps());
    }
}
