package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One evaluation of a host's pins; not thread-safe. */
final class PinEvaluation {
    private static final String SOURCE = "RFC 7469 2.6";

    /** Certificates sent that are compared with the pins, to tell about those that do not count. */
    private static final int MAX_SENT = 100;

    private final ServerName host;
    private final HostRule rule;
    private final TrustReport trust;
    private final Instant at;
    private final Map<TrustPath, PinnedPath> accepted = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable PinMatch match;

    private PinEvaluation(ServerName host, HostRule rule, TrustReport trust, Instant at) {
        this.host = host;
        this.rule = rule;
        this.trust = trust;
        this.at = at;
        trust.paths().stream()
                .filter(TrustPath::trusted)
                .forEach(p -> accepted.put(p, PinnedPath.of(p, trust.request().chain())));
    }

    static PinReport of(ServerName host, HostRule rule, TrustReport trust, Instant at, LocalAnchors localAnchors) {
        PinEvaluation evaluation = new PinEvaluation(host, rule, trust, at);
        PinOutcome outcome = evaluation.judge(localAnchors);
        boolean amiss = !outcome.permits()
                || outcome == PinOutcome.REPORT_ONLY_MISMATCH
                || outcome == PinOutcome.LOCAL_ANCHOR_BYPASS;
        LikelyCause cause = amiss ? CauseFinder.find(trust, evaluation.accepted.values(), evaluation.live()) : null;
        return new PinReport(host, at, trust, outcome, rule.rules(), evaluation.findings, evaluation.match, cause);
    }

    private PinOutcome judge(LocalAnchors localAnchors) {
        if (accepted.isEmpty()) {
            add(
                    FindingCode.PIN_NOT_LOOKED_FOR,
                    Severity.ERROR,
                    "No path of the chain is validated, so pins were not looked for.");
            return PinOutcome.NOT_TRUSTED;
        }
        if (trust.request().serverName().isEmpty()) {
            String sentence =
                    "The chain was not evaluated for any host, so it may be for another one than " + host + ".";
            add(FindingCode.PIN_HOST_NOT_CHECKED, Severity.WARNING, sentence);
        }
        if (rule.isEmpty()) {
            return PinOutcome.NO_PINS_FOR_HOST;
        }
        expired();
        List<PinSet> enforced = live(rule.enforced());
        List<PinSet> reportOnly = live(rule.reportOnly());
        if (enforced.isEmpty() && reportOnly.isEmpty()) {
            return PinOutcome.EXPIRED_SET;
        }
        boolean met = meet(enforced);
        boolean metReportOnly = meet(reportOnly);
        unvalidated();
        if (!enforced.isEmpty() && !met) {
            return mismatch(enforced, localAnchors);
        }
        if (!reportOnly.isEmpty() && !metReportOnly) {
            add(FindingCode.PIN_MISMATCH, Severity.WARNING, mismatchSentence(reportOnly) + " They are only reported.");
            return PinOutcome.REPORT_ONLY_MISMATCH;
        }
        return PinOutcome.PINNED_MATCH;
    }

    private PinOutcome mismatch(List<PinSet> enforced, LocalAnchors localAnchors) {
        boolean allLocal = accepted.keySet().stream().allMatch(p -> p.anchorClass() == AnchorClass.LOCAL);
        if (localAnchors == LocalAnchors.ALLOW && allLocal) {
            String sentence = mismatchSentence(enforced) + " The policy lets local anchors get by: "
                    + trust.anchor().map(Anchor::toString).orElse("") + ".";
            add(FindingCode.PIN_LOCAL_ANCHOR_BYPASS, Severity.WARNING, sentence);
            return PinOutcome.LOCAL_ANCHOR_BYPASS;
        }
        add(FindingCode.PIN_MISMATCH, Severity.ERROR, mismatchSentence(enforced));
        return PinOutcome.MISMATCH;
    }

    private String mismatchSentence(List<PinSet> sets) {
        long pins = sets.stream().mapToLong(s -> s.pins().size()).sum();
        return "None of " + accepted.size() + (accepted.size() == 1 ? " validated path" : " validated paths")
                + " has what the " + pins + (pins == 1 ? " pin" : " pins") + " for " + host + " ask for.";
    }

    private boolean meet(List<PinSet> sets) {
        for (Map.Entry<TrustPath, PinnedPath> path : accepted.entrySet()) {
            for (PinSet set : sets) {
                PinnedPath.Hit hit = path.getValue().meet(set);
                if (hit != null) {
                    match = match == null ? new PinMatch(hit, set, path.getKey(), path.getValue()) : match;
                    return true;
                }
            }
        }
        return false;
    }

    private void expired() {
        Stream.concat(Arrays.stream(rule.enforced()), Arrays.stream(rule.reportOnly()))
                .filter(s -> s.expiredAt(at))
                .forEach(s -> add(
                        FindingCode.PIN_SET_EXPIRED,
                        Severity.WARNING,
                        "The pin set " + s + " does not count any more, it is " + at + "."));
    }

    /** A pinned certificate that was sent proves nothing unless its key vouches for the leaf. */
    private void unvalidated() {
        List<PinSet> live = live();
        int sentCount = Math.min(MAX_SENT, trust.request().chain().size());
        for (int i = 0; i < sentCount; i++) {
            int index = i;
            trust.request().chain().certificateAt(i).map(PinnedPath::element).ifPresent(sent -> {
                boolean pinned = live.stream().flatMap(s -> s.pins().stream()).anyMatch(p -> PinnedPath.has(sent, p));
                boolean validated = accepted.values().stream().anyMatch(p -> p.hasKey(sent.key()));
                if (pinned && !validated) {
                    String sentence = "Certificate " + index + " (" + sent.name()
                            + ") is pinned and was sent, but is on no validated path: it does not count.";
                    findings.add(Finding.of(
                            FindingCode.PIN_UNVALIDATED_CERTIFICATE, Severity.WARNING, index, sentence, SOURCE));
                }
            });
        }
    }

    private List<PinSet> live() {
        return Stream.concat(live(rule.enforced()).stream(), live(rule.reportOnly()).stream())
                .toList();
    }

    private List<PinSet> live(PinSet[] sets) {
        return Arrays.stream(sets).filter(s -> !s.expiredAt(at)).toList();
    }

    private void add(FindingCode code, Severity severity, String sentence) {
        findings.add(Finding.of(code, severity, -1, sentence, SOURCE));
    }
}
