package dev.interloper.core.signal;

import static dev.interloper.core.fixture.TestPki.HOST;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.interloper.core.fixture.Seen;
import dev.interloper.core.fixture.TestPki;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that every signal keeps. */
class StandardSignalsTest {

    private final List<Signal> all = StandardSignals.all();

    @Test
    void all_ids_areUniqueAndLowerCase() {
        assertThat(all).hasSizeGreaterThanOrEqualTo(17);
        assertThat(all.stream().map(Signal::id))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z][a-z-]*\\.[a-z][a-z-]*"));
    }

    @Test
    void all_always_sayWhyAndWhatTheyMistake() {
        assertThat(all).allSatisfy(signal -> {
            assertThat(signal.rationale())
                    .as(signal.id())
                    .hasSizeGreaterThan(20)
                    .endsWith(".");
            assertThat(signal.weighing()).as(signal.id()).hasSizeGreaterThan(10).endsWith(".");
            assertThat(signal.vantage()).as(signal.id()).isNotNull();
            assertThat(signal.kinds()).as(signal.id()).isNotNull();
            assertThat(signal.falsePositives())
                    .as(signal.id())
                    .hasSizeGreaterThan(10)
                    .endsWith(".");
        });
    }

    @Test
    void all_nothingKnown_areSilent() {
        Observation nothing = Observation.at(TestPki.NOW).build();
        assertThat(all)
                .allSatisfy(signal ->
                        assertThat(signal.examine(nothing)).as(signal.id()).isEmpty());
    }

    @Test
    void all_publicChainForItsHost_nothingSpeaksForInterception() {
        Observation seen = Seen.chain(HOST, TestPki.publicLeaf(HOST).mint());
        assertThat(all.stream().flatMap(signal -> signal.examine(seen).stream()))
                .isNotEmpty()
                .allSatisfy(evidence -> assertThat(evidence.weight()).isNotPositive());
    }

    @Test
    void all_classesOfThePackage_areListed() {
        JavaClasses classes = new ClassFileImporter().importPackagesOf(StandardSignals.class);
        List<String> implementations = classes.stream()
                .filter(type -> type.isAssignableTo(Signal.class) && !type.isInterface())
                .map(type -> type.getSimpleName())
                .toList();
        assertThat(implementations)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(signal -> signal.getClass().getSimpleName())
                        .toList());
    }
}
