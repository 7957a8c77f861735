package dev.interloper.boards.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How much of a suite agrees, and what does not. Not thread-safe. */
public final class Score {

    private final List<String> disagreements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long passed;
    private long total;

    void pass() {
        passed(1);
    }

    void passed(long count) {
        passed += count;
        total += count;
    }

    void fail(String disagreement) {
        total++;
        disagreements.add(disagreement);
    }

    void check(boolean agrees, String disagreement) {
        if (agrees) {
            pass();
        } else {
            fail(disagreement);
        }
    }

    void note(String note) {
        notes.add(note);
    }

    /**
     * What agrees.
     *
     * @return how many
     */
    public long passed() {
        return passed;
    }

    /**
     * What was compared.
     *
     * @return how many
     */
    public long total() {
        return total;
    }

    /**
     * What does not agree.
     *
     * @return a line each
     */
    public List<String> disagreements() {
        return Collections.unmodifiableList(disagreements);
    }

    /**
     * What else is worth knowing, such as a seed.
     *
     * @return a line each
     */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /** {@code passed/total}. */
    @Override
    public String toString() {
        return passed + "/" + total;
    }
}
