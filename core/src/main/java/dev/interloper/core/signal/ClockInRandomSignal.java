package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A clock in the server's random. */
final class ClockInRandomSignal implements Signal {

    private static final String ID = "hello.clock";
    private static final String SOURCE = "RFC 5246 section 7.4.1.2; measured on Mbed TLS in privoxy";
    private static final int CLOCK_DIGITS = 8;
    private static final long SKEW_SECONDS = 600; // by chance once in 3.6 million hellos
    private static final double WEIGHT = 0.4;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CONNECTION;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.FLIGHT);
    }

    @Override
    public String rationale() {
        return "Old stacks begin the server's random with the time, as TLS once asked for; today's public servers do not, some engines' stacks do.";
    }

    @Override
    public String weighing() {
        return "Stacks that still do it are as common in appliances as in engines.";
    }

    @Override
    public String falsePositives() {
        return "Appliances and other servers on old stacks.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        Answer answer = Answer.of(seen).orElse(null);
        if (answer == null) {
            return List.of();
        }
        String random = answer.hello().random().hex();
        if (answer.hello().selectedVersion().isTls13() || random.length() < CLOCK_DIGITS) {
            return List.of();
        }
        long clock = Long.parseLong(random.substring(0, CLOCK_DIGITS), 16);
        return Math.abs(clock - seen.at().getEpochSecond()) <= SKEW_SECONDS
                ? List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        WEIGHT,
                        "the server's random begins with the time, " + Instant.ofEpochSecond(clock)
                                + ", as old stacks' do",
                        SOURCE))
                : List.of();
    }
}
