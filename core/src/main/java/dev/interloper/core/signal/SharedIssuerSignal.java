package dev.interloper.core.signal;

import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Surroundings;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** One private authority over unrelated public domains. */
final class SharedIssuerSignal implements Signal {

    private static final String ID = "capture.issuer";
    private static final String SOURCE =
            "Firefox's canary for interception compares issuers of unrelated hosts likewise";
    private static final int MANY = 3;
    private static final double WEIGHT = 3;
    private static final double PERHAPS_PUBLIC = 0.5;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CAPTURE;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "Sites of different owners buy from different authorities; when one authority that no public root vouches for has signed for"
                + " all of them, somebody signs in their place.";
    }

    @Override
    public String weighing() {
        return "Owners of three unrelated public domains that share a private authority are rare, one in twenty of those that have one. An"
                + " authority that was not sent may be a public one if the leaf has timestamps of logs, and then hardly counts.";
    }

    @Override
    public String falsePositives() {
        return "One organisation's own domains, all under its private authority, in a capture that shows little else.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return OtherConnections.shared(seen, SharedTrait.Kind.ISSUER)
                .filter(trait -> trait.domains() >= MANY)
                .map(trait -> List.of(said(seen, trait.domains())))
                .orElse(List.of());
    }

    private static Evidence said(Observation seen, int domains) {
        boolean perhapsPublic = OtherConnections.isPerhapsPublic(seen);
        return Evidence.of(
                ID,
                perhapsPublic ? Grade.WEAK : Grade.STRONG,
                perhapsPublic ? PERHAPS_PUBLIC : WEIGHT,
                "in this capture the same "
                        + (perhapsPublic ? "authority, which was not sent and is not known," : "private authority")
                        + " signs for " + domains + " of "
                        + seen.surroundings().map(Surroundings::domains).orElse(0) + " unrelated public domains",
                SOURCE);
    }
}
