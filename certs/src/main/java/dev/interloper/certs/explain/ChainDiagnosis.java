package dev.interloper.certs.explain;

import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.Severity;
import dev.interloper.certs.trust.TrustReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a chain shows, and of that what agrees with the exception. */
final class ChainDiagnosis {
    private static final Set<Cause> NOT_OF_THE_CHAIN = Set.of(
            Cause.PINNING,
            Cause.CLIENT_CERTIFICATE,
            Cause.NOT_TLS,
            Cause.PROTOCOL,
            Cause.CONNECTION_CLOSED,
            Cause.EMPTY_TRUST_STORE,
            Cause.REVOCATION_UNKNOWN);

    private static final Set<Cause> DATES = Set.of(Cause.EXPIRED, Cause.NOT_YET_VALID, Cause.CLOCK_WRONG);
    private static final Set<Cause> AFTER_TRUST = Set.of(Cause.WRONG_NAME);

    private static final Map<FindingCode, Cause> BY_CODE = Map.ofEntries(
            Map.entry(FindingCode.HOSTNAME_MISMATCH, Cause.WRONG_NAME),
            Map.entry(FindingCode.HOSTNAME_INVALID, Cause.WRONG_NAME),
            Map.entry(FindingCode.NO_SUBJECT_ALT_NAME, Cause.WRONG_NAME),
            Map.entry(FindingCode.EXPIRED, Cause.EXPIRED),
            Map.entry(FindingCode.NOT_YET_VALID, Cause.NOT_YET_VALID),
            Map.entry(FindingCode.WEAK_KEY, Cause.WEAK_ALGORITHM),
            Map.entry(FindingCode.WEAK_SIGNATURE_ALGORITHM, Cause.WEAK_ALGORITHM),
            Map.entry(FindingCode.REVOKED, Cause.REVOKED),
            Map.entry(FindingCode.ANCHOR_DISTRUSTED_AFTER, Cause.DISTRUSTED_AUTHORITY),
            Map.entry(FindingCode.ANCHOR_LEGACY, Cause.DISTRUSTED_AUTHORITY));

    /** What the sentences of the authority's diagnosis say already. */
    private static final Set<FindingCode> OF_THE_AUTHORITY = Set.of(
            FindingCode.ISSUER_NOT_FOUND,
            FindingCode.ANCHOR_NOT_GIVEN,
            FindingCode.IMPERSONATES_PUBLIC_ROOT,
            FindingCode.CHECK_FAILED);

    private final TrustReport report;
    private final Cause said;
    private final Optional<AnchorSet> trustStore;

    ChainDiagnosis(TrustReport report, Cause said, Optional<AnchorSet> trustStore) {
        this.report = report;
        this.said = said;
        this.trustStore = trustStore;
    }

    /** The first thing shown that agrees with what the exception said. */
    Optional<Diagnosis> best() {
        if (NOT_OF_THE_CHAIN.contains(said)) {
            return Optional.empty();
        }
        return shown().stream().filter(d -> agrees(d.cause())).findFirst().map(this::weighed);
    }

    private List<Diagnosis> shown() {
        List<Diagnosis> all = new ArrayList<>();
        new AuthorityDiagnosis(report, said, trustStore).find().ifPresent(all::add);
        ClockCheck.of(report).ifPresent(clock -> all.add(said == Cause.UNTRUSTED_AUTHORITY ? all.size() : 0, clock));
        report.findings().stream()
                .filter(f -> f.severity() == Severity.ERROR && !OF_THE_AUTHORITY.contains(f.code()))
                .map(f -> new Diagnosis(cause(f), Certainty.CERTAIN, f.sentence()))
                .forEach(all::add);
        return all;
    }

    private static Cause cause(Finding finding) {
        if (finding.code().equals(FindingCode.PLATFORM_REJECTS)) {
            return Messages.cause(finding.sentence()).orElse(Cause.BAD_CERTIFICATE);
        }
        return BY_CODE.getOrDefault(finding.code(), Cause.BAD_CERTIFICATE);
    }

    private boolean agrees(Cause shown) {
        return switch (said) {
            case UNKNOWN -> true;
            case UNTRUSTED_AUTHORITY -> !AFTER_TRUST.contains(shown); // path builders give no other reason
            case EXPIRED, NOT_YET_VALID -> DATES.contains(shown);
            case BAD_CERTIFICATE -> said == shown || shown == Cause.PROXY; // a known name, and another key
            default -> said == shown;
        };
    }

    private Diagnosis weighed(Diagnosis shown) {
        boolean certain = shown.certainty() == Certainty.CERTAIN && said == Cause.UNKNOWN;
        return certain ? new Diagnosis(shown.cause(), Certainty.LIKELY, shown.sentence()) : shown;
    }
}
