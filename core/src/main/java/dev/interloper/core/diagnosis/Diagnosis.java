package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.ProbeStep;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a connection, how that is known, and what to do. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Diagnosis {

    private static final String NO_RULE = "What is known does not decide it.";

    private final DiagnosisCode code;
    private final Confidence confidence;
    private final String summary;
    private final String rule;
    private final String source;
    private final List<Fact> evidence;
    private final List<Fact> otherFacts;
    private final List<Fact> against;
    private final List<ProbeStep> notAsked;
    private final List<String> remarks;
    private final List<BreakageCause> breakage;
    private final List<AdviceStep> advice;
    private final List<ProbeStep> nextSteps;
    private final List<DiagnosisCode> alternatives;

    private Diagnosis(
            Optional<Rule> winner,
            List<Rule> remarks,
            List<Rule> others,
            Circumstances known,
            Map<String, Rules.AdviceText> texts) {
        Wording wording = new Wording(known);
        code = winner.flatMap(Rule::verdict).orElse(DiagnosisCode.INCONCLUSIVE);
        confidence = winner.map(Rule::confidence).orElse(Confidence.LOW);
        summary = wording.fill(winner.map(Rule::says).orElse(NO_RULE));
        rule = winner.map(Rule::id).orElse("");
        source = winner.map(Rule::source).orElse("");
        evidence = known.facts().stream()
                .filter(fact -> winner.map(found -> found.restsOn(fact)).orElse(false))
                .toList();
        otherFacts =
                known.facts().stream().filter(fact -> !evidence.contains(fact)).toList();
        against = otherFacts.stream()
                .filter(fact -> others.stream().anyMatch(rule -> rule.restsOn(fact)))
                .toList();
        notAsked = Stream.of(ProbeStep.values())
                .filter(step -> !known.asked().contains(step))
                .toList();
        this.remarks = remarks.stream().map(Rule::says).map(wording::fill).toList();
        List<Rule> all = new ArrayList<>(winner.stream().toList());
        all.addAll(remarks);
        breakage = all.stream()
                .flatMap(found -> found.breaks().stream())
                .distinct()
                .toList();
        Map<String, AdviceStep> steps = new LinkedHashMap<>();
        Set<ProbeStep> next = EnumSet.noneOf(ProbeStep.class);
        for (Rule found : all) {
            for (String adviceCode : found.advice()) {
                Rules.AdviceText text = texts.get(adviceCode);
                boolean done = text != null
                        && text.step().filter(known.asked()::contains).isPresent();
                if (text != null && !done) {
                    steps.put(adviceCode, step(adviceCode, wording.fill(text.text())));
                    text.step().ifPresent(next::add);
                }
            }
        }
        advice = List.copyOf(steps.values());
        nextSteps = List.copyOf(next);
        alternatives = others.stream()
                .flatMap(rule -> rule.verdict().stream())
                .distinct()
                .toList();
    }

    private static AdviceStep step(String code, String text) {
        int slash = code.indexOf('/');
        return slash < 0
                ? new AdviceStep(code, "", text)
                : new AdviceStep(code.substring(0, slash), code.substring(slash + 1), text);
    }

    static Diagnosis of(
            List<Rule> terminal, List<Rule> remarks, Circumstances known, Map<String, Rules.AdviceText> texts) {
        Optional<Rule> winner = terminal.stream().findFirst();
        List<Rule> others = terminal.stream()
                .filter(rule -> !rule.verdict().equals(winner.flatMap(Rule::verdict)))
                .toList();
        return new Diagnosis(winner, remarks, others, known, texts);
    }

    /**
     * What is wrong.
     *
     * @return the code
     */
    public DiagnosisCode code() {
        return code;
    }

    /**
     * How sure that is.
     *
     * @return the confidence
     */
    public Confidence confidence() {
        return confidence;
    }

    /**
     * The diagnosis in a sentence or two.
     *
     * @return English text, safe to print
     */
    public String summary() {
        return summary;
    }

    /**
     * The rule that carries it.
     *
     * @return its id in the table; empty if none fitted
     */
    public String rule() {
        return rule;
    }

    /**
     * What that rule rests on.
     *
     * @return RFC, paper or document; empty if none fitted
     */
    public String source() {
        return source;
    }

    /**
     * The facts that carry it.
     *
     * @return in the order of their codes
     */
    public List<Fact> evidence() {
        return evidence;
    }

    /**
     * What else is known.
     *
     * @return in the order of their codes
     */
    public List<Fact> otherFacts() {
        return otherFacts;
    }

    /**
     * Those of the other facts that speak for one of the {@link #alternatives}.
     *
     * @return in the order of their codes; empty if nothing speaks against the diagnosis
     */
    public List<Fact> against() {
        return against;
    }

    /**
     * The steps of a probe that were not taken: what they would show is not known, which is not to say that it is not so.
     *
     * @return in the order in which a probe takes them
     */
    public List<ProbeStep> notAsked() {
        return notAsked;
    }

    /**
     * What should be known besides.
     *
     * @return one sentence each
     */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Why applications break.
     *
     * @return the causes; empty if none is known
     */
    public List<BreakageCause> breakage() {
        return breakage;
    }

    /**
     * What to do.
     *
     * @return the first thing first
     */
    public List<AdviceStep> advice() {
        return advice;
    }

    /**
     * The steps of a probe that would show more.
     *
     * @return in the order in which a probe takes them; empty if none would
     */
    public List<ProbeStep> nextSteps() {
        return nextSteps;
    }

    /**
     * What other rules would have said, had the first not fitted: a second opinion.
     *
     * @return the codes, the next best first
     */
    public List<DiagnosisCode> alternatives() {
        return alternatives;
    }

    /** The code, how sure it is, and the sentence. */
    @Override
    public String toString() {
        return code + " (" + confidence + "): " + summary;
    }
}
