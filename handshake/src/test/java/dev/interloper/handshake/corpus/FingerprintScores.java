package dev.interloper.handshake.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many expected fingerprints were had, for each suite and each way to the hello. */
final class FingerprintScores {

    private static final int SHOWN = 12;

    private static final class Score {
        private int passed;
        private int total;
        private int missing;
        private final List<String> disagreements = new ArrayList<>();
    }

    private final Map<String, Score> scores = new LinkedHashMap<>();

    private Score score(String suite) {
        return scores.computeIfAbsent(suite, name -> new Score());
    }

    /** The hello was not there to be fingerprinted. */
    void missing(String suite) {
        score(suite).total++;
        score(suite).missing++;
    }

    void compare(String suite, String where, Object expected, Object ours, boolean same) {
        Score score = score(suite);
        score.total++;
        if (same) {
            score.passed++;
        } else {
            score.disagreements.add(where + ": expected " + expected + ", ours " + ours);
        }
    }

    int passed(String suite) {
        return score(suite).passed;
    }

    int total(String suite) {
        return score(suite).total;
    }

    int disagreements(String suite) {
        return score(suite).disagreements.size();
    }

    void print() {
        scores.forEach((suite, score) -> {
            System.out.println("fingerprints, " + suite + ": " + score.passed + "/" + score.total + ", "
                    + score.disagreements.size() + " differ, " + score.missing + " not delivered");
            score.disagreements.stream().limit(SHOWN).forEach(line -> System.out.println("  " + line));
        });
    }
}
