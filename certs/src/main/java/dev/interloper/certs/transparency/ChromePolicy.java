package dev.interloper.certs.transparency;

import static dev.interloper.certs.transparency.CountedScts.count;

import dev.interloper.certs.transparency.CountedScts.Counted;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Chrome's policy. Rules in force: https://googlechrome.github.io/CertificateTransparency/ct_policy.html. Rules for
 * certificates issued before April 2022: the same text as it was until July 2024 (commit c1bcbd6 of
 * https://github.com/GoogleChrome/CertificateTransparency removed them). That logs with tiles need no other beside them was
 * announced in https://groups.google.com/a/chromium.org/g/ct-policy/c/amrnTiDFdwM; the date, 15 April 2026, is known here
 * only at second hand, from the text as the linter "ctlint" quotes it.
 */
final class ChromePolicy implements TransparencyPolicy {
    static final TransparencyPolicy INSTANCE = new ChromePolicy();

    private static final Instant REQUIRED = Instant.parse("2018-05-01T00:00:00Z");
    private static final Instant BY_OPERATORS = Instant.parse("2022-04-15T00:00:00Z");

    /** Until then one SCT had to be of a log with RFC 6962's interface. */
    private static final Instant ANY_INTERFACE = Instant.parse("2026-04-15T00:00:00Z");

    private static final Duration SHORT = Duration.ofDays(180);
    private static final String GOOGLE = "Google";

    private ChromePolicy() {}

    @Override
    public String name() {
        return "Chrome";
    }

    @Override
    public PolicyResult evaluate(X509Certificate leaf, List<SctResult> scts, Instant at) {
        Instant issued = leaf.getNotBefore().toInstant();
        if (issued.isBefore(REQUIRED)) {
            return PolicyResult.notEvaluated(name(), "it asks nothing of certificates from before 2018-05-01");
        }
        CountedScts counted = CountedScts.of(scts, accepted(scts), at);
        CountedScts embedded = counted.where(Counted::embedded);
        CountedScts sent = counted.where(c -> !c.embedded() && c.current());
        boolean old = issued.isBefore(BY_OPERATORS);
        boolean needsRfc6962 = !old && at.isBefore(ANY_INTERFACE);
        List<String> embeddedLacks = old ? embeddedBefore2022(leaf, embedded) : embedded(leaf, embedded);
        List<String> sentLacks = old ? google(sent) : sent(sent);
        if (needsRfc6962) {
            rfc6962(embedded, embeddedLacks);
            rfc6962(sent, sentLacks);
        }
        if (embeddedLacks.isEmpty() || sentLacks.isEmpty()) {
            return PolicyResult.compliant(name());
        }
        return PolicyResult.notCompliant(name(), embedded.isEmpty() && !sent.isEmpty() ? sentLacks : embeddedLacks);
    }

    /** A log may retire while a CA is collecting; then the first timestamp collected decides. */
    private static Predicate<SctResult> accepted(List<SctResult> scts) {
        Optional<Instant> earliest = scts.stream()
                .filter(r -> r.status() == SctStatus.VALID || r.status() == SctStatus.LOG_RETIRED)
                .flatMap(r -> r.sct().stream())
                .map(SignedCertificateTimestamp::timestamp)
                .min(Instant::compareTo);
        return r -> r.status() == SctStatus.VALID
                || (r.status() == SctStatus.LOG_RETIRED
                        && r.log()
                                .flatMap(TransparencyLog::retiredAt)
                                .flatMap(retired -> earliest.map(e -> e.isBefore(retired)))
                                .orElse(false));
    }

    private static List<String> embedded(X509Certificate leaf, CountedScts scts) {
        List<String> lacks = new ArrayList<>();
        current(scts, lacks);
        int needed = CountedScts.lifetime(leaf).compareTo(SHORT) > 0 ? 3 : 2;
        logs(scts, needed, leaf, lacks);
        operators(scts, lacks);
        return lacks;
    }

    private static List<String> embeddedBefore2022(X509Certificate leaf, CountedScts scts) {
        List<String> lacks = google(scts);
        current(scts, lacks);
        logs(scts, CountedScts.logsByMonths(leaf), leaf, lacks);
        return lacks;
    }

    private static List<String> sent(CountedScts scts) {
        List<String> lacks = new ArrayList<>();
        if (scts.logs() < 2) {
            lacks.add("2 current logs are needed in the handshake, " + scts.logs() + " found");
        }
        operators(scts, lacks);
        return lacks;
    }

    private static List<String> google(CountedScts scts) {
        List<String> lacks = new ArrayList<>();
        if (!scts.any(c -> c.operator().equals(GOOGLE))) {
            lacks.add("an SCT by a log of Google's is needed, none found");
        }
        if (!scts.any(c -> !c.operator().equals(GOOGLE))) {
            lacks.add("an SCT by a log that is not Google's is needed, none found");
        }
        return lacks;
    }

    private static void current(CountedScts scts, List<String> lacks) {
        if (!scts.any(Counted::current)) {
            lacks.add("an embedded SCT by a log that is qualified, usable or readonly is needed, none found");
        }
    }

    private static void logs(CountedScts scts, int needed, X509Certificate leaf, List<String> lacks) {
        if (scts.logs() < needed) {
            long days = CountedScts.lifetime(leaf).toDays();
            lacks.add("valid embedded SCTs of " + needed + " logs are needed for a validity of " + count(days, "day")
                    + ", " + scts.logs() + " found");
        }
    }

    private static void operators(CountedScts scts, List<String> lacks) {
        if (scts.operators() < 2) {
            lacks.add("2 operators are needed, " + scts.operators() + " found");
        }
    }

    private static void rfc6962(CountedScts scts, List<String> lacks) {
        if (!scts.any(c -> !c.log().tiled())) {
            lacks.add("until 2026-04-15 a log with the interface of RFC 6962 is needed, none found");
        }
    }
}
