package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.certs.trust.AnchorClass;
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

/** The reference's chain is public, and this one is not. */
final class ReferenceIssuerSignal implements Signal {

    private static final String ID = "reference.issuer";
    private static final String SOURCE =
            "Huang et al., IEEE S&P 2014; O'Neill et al., IMC 2016: certificates seen beside the servers' own";
    private static final double IMITATED = 7;
    private static final double PRIVATE = 4;
    private static final double OTHER_PRIVATE = 3;
    private static final double INCOMPLETE = 2;
    private static final double DOUBTFUL = 1;
    private static final double NOT_FORGED = 0.5;

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
        return "An operator who has a public certificate for a host has no reason to answer elsewhere "
                + "with one that clients refuse; an interceptor has no other.";
    }

    @Override
    public String weighing() {
        return "A host that is public outside and has an authority of its own inside is perhaps one in "
                + "fifty of those that somebody compares. A certificate that is self-signed or for other "
                + "names is no forgery but a portal's or a default one. A public authority's name on "
                + "another key is hardly ever innocent.";
    }

    @Override
    public String falsePositives() {
        return "Hosts with one view inside an organisation and another outside (split DNS); a server "
                + "that was moved to a public authority between both captures; portals; a second public "
                + "authority whose intermediate was not sent.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgeryComparison leaves = seen.leafBesideReference().orElse(null);
        Observation reference = seen.reference().orElse(null);
        TrustReport trust = seen.trust().orElse(null);
        ForgePrint leaf = seen.forgePrint().orElse(null);
        if (leaves == null || reference == null || trust == null || leaf == null) {
            return List.of();
        }
        if (seen.isPubliclyAnchored() || leaves.sameKey() || leaves.issuerTie() == IssuerTie.SAME_KEY) {
            return List.of();
        }
        if (seen.referenceStanding() != ReferenceStanding.GENUINE) {
            return besideUnknown(leaves.issuerTie());
        }
        return reference.isPubliclyAnchored()
                ? besidePublic(leaf, trust, leaves.issuerTie())
                : besidePrivate(leaf, trust, leaves.issuerTie());
    }

    private static List<Evidence> besideUnknown(IssuerTie tie) {
        return tie == IssuerTie.SAME_NAME_UNCHECKED
                ? List.of()
                : found(
                        Grade.WEAK,
                        DOUBTFUL,
                        "another authority signed the reference's certificate; neither is known to be the server's");
    }

    /** The server's own authority is a private one. */
    private static List<Evidence> besidePrivate(ForgePrint leaf, TrustReport trust, IssuerTie tie) {
        if (tie == IssuerTie.SAME_NAME_UNCHECKED) {
            return List.of();
        }
        boolean forHost = !isForOtherNames(trust) && !leaf.selfSigned();
        return found(
                forHost ? Grade.STRONG : Grade.WEAK,
                forHost ? OTHER_PRIVATE : NOT_FORGED,
                "another authority signed the server's own certificate than this one, issued by " + named(leaf));
    }

    private static boolean isForOtherNames(TrustReport trust) {
        return trust.hostname().map(name -> !name.matched()).orElse(false);
    }

    private static String named(ForgePrint leaf) {
        return "\"" + leaf.issuer().printable() + "\"";
    }

    private static List<Evidence> besidePublic(ForgePrint leaf, TrustReport trust, IssuerTie tie) {
        String here = "the reference's chain leads to a public root, and this one, issued by " + named(leaf);
        AnchorClass anchor = trust.anchorClass();
        if (isForOtherNames(trust)) {
            return found(Grade.WEAK, NOT_FORGED, here + ", does not; but it is for other names");
        }
        if (leaf.selfSigned()) {
            return found(Grade.WEAK, DOUBTFUL, here + ", is self-signed");
        }
        if (anchor.isPublic()) {
            return found(Grade.WEAK, DOUBTFUL, here + ", does so only by a path that may not be taken");
        }
        if (anchor == AnchorClass.LOCAL) {
            return tie == IssuerTie.SAME_NAME_OTHER_KEY
                    ? found(
                            Grade.DECISIVE,
                            IMITATED,
                            here + ", does not: it has the name of the reference's issuer, and another key signed it")
                    : found(Grade.STRONG, PRIVATE, here + ", leads to a private one");
        }
        if (tie == IssuerTie.SAME_NAME_UNCHECKED) {
            return List.of();
        }
        boolean marked = leaf.hasEmbeddedScts();
        return anchor == AnchorClass.UNKNOWN && !marked
                ? found(Grade.STRONG, INCOMPLETE, here + ", to none that is known")
                : found(Grade.WEAK, DOUBTFUL, here + ", to none that is known");
    }

    private static List<Evidence> found(Grade grade, double weight, String statement) {
        return List.of(Evidence.of(ID, grade, weight, statement, SOURCE));
    }
}
