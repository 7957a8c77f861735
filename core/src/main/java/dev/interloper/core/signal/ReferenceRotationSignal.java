package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** Another certificate than the reference's, of an authority that may make it. */
final class ReferenceRotationSignal implements Signal {

    private static final String ID = "reference.rotation";
    private static final String SOURCE = "RFC 5280 section 6; CA/Browser Forum Baseline Requirements section 6.3.2";
    private static final double SAME_ISSUER = -5;
    private static final double BOTH_PUBLIC = -1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.REFERENCE;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "Certificates are renewed, and edges have certificates of their own; where public "
                + "authorities vouch for both, or the server's own authority signed both, the difference "
                + "says nothing against the server.";
    }

    @Override
    public String weighing() {
        return "That both chains are public adds little to the public root itself; that the genuine "
                + "chain's issuer signed this leaf too settles the matter even where this chain is "
                + "incomplete.";
    }

    @Override
    public String falsePositives() {
        return "None known: who can have certificates from the server's own authority needs no "
                + "interception proxy.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgeryComparison leaves = seen.leafBesideReference().orElse(null);
        boolean otherNames = seen.trust()
                .flatMap(TrustReport::hostname)
                .map(name -> !name.matched())
                .orElse(false);
        if (leaves == null || leaves.sameKey() || otherNames) {
            return List.of();
        }
        if (seen.isPubliclyAnchored()) {
            boolean bothPublic =
                    seen.reference().map(Observation::isPubliclyAnchored).orElse(false);
            return bothPublic
                    ? List.of(Evidence.of(
                            ID,
                            Grade.WEAK,
                            BOTH_PUBLIC,
                            "another certificate and another key than the reference's, and public authorities vouch for"
                                    + " both: renewed, or another edge's",
                            SOURCE))
                    : List.of();
        }
        if (leaves.issuerTie() != IssuerTie.SAME_KEY) {
            return List.of();
        }
        return List.of(
                seen.referenceStanding() == ReferenceStanding.GENUINE
                        ? Evidence.of(
                                ID,
                                Grade.DECISIVE,
                                SAME_ISSUER,
                                "another certificate than the reference's, and the authority that issued the server's own"
                                        + " signed it too",
                                SOURCE)
                        : Evidence.context(
                                ID,
                                "one authority signed this certificate and the reference's; if it is an interceptor's,"
                                        + " both views are intercepted",
                                SOURCE));
    }
}
