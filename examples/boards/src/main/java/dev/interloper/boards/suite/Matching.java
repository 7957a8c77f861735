package dev.interloper.boards.suite;

import dev.interloper.boards.corpus.Flow;
import dev.interloper.boards.corpus.OracleMessage;
import dev.interloper.boards.library.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Pairs the oracle's messages with ours by ends, direction and type, whatever the order; each of ours is taken once, by the first that
 * it agrees with, and what is left by the one that it differs least from.
 */
final class Matching {

    /** Said of a message that the library did not find at all. */
    static final Difference MISSING = new Difference("message", "there", "missing");

    private record Key(Flow flow, int type) {}

    private Matching() {}

    /** The differences of each of the oracle's messages, in their order. */
    static Map<OracleMessage, List<Difference>> match(
            List<OracleMessage> oracle,
            List<Message> ours,
            BiFunction<OracleMessage, Message, List<Difference>> comparison) {
        Map<Key, List<Message>> free = new LinkedHashMap<>();
        ours.forEach(message -> free.computeIfAbsent(new Key(message.flow(), message.type()), key -> new ArrayList<>())
                .add(message));
        Map<OracleMessage, List<Difference>> results = new LinkedHashMap<>();
        List<OracleMessage> left = new ArrayList<>();
        for (OracleMessage message : oracle) {
            List<Message> candidates = free.getOrDefault(new Key(message.flow(), message.type()), new ArrayList<>());
            results.put(message, List.of(MISSING));
            if (candidates.removeIf(new First(message, comparison)::agrees)) {
                results.put(message, List.of());
            } else {
                left.add(message);
            }
        }
        for (OracleMessage message : left) {
            List<Message> candidates = free.getOrDefault(new Key(message.flow(), message.type()), new ArrayList<>());
            Message best = null;
            List<Difference> fewest = List.of(MISSING);
            for (Message candidate : candidates) {
                List<Difference> differences = comparison.apply(message, candidate);
                if (best == null || differences.size() < fewest.size()) {
                    best = candidate;
                    fewest = differences;
                }
            }
            results.put(message, fewest);
            candidates.remove(best);
        }
        return results;
    }

    /** True of the first candidate that agrees, and of no other. */
    private static final class First {

        private final OracleMessage oracle;
        private final BiFunction<OracleMessage, Message, List<Difference>> comparison;
        private boolean found;

        First(OracleMessage oracle, BiFunction<OracleMessage, Message, List<Difference>> comparison) {
            this.oracle = oracle;
            this.comparison = comparison;
        }

        boolean agrees(Message candidate) {
            if (!found && comparison.apply(oracle, candidate).isEmpty()) {
                found = true;
                return true;
            }
            return false;
        }
    }
}
