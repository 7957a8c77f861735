package dev.interloper.core.probe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A moment by which everything must be over. */
final class Deadline {

    private final Clock clock;
    private final Instant end;

    private Deadline(Clock clock, Instant end) {
        this.clock = clock;
        this.end = end;
    }

    static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock, clock.instant().plus(time));
    }

    /** The earlier of this deadline and one so much later than now. */
    Deadline within(Duration time) {
        Instant sooner = clock.instant().plus(time);
        return sooner.isBefore(end) ? new Deadline(clock, sooner) : this;
    }

    /** A share of what is left, where so many questions are still to come; the last one gets all. */
    Deadline fair(int questions) {
        return within(left().multipliedBy(2).dividedBy(Math.max(1, questions) + 1));
    }

    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean isOver() {
        return left().isZero();
    }

    /** For sockets, to which 0 means for ever. */
    int leftMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis()));
    }
}
