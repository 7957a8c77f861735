package dev.interloper.certs.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The leaf is not valid for longer than public authorities were allowed to make it when it was issued. A private
 * authority is not bound by that, so it is a warning under a public anchor and a fact under any other.
 */
final class ValidityPeriodCheck implements PathCheck {
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements 6.3.2";

    private record Rule(Instant from, int days) {}

    /** Newest first. */
    private static final List<Rule> RULES = List.of(
            new Rule(Instant.parse("2029-03-15T00:00:00Z"), 47), // ballot SC-081
            new Rule(Instant.parse("2027-03-15T00:00:00Z"), 100), // ballot SC-081
            new Rule(Instant.parse("2026-03-15T00:00:00Z"), 200), // ballot SC-081
            new Rule(Instant.parse("2020-09-01T00:00:00Z"), 398), // root programmes, then ballot SC-031
            new Rule(Instant.parse("2018-03-01T00:00:00Z"), 825)); // ballot 193

    @Override
    public List<Finding> check(CandidatePath path) {
        Instant from = path.leaf().getNotBefore().toInstant();
        Duration length =
                Duration.between(from, path.leaf().getNotAfter().toInstant()).plusSeconds(1); // both ends belong to it
        for (Rule rule : RULES) {
            if (!from.isBefore(rule.from)) {
                return length.compareTo(Duration.ofDays(rule.days)) > 0
                        ? List.of(finding(path, length, rule))
                        : List.of();
            }
        }
        return List.of();
    }

    private static Finding finding(CandidatePath path, Duration length, Rule rule) {
        String sentence = Say.certificate(path, 0) + " is valid for " + days(length)
                + " days; public authorities may not exceed " + rule.days + " days since "
                + rule.from.toString().substring(0, 10) + ".";
        Severity severity = path.anchorClass().isPublic() ? Severity.WARNING : Severity.INFO;
        return Finding.of(FindingCode.VALIDITY_TOO_LONG, severity, path.presentedIndex(0), sentence, SOURCE);
    }

    private static String days(Duration length) {
        long tenths = length.toSeconds() * 10 / 86_400;
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
