package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What every certificate of a public authority carries, and minted ones leave out. */
final class MissingMarksSignal implements Signal {

    private static final String ID = "marks.missing";
    private static final double EACH = 0.4;
    private static final String SOURCE =
            "CA/Browser Forum Baseline Requirements section 7.1.2.7; RFC 6962 section 3.3; measured on four engines";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Vantage vantage() {
        return Vantage.CHAIN;
    }

    @Override
    public Set<EvidenceKind> kinds() {
        return Set.of(EvidenceKind.PUBLIC_MARKS);
    }

    @Override
    public String rationale() {
        return "Public authorities must log certificates and say where to ask for revocation and under which "
                + "policy they issue; minting engines leave these out.";
    }

    @Override
    public String weighing() {
        return "Private authorities leave the marks out as engines do, so that each counts little: it shows that the authority is not a public one, no more.";
    }

    @Override
    public String falsePositives() {
        return "Private authorities on public names leave them out as well; OCSP pointers and SCTs in "
                + "certificates are not obligatory.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.suspectLeaf()
                .filter(leaf -> !leaf.selfSigned())
                .map(leaf -> missing(seen, leaf))
                .filter(missing -> !missing.isEmpty())
                .map(missing -> List.of(Evidence.of(
                        ID,
                        Grade.WEAK,
                        EACH * missing.size(),
                        "not a public authority's certificate: it has no " + String.join(", no ", missing),
                        SOURCE)))
                .orElse(List.of());
    }

    private static List<String> missing(Observation seen, ForgePrint leaf) {
        List<String> missing = new ArrayList<>();
        if (!Transparency.mayHaveTimestamps(seen, leaf)) {
            missing.add("signed certificate timestamp");
        }
        if (!leaf.hasAuthorityInfoAccess()) {
            missing.add("authority information access");
        }
        if (!leaf.hasCrlDistributionPoints()) {
            missing.add("CRL distribution point");
        }
        if (!leaf.hasCertificatePolicies()) {
            missing.add("certificate policy");
        }
        return missing;
    }
}
