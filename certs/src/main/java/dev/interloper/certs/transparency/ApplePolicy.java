package dev.interloper.certs.transparency;

import static dev.interloper.certs.transparency.CountedScts.count;

import dev.interloper.certs.transparency.CountedScts.Counted;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Apple's policy: https://support.apple.com/en-us/103214. Rules for certificates issued before April 2021: an earlier state of
 * that text, which does not say on which side exactly 15, 27 and 39 months fall; they are taken as Chrome took them. Nor does
 * the text say since when it applies; 15 October 2018 is the day that Apple announced. When a "once approved" log's approval
 * ended is taken from the list's retired timestamp.
 */
final class ApplePolicy implements TransparencyPolicy {
    static final TransparencyPolicy INSTANCE = new ApplePolicy();

    private static final Instant REQUIRED = Instant.parse("2018-10-15T00:00:00Z");
    private static final Instant BY_DAYS = Instant.parse("2021-04-21T00:00:00Z");
    private static final long SHORT_DAYS = 180;
    private static final long DAY = 86_400;

    private ApplePolicy() {}

    @Override
    public String name() {
        return "Apple";
    }

    @Override
    public PolicyResult evaluate(X509Certificate leaf, List<SctResult> scts, Instant at) {
        Instant issued = leaf.getNotBefore().toInstant();
        if (issued.isBefore(REQUIRED)) {
            return PolicyResult.notEvaluated(name(), "it asks nothing of certificates from before 2018-10-15");
        }
        CountedScts counted = CountedScts.of(scts, r -> r.status() == SctStatus.VALID, at);
        CountedScts current = counted.where(Counted::current);
        List<String> lacks = embedded(leaf, counted.where(Counted::embedded), issued.isBefore(BY_DAYS));
        boolean sent = current.logs() >= 2 && current.any(c -> !c.embedded());
        if (sent) {
            lacks.clear();
        }
        if (!counted.any(c -> !c.log().tiled())) {
            lacks.add("a log with the interface of RFC 6962 is needed, none found");
        }
        return lacks.isEmpty() ? PolicyResult.compliant(name()) : PolicyResult.notCompliant(name(), lacks);
    }

    private static List<String> embedded(X509Certificate leaf, CountedScts scts, boolean byMonths) {
        List<String> lacks = new ArrayList<>();
        if (!scts.any(Counted::current)) {
            lacks.add("an embedded SCT by a currently approved log is needed, none found");
        }
        long days = days(leaf);
        int ofAnOperator = days > SHORT_DAYS ? 2 : 1;
        int needed = byMonths ? CountedScts.logsByMonths(leaf) : ofAnOperator + 1;
        long found = byMonths ? scts.logs() : scts.logs(ofAnOperator);
        if (found < needed) {
            String most = byMonths ? "" : " and at most " + ofAnOperator + " of an operator counts";
            lacks.add("valid embedded SCTs of " + needed + " logs are needed for a validity of " + count(days, "day")
                    + most + ", " + found + " found");
        }
        return lacks;
    }

    /** The last second counts, and every day begun (RFC 5280 4.1.2.5). */
    private static long days(X509Certificate leaf) {
        long seconds = CountedScts.lifetime(leaf).toSeconds() + 1;
        return Math.floorDiv(seconds + DAY - 1, DAY);
    }
}
