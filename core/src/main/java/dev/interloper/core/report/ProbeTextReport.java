package dev.interloper.core.report;

import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.AdviceStep;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.probe.Exchange;
import dev.interloper.core.probe.NameLookup;
import dev.interloper.core.probe.Negotiated;
import dev.interloper.core.probe.ProbeObservation;
import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.probe.TcpOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a probe came to as text: the diagnosis and how it is known, what was asked, what to do; then the certificate's verdict. Peers' texts
 * are printed in escaped form. Stateless, thread-safe.
 *
 * @since 0.1
 */
public final class ProbeTextReport {

    private ProbeTextReport() {}

    /**
     * Renders a report.
     *
     * @param report the report
     * @return lines of text, without a line end after the last
     */
    public static String render(ProbeReport report) {
        List<String> lines = new ArrayList<>();
        ProbeObservation seen = report.observation();
        lines.add(seen.host() + " port " + seen.port()
                + seen.proxy().map(proxy -> "  through " + proxy).orElse("") + "  " + seen.at());
        lines.add("");
        diagnosis(lines, report.diagnosis());
        asked(lines, report);
        advice(lines, report.diagnosis());
        report.rule().ifPresent(rule -> TextReport.rule(lines, rule));
        report.inspection().ifPresent(inspection -> {
            lines.add("");
            lines.add("  The certificate");
            lines.add("");
            lines.add(TextReport.render(inspection));
        });
        return String.join(System.lineSeparator(), lines);
    }

    private static void diagnosis(List<String> lines, Diagnosis diagnosis) {
        lines.add("  Diagnosis: " + diagnosis.code() + "  (" + diagnosis.confidence() + ")");
        Wrapping.add(lines, "    ", diagnosis.summary());
        diagnosis.remarks().forEach(remark -> Wrapping.add(lines, "    ", remark));
        lines.add("");
        lines.add("  How that is known");
        diagnosis.evidence().forEach(fact -> fact(lines, "    - ", fact));
        diagnosis.otherFacts().stream()
                .filter(fact -> !diagnosis.against().contains(fact))
                .forEach(fact -> fact(lines, "    · ", fact));
        if (diagnosis.evidence().isEmpty() && diagnosis.otherFacts().isEmpty()) {
            lines.add("    nothing was seen");
        }
        if (!diagnosis.against().isEmpty()) {
            lines.add("");
            lines.add("  What speaks for something else");
            diagnosis.against().forEach(fact -> fact(lines, "    - ", fact));
        }
        lines.add("");
    }

    private static void fact(List<String> lines, String prefix, Fact fact) {
        Wrapping.add(lines, prefix, Wrapping.sentence(fact.statement()) + " [" + fact.code() + "]");
    }

    private static void asked(List<String> lines, ProbeReport report) {
        ProbeObservation seen = report.observation();
        lines.add("  What was asked");
        for (NameLookup lookup : seen.lookups()) {
            if (lookup.outcome() != NameLookup.Outcome.NOT_NEEDED) {
                String found =
                        lookup.addresses().isEmpty() ? words(lookup.outcome()) : String.join(", ", lookup.addresses());
                Wrapping.add(lines, label("name"), lookup.host() + ": " + found);
            }
        }
        for (Exchange made : seen.exchanges()) {
            Wrapping.add(lines, label(made.step().toString()), exchange(made));
        }
        seen.stun()
                .ifPresent(reply -> Wrapping.add(
                        lines,
                        label("stun"),
                        reply.address() + " UDP " + reply.port() + ": " + words(reply.outcome())));
        if (!seen.isComplete()) {
            lines.add("    The time was up, or the probe was cancelled, before everything was asked.");
        }
        if (!report.diagnosis().notAsked().isEmpty()) {
            Wrapping.add(
                    lines,
                    "    Not asked: ",
                    report.diagnosis().notAsked().stream()
                            .map(ProbeStep::toString)
                            .collect(Collectors.joining(", ")));
        }
        lines.add("");
    }

    private static String label(String text) {
        return String.format(Locale.ROOT, "    %-22s", text);
    }

    static String exchange(Exchange made) {
        StringBuilder text = new StringBuilder(made.serverNameSent().orElse(made.host()));
        made.dialled().ifPresent(endpoint -> text.append(" at ").append(endpoint));
        if (made.tcp() != TcpOutcome.CONNECTED) {
            text.append(": TCP ").append(words(made.tcp()));
            return made.failure().map(why -> text + " (" + why + ")").orElse(text.toString());
        }
        text.append(": ").append(words(made.ending()));
        made.negotiated().map(ProbeTextReport::agreed).ifPresent(text::append);
        if (made.chain().size() > 0) {
            text.append(", ")
                    .append(made.chain().size())
                    .append(made.chain().size() == 1 ? " certificate" : " certificates");
        }
        made.replyTime()
                .ifPresent(time ->
                        text.append(", answer after ").append(time.toMillis()).append(" ms"));
        made.failure().ifPresent(why -> text.append(" (").append(why).append(')'));
        return text.toString();
    }

    private static String agreed(Negotiated agreed) {
        return ", " + agreed.version() + " " + agreed.cipherSuite()
                + agreed.applicationProtocol().map(protocol -> " " + protocol).orElse("")
                + (agreed.resumed() ? ", resumed" : "");
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void advice(List<String> lines, Diagnosis diagnosis) {
        if (!diagnosis.breakage().isEmpty()) {
            lines.add("  Why applications break");
            for (BreakageCause cause : diagnosis.breakage()) {
                Wrapping.add(lines, "    - ", Wrapping.sentence(cause.toString()));
            }
            lines.add("");
        }
        lines.add("  What to do");
        for (AdviceStep step : diagnosis.advice()) {
            Wrapping.add(lines, "    - ", step.text());
        }
    }
}
