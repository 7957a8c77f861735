package dev.interloper.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A row of the procedure. */
record Rule(
        String id,
        Optional<DiagnosisCode> verdict,
        Confidence confidence,
        List<Condition> when,
        String says,
        List<String> advice,
        List<BreakageCause> breaks,
        String source) {

    static final List<String> COLUMNS =
            List.of("id", "verdict", "confidence", "when", "says", "advice", "breaks", "date", "source");

    static Rule of(Rows.Row row) throws RuleException {
        Optional<DiagnosisCode> verdict =
                row.cell(1).isEmpty() ? Optional.empty() : Optional.of(row.constant(DiagnosisCode.class, 1));
        Confidence confidence = verdict.isEmpty()
                ? Confidence.LOW
                : row.constant(Confidence.class, row.cell(2).toUpperCase(Locale.ROOT));
        if (row.cell(0).isEmpty() || row.list(3).isEmpty() || row.cell(8).isEmpty()) {
            throw row.problem("expected an id, at least one fact, and a source");
        }
        List<BreakageCause> breaks = new ArrayList<>();
        for (String cause : row.list(6)) {
            breaks.add(row.constant(BreakageCause.class, cause));
        }
        return new Rule(
                row.cell(0),
                verdict,
                confidence,
                row.list(3).stream().map(Condition::parse).toList(),
                row.cell(4),
                row.list(5),
                List.copyOf(breaks),
                row.cell(8));
    }

    boolean fits(List<Fact> facts) {
        return when.stream().allMatch(condition -> condition.test(facts));
    }

    /** Whether a fact is one that the rule rests on. */
    boolean restsOn(Fact fact) {
        return when.stream().anyMatch(condition -> condition.holds() && condition.mentions(fact));
    }
}
