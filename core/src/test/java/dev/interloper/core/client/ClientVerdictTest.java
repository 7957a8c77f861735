package dev.interloper.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientVerdictTest {

    private static Evidence evidence(String signal, Grade grade, double weight) {
        return Evidence.of(signal, grade, weight, "seen", "here");
    }

    @Test
    void noEvidence_isThePrior_andInconclusive() {
        ClientVerdict verdict = ClientVerdict.of(List.of(), null);
        assertThat(verdict.probability()).isBetween(0.061, 0.063);
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
    }

    @Test
    void oneKind_countsInFullOnce() {
        List<Evidence> one = List.of(evidence("a.x", Grade.STRONG, 3), evidence("a.y", Grade.STRONG, 3));
        List<Evidence> two = List.of(evidence("a.x", Grade.STRONG, 3), evidence("b.y", Grade.STRONG, 3));
        assertThat(ClientVerdict.of(one, null).outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
        assertThat(ClientVerdict.of(two, null).outcome()).isEqualTo(ClientOutcome.INTERCEPTED);
    }

    @Test
    void weakEvidence_howeverMuch_neverConvicts() {
        List<Evidence> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(evidence("kind" + i + ".x", Grade.WEAK, 1));
        }
        ClientVerdict verdict = ClientVerdict.of(many, null);
        assertThat(verdict.probability()).isGreaterThan(0.95);
        assertThat(verdict.outcome()).isEqualTo(ClientOutcome.INCONCLUSIVE);
    }

    @Test
    void order_ofFinding_changesNothing() {
        List<Evidence> found = new ArrayList<>(List.of(
                evidence("a.x", Grade.DECISIVE, 6),
                evidence("a.y", Grade.WEAK, 0.1),
                evidence("b.x", Grade.STRONG, -3),
                Evidence.context("c.x", "seen", "here")));
        ClientVerdict first = ClientVerdict.of(found, null);
        Collections.reverse(found);
        ClientVerdict second = ClientVerdict.of(found, null);
        assertThat(second.probability()).isEqualTo(first.probability());
        assertThat(second.evidence()).isEqualTo(first.evidence());
        assertThat(second).hasToString(first.toString());
    }
}
