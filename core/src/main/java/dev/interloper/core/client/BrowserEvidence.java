package dev.interloper.core.client;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.Grade;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a hello's breach of a browser's rule weighs. Decisive is e^6, about 400: of that many genuine hellos with such a user agent
 * not more than one is thought to break it, by a user agent that is made up; some 6 % of connections are intercepted, and nearly
 * all of them break something. Strong is e^3, 20: a setting of the browser can do the same.
 */
final class BrowserEvidence {

    static final double DECISIVE = 6;
    static final double STRONG = 3;
    static final double HINT = 1;

    private BrowserEvidence() {}

    /** The gravest breach of a rule, as evidence; none where the hello plainly is another browser's. */
    static List<Evidence> of(ClientObservation client, String id, BrowserRule rule, String verb) {
        return breaches(client, rule)
                .map(breach -> evidence(client, id, breach, grade(breach), verb + " " + breach.names()))
                .max(Comparator.comparingDouble(Evidence::weight))
                .stream()
                .toList();
    }

    static Stream<Breach> breaches(ClientObservation client, BrowserRule rule) {
        if (client.lookalike().isPresent()) {
            return Stream.empty();
        }
        return client.breaches().stream().filter(breach -> breach.row().rule() == rule);
    }

    /** A browser that is newer than the data breaks nothing that is known of it: at most a hint. */
    static Evidence evidence(ClientObservation client, String id, Breach breach, Grade grade, String predicate) {
        BrowserRow row = breach.row();
        UserAgent claimed = client.userAgent().orElseThrow();
        String subject = "the user agent says " + claimed + ", but the hello " + predicate;
        if (row.isOutdatedFor(claimed)) {
            String newer = String.format(Locale.ROOT, "; known for %s up to %d only", row.family(), row.through());
            return Evidence.of(id, Grade.WEAK, HINT, subject + newer, row.source());
        }
        return Evidence.of(id, grade, grade == Grade.DECISIVE ? DECISIVE : STRONG, subject, row.source());
    }

    private static Grade grade(Breach breach) {
        Grade grade = breach.row().grade();
        return grade == null ? Grade.STRONG : grade;
    }
}
