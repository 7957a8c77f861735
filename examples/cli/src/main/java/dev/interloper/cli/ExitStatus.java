package dev.interloper.cli;

import dev.interloper.core.Inspection;
import dev.interloper.core.Outcome;
import dev.interloper.core.ProbeReport;
import dev.interloper.handshake.capture.CaptureSummary;

/** The program's exit status, from everything that was inspected. */
final class ExitStatus {

    /** Everything is direct. */
    static final int DIRECT = 0;
    /** Some connection is intercepted. */
    static final int INTERCEPTED = 1;
    /** Some connection is inconclusive, or there was none. */
    static final int INCONCLUSIVE = 2;
    /** The command line is wrong (sysexits EX_USAGE). */
    static final int USAGE = 64;
    /** Some input could not be read to its end (sysexits EX_DATAERR). */
    static final int BAD_INPUT = 65;
    /** The program itself failed (sysexits EX_SOFTWARE). Picocli and the virtual machine would say 1, which means intercepted. */
    static final int FAILED = 70;

    private long connections;
    private boolean intercepted;
    private boolean inconclusive;
    private boolean badInput;

    void add(Inspection inspection) {
        connections++;
        intercepted |= inspection.verdict().outcome() == Outcome.INTERCEPTED;
        inconclusive |= inspection.verdict().outcome() == Outcome.INCONCLUSIVE;
    }

    void add(ProbeReport report) {
        connections++;
        intercepted |= report.outcome() == Outcome.INTERCEPTED;
        inconclusive |= report.outcome() == Outcome.INCONCLUSIVE;
    }

    void add(CaptureSummary summary) {
        badInput |= summary.problem().isPresent();
    }

    int code() {
        if (intercepted) {
            return INTERCEPTED;
        }
        if (badInput) {
            return BAD_INPUT;
        }
        return inconclusive || connections == 0 ? INCONCLUSIVE : DIRECT;
    }
}
