package dev.interloper.core.diagnosis;

import dev.interloper.core.probe.ProbeStep;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        static final Rules RULES = read();

        private static Rules read() {
            try (Reader rules = resource("rules.tsv");
                    Reader advice = resource("advice.tsv")) {
                return new Rules(List.of(), advice(advice, "advice.tsv")).plus(rules, "rules.tsv");
            } catch (IOException e) {
                throw new UncheckedIOException("the bundled rules are damaged", e);
            }
        }

        private static Reader resource(String name) {
            InputStream in = Objects.requireNonNull(Rules.class.getResourceAsStream(name), name);
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }
    }

    private static Map<String, AdviceText> advice(Reader reader, String file) throws IOException {
        Map<String, AdviceText> texts = new HashMap<>();
        for (Rows.Row row : Rows.read(reader, file, ADVICE_COLUMNS)) {
            Optional<ProbeStep> step =
                    row.cell(2).isEmpty() ? Optional.empty() : Optional.of(row.constant(ProbeStep.class, 2));
            if (texts.put(row.cell(0), new AdviceText(row.cell(1), step)) != null) {
                throw row.problem("the code stands here twice: " + row.cell(0));
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
     * @throws RuleException if the table is not as it must be, or uses advice that nobody knows
     * @throws IOException if it cannot be read
     */
    public Rules plus(Reader reader, String file) throws IOException {
        List<Rule> all = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Rows.Row row : Rows.read(reader, file, Rule.COLUMNS)) {
            Rule rule = Rule.of(row);
            for (String code : rule.advice()) {
                if (!advice.containsKey(code)) {
                    throw row.problem("no such advice: " + code);
                }
            }
            if (!ids.add(rule.id())) {
                throw row.problem("the id stands here twice: " + rule.id());
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
