package dev.interloper.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.interloper.core.probe.ProbeStep;
import dev.interloper.core.table.TableException;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the procedure: every row of it, what users add, and what is refused. */
class RulesTest {

    private static final String HEADER = String.join("\t", Rule.COLUMNS) + "\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> GENERAL = Set.of(
            "host",
            "port",
            "destination",
            "addresses",
            "product",
            "by-product",
            "product-or-somebody",
            "product-or-the-proxy",
            "upgrade");

    private static Set<String> catalogue() {
        Set<String> codes = new HashSet<>();
        for (Field field : FactCodes.class.getFields()) {
            try {
                codes.add((String) field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return codes;
    }

    static Stream<Rule> rows() {
        return Rules.bundled().rows().stream();
    }

    static Stream<Rule> terminal() {
        return rows().filter(rule -> rule.verdict().isPresent());
    }

    static Stream<Rule> remarks() {
        return rows().filter(rule -> rule.verdict().isEmpty());
    }

    /** Facts with which a rule's conditions hold and no others: one set for each fact of which one is enough. */
    private static List<List<Fact>> justEnough(Rule rule) {
        List<List<Fact>> sets = List.of(List.of());
        for (Condition condition : rule.when()) {
            if (!condition.holds()) {
                continue;
            }
            List<List<Fact>> longer = new ArrayList<>();
            for (List<Fact> set : sets) {
                for (Condition.Wanted wanted : condition.anyOf()) {
                    List<Fact> more = new ArrayList<>(set);
                    more.add(
                            new Fact(wanted.code(), "it is so", wanted.subject().orElse("Contoso")));
                    longer.add(more);
                }
            }
            sets = longer;
        }
        return sets;
    }

    private static Diagnosis diagnose(Rules rules, Fact... facts) {
        Circumstances.Builder known =
                Circumstances.of("www.fabrikam.example", 8443).address("203.0.113.30");
        Stream.of(facts).forEach(known::fact);
        return rules.diagnose(known.build());
    }

    @Nested
    class Bundled {

        @ParameterizedTest
        @MethodSource("dev.interloper.core.diagnosis.RulesTest#terminal")
        void row_withItsFactsAlone_isTheDiagnosis(Rule rule) {
            for (List<Fact> facts : justEnough(rule)) {
                Diagnosis diagnosis = diagnose(Rules.bundled(), facts.toArray(Fact[]::new));
                assertThat(diagnosis.rule()).as(facts.toString()).isEqualTo(rule.id());
                assertThat(diagnosis.evidence()).containsExactlyInAnyOrderElementsOf(facts);
                assertThat(diagnosis.confidence()).isEqualTo(rule.confidence());
                assertThat(diagnosis.summary()).doesNotContain("{", "}", "unknown)", "(unknown");
            }
        }

        @ParameterizedTest
        @MethodSource("dev.interloper.core.diagnosis.RulesTest#remarks")
        void remark_withItsFacts_isMade(Rule rule) {
            int words = rule.says().indexOf('{') < 0
                    ? rule.says().length()
                    : rule.says().indexOf('{');
            for (List<Fact> facts : justEnough(rule)) {
                assertThat(diagnose(Rules.bundled(), facts.toArray(Fact[]::new)).remarks())
                        .as(facts.toString())
                        .anyMatch(remark -> remark.startsWith(rule.says().substring(0, words)));
            }
        }

        @ParameterizedTest
        @MethodSource("dev.interloper.core.diagnosis.RulesTest#rows")
        void row_always_isMadeOfWhatIsKnown(Rule rule) {
            assertThat(rule.when().stream().flatMap(condition -> condition.anyOf().stream()))
                    .extracting(Condition.Wanted::code)
                    .isSubsetOf(catalogue());
            Matcher matcher = PLACEHOLDER.matcher(rule.says());
            while (matcher.find()) {
                assertThat(GENERAL.contains(matcher.group(1))
                                || rule.when().stream()
                                        .anyMatch(condition -> condition.anyOf().stream()
                                                .anyMatch(
                                                        wanted -> wanted.code().equals(matcher.group(1)))))
                        .as("%s in a row that does not rest on it", matcher.group())
                        .isTrue();
            }
            assertThat(rule.says()).matches("[A-Z{].*[.)]");
            assertThat(rule.id()).matches("[a-z0-9-]+");
        }

        @Test
        void advice_always_isUsedAndFilled() {
            Rules rules = Rules.bundled();
            Set<String> used = new HashSet<>();
            rules.rows().forEach(rule -> used.addAll(rule.advice()));
            assertThat(rules.advice().keySet()).isEqualTo(used);
            rules.advice()
                    .forEach((code, advice) -> assertThat(
                                    PLACEHOLDER.matcher(advice.text()).results())
                            .as(code)
                            .allMatch(found -> GENERAL.contains(found.group(1))));
        }

        /** Whoever reads an advice in a hurry must not find these words in it. */
        @Test
        void advice_always_neverSwitchesVerificationOff() {
            assertThat(Rules.bundled().advice().values())
                    .extracting(Rules.AdviceText::text)
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContainIgnoringCase("insecure")
                            .doesNotContainIgnoringCase("disable verification")
                            .doesNotContainIgnoringCase("trust-all"));
        }

        @Test
        void verdicts_allOfThem_areInTheTable() {
            assertThat(terminal().map(rule -> rule.verdict().orElseThrow()))
                    .containsOnly(DiagnosisCode.values())
                    .contains(DiagnosisCode.values());
        }

        @Test
        void causes_allButTheRest_areInTheTable() {
            assertThat(rows().flatMap(rule -> rule.breaks().stream()))
                    .contains(
                            BreakageCause.PINNED_CERT,
                            BreakageCause.CLIENT_CERT_MTLS,
                            BreakageCause.NOT_REALLY_TLS,
                            BreakageCause.OWN_TRUST_STORE,
                            BreakageCause.PROTOCOL_DOWNGRADE,
                            BreakageCause.NO_SNI,
                            BreakageCause.SELF_SIGNED_ORIGIN,
                            BreakageCause.LATENCY_SENSITIVE);
        }
    }

    @Nested
    class Diagnosing {

        @Test
        void diagnose_nothingKnown_isInconclusive() {
            Diagnosis diagnosis = diagnose(Rules.bundled());
            assertThat(diagnosis.code()).isEqualTo(DiagnosisCode.INCONCLUSIVE);
            assertThat(diagnosis.confidence()).isEqualTo(Confidence.LOW);
            assertThat(diagnosis.rule()).isEmpty();
            assertThat(diagnosis.notAsked()).containsExactly(ProbeStep.values());
        }

        @Test
        void diagnose_twoRulesFit_theOtherIsTheSecondOpinion() {
            Diagnosis diagnosis = diagnose(
                    Rules.bundled(),
                    Fact.of(FactCodes.GENUINE, "the chain leads to a public root"),
                    new Fact(FactCodes.PSEUDO_MICROSOFT_ALERT, "an alert came back", "40"),
                    Fact.of(FactCodes.MEDIA_WORKS, "audio works"));
            assertThat(diagnosis.rule()).isEqualTo("pseudo-web-server");
            assertThat(diagnosis.alternatives()).contains(DiagnosisCode.PSEUDO_TLS_REJECTED);
            assertThat(diagnosis.against()).isEmpty();
            assertThat(diagnosis.otherFacts()).extracting(Fact::code).containsExactly(FactCodes.MEDIA_WORKS);
        }

        @Test
        void diagnose_factOfAnotherOpinion_speaksAgainst() {
            Diagnosis diagnosis = diagnose(
                    Rules.bundled(),
                    Fact.of(FactCodes.GENUINE, "the chain leads to a public root"),
                    Fact.of(FactCodes.PSEUDO_MICROSOFT_EXACT, "the reply is exact"));
            assertThat(diagnosis.code()).isEqualTo(DiagnosisCode.PSEUDO_TLS_OK);
            assertThat(diagnosis.against()).extracting(Fact::code).containsExactly(FactCodes.GENUINE);
            assertThat(diagnosis.alternatives()).containsExactly(DiagnosisCode.DIRECT_OK);
        }

        @Test
        void diagnose_stepWasTaken_isNotAdvisedAgain() {
            Circumstances.Builder known = Circumstances.of("www.fabrikam.example", 443)
                    .fact(Fact.of(FactCodes.UNDECIDED, "it cannot be told"));
            assertThat(Rules.bundled().diagnose(known.build()).nextSteps())
                    .containsExactly(ProbeStep.CANARY_NAME, ProbeStep.COMPARED_HOSTS);
            Diagnosis after = Rules.bundled()
                    .diagnose(known.asked(ProbeStep.COMPARED_HOSTS).build());
            assertThat(after.nextSteps()).containsExactly(ProbeStep.CANARY_NAME);
            assertThat(after.notAsked()).doesNotContain(ProbeStep.COMPARED_HOSTS);
            assertThat(after.advice()).extracting(AdviceStep::parameter).containsExactly("canary", "reference");
            assertThat(after.advice()).extracting(AdviceStep::text).noneMatch(text -> text.contains("unrelated"));
        }

        @Test
        void summary_always_namesTheDestination() {
            assertThat(diagnose(Rules.bundled(), Fact.of(FactCodes.TCP_TIMED_OUT, "no answer"))
                            .toString())
                    .startsWith("FIREWALL_DROP (medium): TCP 8443 to 203.0.113.30 never completes");
        }

        @Test
        void summary_ipv6_isInBrackets() {
            Circumstances known = Circumstances.of("2001:db8::30", 443)
                    .fact(Fact.of(FactCodes.TCP_PROHIBITED, "ICMPv6 1/1"))
                    .build();
            assertThat(Rules.bundled().diagnose(known).summary()).contains("[2001:db8::30]:443");
        }
    }

    @Nested
    class Plus {

        private static final String MINE = "mine\tBLOCK_PAGE\tcertain\tcorp.mark\tThe firewall of building 7 blocks"
                + " {host} ({corp.mark}).\tCONTACT_OWNER/network\t-\t2026-11-23\tour wiki\n";

        @Test
        void plus_ownRow_comesBeforeTheBundledOnes() throws IOException {
            Rules rules = Rules.bundled().plus(new StringReader(HEADER + MINE), "mine.tsv");
            Diagnosis diagnosis = diagnose(
                    rules,
                    new Fact("corp.mark", "a mark of ours", "rule 12"),
                    Fact.of(FactCodes.PROXY_AUTHENTICATION, "407"));
            assertThat(diagnosis.rule()).isEqualTo("mine");
            assertThat(diagnosis.summary())
                    .isEqualTo("The firewall of building 7 blocks www.fabrikam.example (rule 12).");
            assertThat(diagnosis.source()).isEqualTo("our wiki");
            assertThat(diagnosis.alternatives()).contains(DiagnosisCode.PROXY_AUTH_REQUIRED);
        }

        @Test
        void plus_sameId_replacesTheBundledRow() throws IOException {
            Rules rules = Rules.bundled()
                    .plus(new StringReader(HEADER + MINE.replaceFirst("mine", "name-unknown")), "mine.tsv");
            assertThat(rules.rows()).hasSameSizeAs(Rules.bundled().rows());
            assertThat(diagnose(rules, Fact.of(FactCodes.DNS_NOT_FOUND, "none")).rule())
                    .isEmpty();
            assertThat(diagnose(Rules.bundled(), Fact.of(FactCodes.DNS_NOT_FOUND, "none"))
                            .rule())
                    .isEqualTo("name-unknown");
        }

        @ParameterizedTest
        @CsvSource({
            "BLOCK_PAGE, BLOCKED, in column verdict",
            "certain, sure, in column confidence",
            "CONTACT_OWNER/network, CALL_MUM, advice that is known (not CALL_MUM)",
            "our wiki, -, in column source",
            "corp.mark, -, in column when"
        })
        void plus_brokenRow_isRefusedWithFileAndLine(String part, String instead, String message) {
            String table = "# mine\n" + HEADER + MINE.replaceFirst(Pattern.quote(part), instead);
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> Rules.bundled().plus(new StringReader(table), "mine.tsv"))
                    .withMessageStartingWith("mine.tsv, line 3: ")
                    .withMessageContaining(message)
                    .satisfies(e -> assertThat(e.line()).isEqualTo(3));
        }

        @Test
        void plus_unknownCause_isRefused() {
            String table = HEADER + MINE.replace("\t-\t2026", "\tBAD_LUCK\t2026");
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> Rules.bundled().plus(new StringReader(table), "mine.tsv"))
                    .withMessageContaining("in column breaks, found 'BAD_LUCK'");
        }

        @Test
        void plus_idTwice_isRefused() {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> Rules.bundled().plus(new StringReader(HEADER + MINE + MINE), "mine.tsv"))
                    .withMessageContaining("mine.tsv, line 3: expected each id once");
        }

        @ParameterizedTest
        @CsvSource({"'id\tverdict\n', expected the names of the columns", "'mine\n', expected the names of the columns"
        })
        void plus_otherColumns_isRefused(String table, String message) {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> Rules.bundled().plus(new StringReader(table), "mine.tsv"))
                    .withMessageContaining("mine.tsv, line 1: " + message);
        }

        @Test
        void plus_tooFewCells_isRefused() {
            assertThatExceptionOfType(TableException.class)
                    .isThrownBy(() -> Rules.bundled().plus(new StringReader(HEADER + "a\tb\n"), "mine.tsv"))
                    .withMessageContaining("mine.tsv, line 2: expected 9 cells separated by tabs, found 2");
        }
    }
}
