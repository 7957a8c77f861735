package dev.interloper.certs.transparency;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Timestamps that a policy accepts, and the ways in which policies count them. */
final class CountedScts {
    /** One of them. */
    record Counted(SctOrigin origin, TransparencyLog log, Instant timestamp, boolean current) {
        String operator() {
            return log.operatorAt(timestamp);
        }

        boolean embedded() {
            return origin == SctOrigin.EMBEDDED;
        }
    }

    private final List<Counted> scts;

    private CountedScts(List<Counted> scts) {
        this.scts = scts;
    }

    static CountedScts of(List<SctResult> results, Predicate<SctResult> accepted, Instant at) {
        return new CountedScts(results.stream()
                .filter(accepted)
                .flatMap(r -> r.sct().stream()
                        .flatMap(sct -> r.log().stream()
                                .map(log -> new Counted(
                                        r.origin(),
                                        log,
                                        sct.timestamp(),
                                        log.stateAt(at).isCurrent()))))
                .toList());
    }

    CountedScts where(Predicate<Counted> condition) {
        return new CountedScts(scts.stream().filter(condition).toList());
    }

    boolean isEmpty() {
        return scts.isEmpty();
    }

    boolean any(Predicate<Counted> condition) {
        return scts.stream().anyMatch(condition);
    }

    long logs() {
        return scts.stream().map(c -> c.log().id()).distinct().count();
    }

    long operators() {
        return scts.stream().map(Counted::operator).distinct().count();
    }

    /** Different logs, where no operator counts for more than so many. */
    long logs(int mostOfAnOperator) {
        Map<String, Long> byOperator = scts.stream()
                .collect(Collectors.groupingBy(
                        Counted::operator,
                        Collectors.mapping(c -> c.log().id(), Collectors.collectingAndThen(Collectors.toSet(), s ->
                                (long) s.size()))));
        return byOperator.values().stream()
                .mapToLong(n -> Math.min(n, mostOfAnOperator))
                .sum();
    }

    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", number, noun, number == 1 ? "" : "s");
    }

    static Duration lifetime(X509Certificate leaf) {
        return Duration.between(
                leaf.getNotBefore().toInstant(), leaf.getNotAfter().toInstant());
    }

    /** The table by months that both policies had once: under 15 months 2, to 27 3, to 39 4, above 5. */
    static int logsByMonths(X509Certificate leaf) {
        ZonedDateTime from = leaf.getNotBefore().toInstant().atZone(ZoneOffset.UTC);
        ZonedDateTime to = leaf.getNotAfter().toInstant().atZone(ZoneOffset.UTC);
        long full = ChronoUnit.MONTHS.between(from, to);
        boolean more = from.plusMonths(full).isBefore(to);
        if (full > 39 || (full == 39 && more)) {
            return 5;
        }
        if (full > 27 || (full == 27 && more)) {
            return 4;
        }
        return full >= 15 ? 3 : 2;
    }
}
