package dev.interloper.boards.trust;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.TrustReport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a suite went: what passed, what did not and why, or that there was nothing to run. Not thread-safe. */
public final class Report {

    /** In how many cases a finding appears. */
    private static final class Tally {
        private long mustFail;
        private long mustPass;
    }

    private final List<String> disagreements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Tally> tallies = new TreeMap<>();
    private Optional<String> absent = Optional.empty();
    private long passed;
    private long total;

    /** Made by the command, one a suite. */
    public Report() {}

    void absent(String what) {
        absent = Optional.of(what);
    }

    void note(String note) {
        notes.add(note);
    }

    void pass() {
        passed++;
        total++;
    }

    void fail(String name, String expected, String found, List<Finding> findings) {
        total++;
        disagreements.add(name + ": expected " + expected + ", found " + found);
        findings.forEach(finding -> disagreements.add("  " + finding));
    }

    void check(boolean agrees, String name, String expected, String found) {
        if (agrees) {
            pass();
        } else {
            fail(name, expected, found, List.of());
        }
    }

    /** Compares a verdict; {@code FA} marks a false accept, {@code FR} a false reject. */
    void verdict(String name, boolean mustPass, TrustReport judged) {
        verdict(name, mustPass, judged.trusted(), judged.findings());
    }

    void verdict(String name, boolean mustPass, boolean passes, List<Finding> findings) {
        if (passes == mustPass) {
            pass();
        } else {
            fail((mustPass ? "FR " : "FA ") + name, word(mustPass), word(!mustPass), findings);
        }
    }

    private static String word(boolean trusted) {
        return trusted ? "trusted" : "not trusted";
    }

    /** Counts a case for each code among its findings. */
    void tally(boolean mustPass, Collection<Finding> findings) {
        findings.stream().map(finding -> finding.code().name()).distinct().forEach(code -> {
            Tally tally = tallies.computeIfAbsent(code, c -> new Tally());
            if (mustPass) {
                tally.mustPass++;
            } else {
                tally.mustFail++;
            }
        });
    }

    /**
     * What the folder lacks for this suite.
     *
     * @return empty where the suite ran
     */
    public Optional<String> absent() {
        return absent;
    }

    /**
     * What was judged right.
     *
     * @return how many
     */
    public long passed() {
        return passed;
    }

    /**
     * What was judged.
     *
     * @return how many
     */
    public long total() {
        return total;
    }

    /**
     * What was judged wrong: expected, found, and the findings.
     *
     * @return lines
     */
    public List<String> disagreements() {
        return Collections.unmodifiableList(disagreements);
    }

    /**
     * What else is worth knowing.
     *
     * @return a line each
     */
    public List<String> notes() {
        return Collections.unmodifiableList(notes);
    }

    /**
     * Each finding with the number of cases that must fail and have it, and of those that must pass and have it.
     *
     * @return a line a code and one above; none where the suite keeps no such count
     */
    public List<String> findings() {
        List<String> lines = new ArrayList<>();
        if (!tallies.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-34s %9s %9s", "finding", "must fail", "must pass"));
        }
        tallies.forEach((code, tally) ->
                lines.add(String.format(Locale.ROOT, "%-34s %9d %9d", code, tally.mustFail, tally.mustPass)));
        return lines;
    }

    /** {@code passed/total}. */
    @Override
    public String toString() {
        return passed + "/" + total;
    }
}
