package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any evidence whatever. */
class VerdictPropertiesTest {

    @Provide
    Arbitrary<List<Evidence>> weak() {
        return evidence(Arbitraries.just(Grade.WEAK)).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Evidence>> withoutDecisive() {
        return evidence(Arbitraries.of(Grade.WEAK, Grade.STRONG)).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Evidence>> any() {
        return evidence(Arbitraries.of(Grade.DECISIVE, Grade.WEAK, Grade.STRONG))
                .list()
                .ofMaxSize(20);
    }

    private static Arbitrary<Evidence> evidence(Arbitrary<Grade> grades) {
        Arbitrary<Double> weights = Arbitraries.oneOf(
                Arbitraries.doubles().between(-10, 10),
                Arbitraries.of(Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, 1e6, -1e6));
        Arbitrary<String> signals = Arbitraries.of("a.one", "b.two", "c.three");
        return Combinators.combine(signals, grades, weights.filter(weight -> weight != 0))
                .as((signal, grade, weight) -> Evidence.of(signal, grade, weight, "seen", "a test"));
    }

    @Property
    void of_weakEvidenceHoweverMuch_neverCarriesAVerdict(@ForAll("weak") List<Evidence> evidence) {
        assertThat(Verdict.of(evidence, null, null).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Property
    void of_noDecisiveEvidence_isNeverDirect(@ForAll("withoutDecisive") List<Evidence> evidence) {
        assertThat(Verdict.of(evidence, null, null).outcome()).isNotEqualTo(Outcome.DIRECT);
    }

    @Property
    void of_strongOfOneSignalOnly_neverConvicts(@ForAll("withoutDecisive") List<Evidence> evidence) {
        List<Evidence> ofOne = evidence.stream()
                .filter(item -> item.grade() == Grade.WEAK || item.signal().equals("a.one"))
                .toList();
        assertThat(Verdict.of(ofOne, null, null).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Property
    void of_anything_probabilityAndOutcomeAgree(@ForAll("any") List<Evidence> evidence) {
        Verdict verdict = Verdict.of(evidence, null, null);
        assertThat(verdict.probability()).isBetween(0.0, 1.0);
        switch (verdict.outcome()) {
            case INTERCEPTED -> assertThat(verdict.probability()).isGreaterThanOrEqualTo(0.95);
            case DIRECT -> assertThat(verdict.probability()).isLessThanOrEqualTo(0.05 + 1e-12);
            case INCONCLUSIVE -> assertThat(verdict.product()).isEmpty();
        }
    }

    @Property
    void of_sameEvidenceInAnotherOrder_isTheSameOutcome(@ForAll("any") List<Evidence> evidence, @ForAll Random random) {
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);
        Verdict one = Verdict.of(evidence, null, null);
        Verdict other = Verdict.of(shuffled, null, null);
        assertThat(other.outcome()).isEqualTo(one.outcome());
        assertThat(other.evidence()).containsExactlyInAnyOrderElementsOf(one.evidence());
    }

    @Property
    void evidence_anything_isRanked(@ForAll("any") List<Evidence> evidence) {
        List<Evidence> ranked = Verdict.of(evidence, null, null).evidence();
        assertThat(ranked).hasSameSizeAs(evidence);
        for (int i = 1; i < ranked.size(); i++) {
            assertThat(Math.abs(ranked.get(i).weight()))
                    .isLessThanOrEqualTo(Math.abs(ranked.get(i - 1).weight()));
        }
    }
}
