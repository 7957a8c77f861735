package dev.interloper.certs.pin;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says beforehand what pins are going to break by; one set at a time. */
final class PinLint {
    /** How long before the end a warning is due: longer than a release of an app takes to reach its users. */
    private static final Duration SOON = Duration.ofDays(90);

    private static final String BACKUP = "RFC 7469 4.3";
    private static final String EXPIRY = "RFC 7469 2.6";

    private final Instant at;
    private final PinSet set;
    private final List<Finding> findings = new ArrayList<>();

    private PinLint(PinSet set, Instant at) {
        this.set = set;
        this.at = at;
    }

    static List<Finding> of(List<PinRule> rules, Instant at) {
        return rules.stream()
                .flatMap(r -> r.sets().stream())
                .distinct()
                .flatMap(s -> new PinLint(s, at).alone().stream())
                .toList();
    }

    static List<Finding> of(HostRule rule, TrustReport report, Instant at) {
        List<PinnedPath> paths = report.paths().stream()
                .filter(TrustPath::trusted)
                .map(p -> PinnedPath.of(p, report.request().chain()))
                .toList();
        return Stream.concat(Arrays.stream(rule.enforced()), Arrays.stream(rule.reportOnly()))
                .flatMap(s -> new PinLint(s, at).with(paths).stream())
                .toList();
    }

    private List<Finding> alone() {
        expiry();
        if (set.pins().size() == 1) {
            warn(
                    FindingCode.PIN_NO_BACKUP,
                    "has a single pin, so there is no backup for the day when its key is lost.");
        } else if (set.requiresAll()) {
            warn(FindingCode.PIN_NO_BACKUP, "needs all of its pins, so none of them is a backup for another.");
        }
        if (set.pins().stream().allMatch(p -> p.kind() == Pin.Kind.CERTIFICATE)) {
            warn(FindingCode.PIN_CERTIFICATE, "pins certificates and no key, every renewal breaks it.");
        }
        return findings;
    }

    private void expiry() {
        set.expires().ifPresent(end -> {
            if (set.expiredAt(at)) {
                warn(FindingCode.PIN_SET_EXPIRED, "expired at " + end + ", connections pass without it.");
            } else if (Duration.between(at, end).compareTo(SOON) < 0) {
                String days = Duration.between(at, end).toDays() + " days";
                warn(FindingCode.PIN_SET_EXPIRES, "expires at " + end + ", in " + days + ", and then pins nothing.");
            } else {
                add(
                        FindingCode.PIN_SET_EXPIRES,
                        Severity.INFO,
                        "expires at " + end + " and then pins nothing.",
                        EXPIRY);
            }
        });
    }

    private List<Finding> with(List<PinnedPath> paths) {
        alone();
        if (paths.stream().noneMatch(p -> p.meet(set) != null)) {
            add(FindingCode.PIN_MISMATCH, severity(), "is not met by any validated path of this chain.", EXPIRY);
            return findings;
        }
        List<Pin> unmet = set.pins().stream()
                .filter(pin -> paths.stream().noneMatch(p -> p.positionOf(pin) >= 0))
                .toList();
        for (Pin pin : unmet) {
            String sentence = "has " + pin + ", which this chain does not meet: a backup, or a mistake.";
            add(FindingCode.PIN_UNMATCHED, Severity.INFO, sentence, BACKUP);
        }
        if (unmet.isEmpty() && set.pins().size() > 1 && !set.requiresAll()) {
            warn(FindingCode.PIN_NO_BACKUP, "has no pin outside of this chain, so there is no backup for a lost key.");
        }
        end(paths);
        return findings;
    }

    private Severity severity() {
        return set.enforced() ? Severity.ERROR : Severity.WARNING;
    }

    private void end(List<PinnedPath> paths) {
        boolean leafOnly = paths.stream().allMatch(p -> set.pins().stream().allMatch(pin -> p.positionOf(pin) <= 0));
        if (leafOnly) {
            warn(FindingCode.PIN_LEAF_ONLY, "is met by the leaf alone, so a new key of the server breaks it.");
        }
        List<Optional<Instant>> ends =
                paths.stream().filter(p -> p.meet(set) != null).map(this::endOn).toList();
        if (ends.stream().allMatch(Optional::isPresent)) {
            ends.stream().flatMap(Optional::stream).max(Instant::compareTo).ifPresent(end -> {
                boolean soon = Duration.between(at, end).compareTo(SOON) < 0;
                String sentence =
                        "will break on " + end + " unless the key is kept: the last certificate that it pins here"
                                + " is not valid after that.";
                add(FindingCode.PIN_BREAKS, soon ? Severity.WARNING : Severity.INFO, sentence, "RFC 5280 4.1.2.5");
            });
        }
    }

    /** When the last, or with all pins needed the first, of the certificates met ends; empty for a bare key. */
    private Optional<Instant> endOn(PinnedPath path) {
        List<Optional<Instant>> ends = set.pins().stream()
                .map(path::positionOf)
                .filter(i -> i >= 0)
                .map(i -> path.elements()
                        .get(i)
                        .certificate()
                        .map(c -> c.getNotAfter().toInstant()))
                .toList();
        if (set.requiresAll()) {
            return ends.stream().flatMap(Optional::stream).min(Instant::compareTo);
        }
        return ends.stream().allMatch(Optional::isPresent)
                ? ends.stream().flatMap(Optional::stream).max(Instant::compareTo)
                : Optional.empty();
    }

    private void warn(FindingCode code, String predicate) {
        add(code, Severity.WARNING, predicate, code.equals(FindingCode.PIN_NO_BACKUP) ? BACKUP : EXPIRY);
    }

    private void add(FindingCode code, Severity severity, String predicate, String source) {
        findings.add(Finding.of(code, severity, -1, "The pin set " + set + " " + predicate, source));
    }
}
