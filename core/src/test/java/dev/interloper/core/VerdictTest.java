package dev.interloper.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import dev.interloper.core.product.Product;
import dev.interloper.core.product.ProductKind;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How evidence becomes a verdict. */
class VerdictTest {

    private static final Product PRODUCT = new Product("Contoso Gateway", "Contoso", ProductKind.ENTERPRISE_PROXY);

    private static Evidence evidence(String signal, Grade grade, double weight) {
        return Evidence.of(signal, grade, weight, "it looks so", "a test");
    }

    private static Verdict verdict(Evidence... evidence) {
        return Verdict.of(List.of(evidence), PRODUCT, null);
    }

    @Test
    void of_nothing_isInconclusiveAtThePrior() {
        Verdict verdict = verdict();
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.probability()).isCloseTo(0.2, within(1e-12));
        assertThat(verdict.product()).isEmpty();
        assertThat(verdict).hasToString("inconclusive (probability of interception 20.0 %)");
    }

    @Test
    void of_decisiveFor_isIntercepted() {
        Verdict verdict = verdict(evidence("a.a", Grade.DECISIVE, 7));
        assertThat(verdict.outcome()).isEqualTo(Outcome.INTERCEPTED);
        assertThat(verdict.product()).contains(PRODUCT);
        assertThat(verdict)
                .hasToString("intercepted (probability of interception 99.6 %) by Contoso Gateway: it looks so");
    }

    @Test
    void of_decisiveForButImprobable_isInconclusive() {
        Verdict verdict = verdict(evidence("a.a", Grade.DECISIVE, 4.3));
        assertThat(verdict.probability()).isLessThan(0.95);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.product()).isEmpty();
    }

    @Test
    void of_twoStrongOfOneSignal_doNotConvict() {
        Verdict verdict = verdict(evidence("a.a", Grade.STRONG, 5), evidence("a.a", Grade.STRONG, 5));
        assertThat(verdict.probability()).isGreaterThan(0.99);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void of_twoStrongOfTwoSignals_convict() {
        assertThat(verdict(evidence("a.a", Grade.STRONG, 2.5), evidence("b.b", Grade.STRONG, 2.5))
                        .outcome())
                .isEqualTo(Outcome.INTERCEPTED);
    }

    @Test
    void of_twoStrongOneOfThemAgainst_doNotConvict() {
        assertThat(verdict(evidence("a.a", Grade.STRONG, 9), evidence("b.b", Grade.STRONG, -1))
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void of_decisiveAgainst_isDirect() {
        Verdict verdict = verdict(evidence("a.a", Grade.DECISIVE, -8), evidence("b.b", Grade.WEAK, 1));
        assertThat(verdict.outcome()).isEqualTo(Outcome.DIRECT);
        assertThat(verdict.product()).isEmpty();
    }

    @Test
    void of_strongAgainst_isNotDirect() {
        Verdict verdict = verdict(evidence("a.a", Grade.STRONG, -20), evidence("b.b", Grade.STRONG, -20));
        assertThat(verdict.probability()).isLessThan(1e-9);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void of_decisiveOnBothSides_isInconclusive() {
        assertThat(verdict(evidence("a.a", Grade.DECISIVE, -8), evidence("b.b", Grade.DECISIVE, 9))
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void of_context_changesNothing() {
        Evidence note = Evidence.context("a.a", "by the way", "a test");
        assertThat(verdict(note, note).probability()).isEqualTo(verdict().probability());
        assertThat(verdict(evidence("b.b", Grade.STRONG, 9), note).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void evidence_always_isRankedByWeightEitherWayContextLast() {
        Evidence note = Evidence.context("a.note", "by the way", "a test");
        Evidence light = evidence("b.light", Grade.WEAK, 0.1);
        Evidence twin = evidence("a.twin", Grade.WEAK, -0.1);
        Evidence against = evidence("c.against", Grade.STRONG, -3);
        Evidence heavy = evidence("d.heavy", Grade.STRONG, 4);
        assertThat(verdict(note, light, twin, against, heavy).evidence())
                .containsExactly(heavy, against, twin, light, note);
    }

    @Test
    void evidence_listOfTheCallerChanged_staysTheSame() {
        List<Evidence> found = new ArrayList<>(List.of(evidence("a.a", Grade.WEAK, 1)));
        Verdict verdict = Verdict.of(found, null, null);
        found.clear();
        assertThat(verdict.evidence()).hasSize(1);
    }

    @Test
    void toString_nearlyCertain_neverSaysCertain() {
        assertThat(verdict(evidence("a.a", Grade.DECISIVE, 700)).toString()).contains("99.9 %");
        assertThat(verdict(evidence("a.a", Grade.DECISIVE, -700)).toString()).contains("0.1 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0})
    void evidenceOf_weightThatIsNone_isRefused(double weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evidence("a.a", Grade.STRONG, weight))
                .withMessageContaining("a.a");
    }

    @Test
    void evidenceOf_contextWithWeight_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> evidence("a.a", Grade.CONTEXT, 1));
    }

    @Test
    @SuppressWarnings("NullAway") // nulls are the point
    void evidenceOf_nullGrade_isRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> evidence("a.a", null, 1))
                .withMessage("grade");
    }

    @Test
    void evidence_sameValues_areEqual() {
        Evidence one = evidence("a.a", Grade.WEAK, 1).inPackets(Arrays.asList(3L, 4L));
        Evidence same = evidence("a.a", Grade.WEAK, 1).inPackets(List.of(3L, 4L));
        assertThat(one)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(evidence("a.a", Grade.WEAK, 1))
                .hasToString("a.a: it looks so");
    }

    @Test
    void of_twoStrongOfOneFamily_doNotConvict_ofTwoFamiliesDo() {
        Evidence minted = Evidence.of("validity.minted", Grade.STRONG, 5, "minted", "here");
        Evidence period = Evidence.of("validity.period", Grade.STRONG, 5, "long", "here");
        Evidence anchor = Evidence.of("anchor.local", Grade.STRONG, 5, "private", "here");
        assertThat(Verdict.of(List.of(minted, period), null, null).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(Verdict.of(List.of(minted, anchor), null, null).outcome()).isEqualTo(Outcome.INTERCEPTED);
    }

    @Test
    void engine_onlyWhenIntercepted() {
        Evidence anchor = Evidence.of("anchor.local", Grade.STRONG, 5, "private", "here");
        Evidence key = Evidence.of("key.own-issuer", Grade.DECISIVE, 9, "own key", "here");
        assertThat(Verdict.of(List.of(anchor), null, "squid").engine()).isEmpty();
        assertThat(Verdict.of(List.of(key), null, "squid").engine()).contains("squid");
    }
}
