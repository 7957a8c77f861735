package dev.interloper.core.diagnosis;

import java.util.List;
import java.util.Optional;

/** What must be known: one of several facts, or that none of them is. */
record Condition(boolean holds, List<Wanted> anyOf) {

    /** A fact, about a certain subject or about any. */
    record Wanted(String code, Optional<String> subject) {

        static Wanted parse(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Wanted(text, Optional.empty())
                    : new Wanted(text.substring(0, equals), Optional.of(text.substring(equals + 1)));
        }

        boolean fits(Fact fact) {
            return fact.code().equals(code)
                    && subject.map(fact.subject()::equals).orElse(true);
        }
    }

    static Condition parse(String text) {
        boolean holds = !text.startsWith("!");
        List<Wanted> anyOf = List.of((holds ? text : text.substring(1)).split("\\|", -1)).stream()
                .map(Wanted::parse)
                .toList();
        return new Condition(holds, anyOf);
    }

    boolean test(List<Fact> facts) {
        return facts.stream().anyMatch(this::mentions) == holds;
    }

    boolean mentions(Fact fact) {
        return anyOf.stream().anyMatch(wanted -> wanted.fits(fact));
    }
}
