package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.table.Row;
import dev.interloper.core.table.Table;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The decision procedure as a table: of the rows that have a verdict, the first whose facts hold is the diagnosis; rows without one
 * add remarks and advice to it. The bundled table, {@code rules.tsv}, explains its columns. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Rules {

    private static final List<String> ADVICE_COLUMNS = List.of("code", "text", "step", "date");

    private final List<Rule> rows;
    private final Map<String, AdviceText> advice;

    /** What a code of advice says, and the step of a probe that would do it. */
    record AdviceText(String text, Optional<ProbeStep> step) {}

    private Rules(List<Rule> rows, Map<String, AdviceText> advice) {
        this.rows = List.copyOf(rows);
        this.advice = Map.copyOf(advice);
    }

    /**
     * The rules that come with the library.
     *
     * @return some 80 rules
     */
    public static Rules bundled() {
        return Bundled.RULES;
    }

    /** Read once, when first asked for. */
    private static final class Bundled {
        static final Rules RULES = Table.bundled(
                Rules.class,
                "rules.tsv",
                (rules, file) -> new Rules(List.of(), Table.bundled(Rules.class, "advice.tsv", Rules::advice))
                        .plus(rules, file));
    }

    private static Map<String, AdviceText> advice(Reader reader, String file) throws IOException {
        Map<String, AdviceText> texts = new HashMap<>();
        for (Row row : Table.read(reader, file, ADVICE_COLUMNS)) {
            Optional<ProbeStep> step = row.optional("step").isPresent()
                    ? Optional.of(row.constant(ProbeStep.class, "step"))
                    : Optional.empty();
            if (texts.put(row.text("code"), new AdviceText(row.text("text"), step)) != null) {
                throw row.expected("each code once", "code");
            }
        }
        return texts;
    }

    /**
     * These rules with others before them; a row with the id of one of these replaces it.
     *
     * @param reader gives the table
     * @param file what it is called in messages
     * @return the rules together
     * @throws TableException if the table is not as it must be, or uses advice that nobody knows
     * @throws IOException if it cannot be read
     */
    public Rules plus(Reader reader, String file) throws IOException {
        List<Rule> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Row row : Table.read(reader, file, Rule.COLUMNS)) {
            Rule rule = Rule.of(row);
            for (String code : rule.advice()) {
                if (!advice.containsKey(code)) {
                    throw row.expected("advice that is known (not " + code + ")", "advice");
                }
            }
            if (!ids.add(rule.id())) {
                throw row.expected("each id once", "id");
            }
            all.add(rule);
        }
        rows.stream().filter(rule -> !ids.contains(rule.id())).forEach(all::add);
        return new Rules(all, advice);
    }

    /**
     * Finds what the facts come to.
     *
     * @param circumstances what is known
     * @return the diagnosis; inconclusive if no rule fits
     */
    public Diagnosis diagnose(Circumstances circumstances) {
        List<Fact> facts = circumstances.facts();
        List<Rule> fitting = rows.stream().filter(rule -> rule.fits(facts)).toList();
        List<Rule> terminal =
                fitting.stream().filter(rule -> rule.verdict().isPresent()).toList();
        List<Rule> remarks =
                fitting.stream().filter(rule -> rule.verdict().isEmpty()).toList();
        return Diagnosis.of(terminal, remarks, circumstances, advice);
    }

    List<Rule> rows() {
        return rows;
    }

    Map<String, AdviceText> advice() {
        return advice;
    }

    /** How many rules there are. */
    @Override
    public String toString() {
        return rows.size() + " rules";
    }
}
