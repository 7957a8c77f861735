package dev.interloper.core.diagnosis;

import dev.interloper.core.table.Row;
import dev.interloper.core.table.TableException;
import java.util.List;
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

    static Rule of(Row row) throws TableException {
        Optional<DiagnosisCode> verdict = row.optional("verdict").isPresent()
                ? Optional.of(row.constant(DiagnosisCode.class, "verdict"))
                : Optional.empty();
        List<String> when = row.list("when");
        if (when.isEmpty()) {
            throw row.expected("at least one fact", "when");
        }
        return new Rule(
                row.text("id"),
                verdict,
                verdict.isEmpty() ? Confidence.LOW : row.constant(Confidence.class, "confidence"),
                when.stream().map(Condition::parse).toList(),
                row.optional("says").orElse(""),
                row.list("advice"),
                row.constants(BreakageCause.class, "breaks"),
                row.text("source"));
    }

    boolean fits(List<Fact> facts) {
        return when.stream().allMatch(condition -> condition.test(facts));
    }

    /** Whether a fact is one that the rule rests on. */
    boolean restsOn(Fact fact) {
        return when.stream().anyMatch(condition -> condition.holds() && condition.mentions(fact));
    }
}
