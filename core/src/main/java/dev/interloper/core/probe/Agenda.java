package dev.interloper.core.probe;

import java.util.Optional;

/** Shares the time among the questions that are still to be asked, so that a silent peer does not use up all of it. */
final class Agenda {

    private final Deadline deadline;
    private final Interruption interruption;
    private int left;
    private boolean complete = true;

    Agenda(Options options, Deadline deadline, Interruption interruption) {
        this.deadline = deadline;
        this.interruption = interruption;
        for (ProbeStep step : options.steps()) {
            left += switch (step) {
                case COMPARED_HOSTS -> options.compared().size();
                case CONTROL_HOST -> options.controlHost().isPresent() ? 1 : 0;
                default -> 1;
            };
        }
    }

    /** The time for names that are looked up before the first question. */
    Deadline preparation() {
        return deadline.fair(left + 1);
    }

    /** The next question's time: nearly twice an even share, since most questions are answered at once. Empty when there is none left. */
    Optional<Deadline> turn() {
        if (deadline.isOver() || interruption.isRaised()) {
            complete = false;
            return Optional.empty();
        }
        Deadline turn = deadline.fair(left);
        left = Math.max(0, left - 1);
        return Optional.of(turn);
    }

    /** A question that would be pointless. */
    void skip() {
        left = Math.max(0, left - 1);
    }

    /** Whether all questions had their turn, but for those that would have been pointless. */
    boolean isComplete() {
        return complete && !interruption.isRaised();
    }
}
