package dev.interloper.core.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interloper.core.Outcome;
import dev.interloper.core.ProbeReport;
import dev.interloper.core.diagnosis.AdviceStep;
import dev.interloper.core.diagnosis.BreakageCause;
import dev.interloper.core.diagnosis.Confidence;
import dev.interloper.core.diagnosis.Diagnosis;
import dev.interloper.core.diagnosis.DiagnosisCode;
import dev.interloper.core.diagnosis.Fact;
import dev.interloper.core.probe.ProbeStep;

/** What a scene must come to. */
final class Expect {

    private final ProbeReport report;
    private final Diagnosis diagnosis;

    private Expect(ProbeReport report) {
        this.report = report;
        this.diagnosis = report.diagnosis();
    }

    /** The order in which it is told must not matter. */
    static Expect expect(Scene scene) {
        ProbeReport report = scene.report();
        Diagnosis other = scene.backwards().diagnosis();
        assertThat(other).as("told from the end").hasToString(report.diagnosis().toString());
        assertThat(other.evidence()).isEqualTo(report.diagnosis().evidence());
        assertThat(other.otherFacts()).isEqualTo(report.diagnosis().otherFacts());
        assertThat(other.advice()).isEqualTo(report.diagnosis().advice());
        return new Expect(report);
    }

    Expect is(DiagnosisCode code, Confidence confidence) {
        assertThat(diagnosis.code()).as("%s %s", report, diagnosis.evidence()).isEqualTo(code);
        assertThat(diagnosis.confidence()).as(diagnosis.rule()).isEqualTo(confidence);
        assertThat(diagnosis.source()).isNotEmpty();
        return this;
    }

    Expect restingOn(String... codes) {
        assertThat(diagnosis.evidence()).extracting(Fact::code).contains(codes);
        return this;
    }

    Expect knowing(String... codes) {
        assertThat(diagnosis.otherFacts()).extracting(Fact::code).contains(codes);
        return this;
    }

    Expect advising(String... codes) {
        assertThat(diagnosis.advice()).extracting(AdviceStep::code).contains(codes);
        return this;
    }

    Expect notAdvising(String... codes) {
        assertThat(diagnosis.advice()).extracting(AdviceStep::code).doesNotContain(codes);
        return this;
    }

    Expect advisingText(String part) {
        assertThat(diagnosis.advice()).extracting(AdviceStep::text).anyMatch(text -> text.contains(part));
        return this;
    }

    Expect askingNext(ProbeStep... steps) {
        assertThat(diagnosis.nextSteps()).contains(steps);
        return this;
    }

    Expect saying(String... parts) {
        assertThat(diagnosis.summary() + " " + diagnosis.remarks()).contains(parts);
        return this;
    }

    Expect breaking(BreakageCause... causes) {
        assertThat(diagnosis.breakage()).contains(causes);
        return this;
    }

    Expect outcome(Outcome outcome) {
        assertThat(report.outcome()).isEqualTo(outcome);
        return this;
    }
}
