package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** A public host, but no public root: somebody else's authority vouches for it. */
final class LocalAnchorSignal implements Signal {

    private static final String ID = "anchor.local";
    /** What lets somebody sign who is no authority, as opposed to what is merely out of date. */
    private static final List<FindingCode> SIGNED_BY_NO_AUTHORITY =
            List.of(FindingCode.NOT_A_CA, FindingCode.PATH_LENGTH_EXCEEDED, FindingCode.PLATFORM_REJECTS);

    private static final double UNSOUND = 3;
    private static final double DOUBTFUL = -1;
    private static final double INSTALLED = 3;
    private static final double LOCAL = 2;
    private static final double UNKNOWN = 1.5;
    private static final double UNKNOWN_WITH_SCTS = -0.5;
    private static final double SELF_SIGNED = 0.5;
    private static final double NEWER_THAN_LIST = 0.5;
    private static final double INTERNAL_HOST = -1.5;
    private static final String SOURCE = "CA/Browser Forum Baseline Requirements; Durumeric et al., NDSS 2017";

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
        return Set.of(EvidenceKind.ROOTS);
    }

    @Override
    public String rationale() {
        return "Operators of public hosts buy or get certificates from public authorities; an inspecting proxy "
                + "cannot.";
    }

    @Override
    public String weighing() {
        return "Public hosts with an authority of their own are perhaps one in eight of those that somebody looks into; an anchor that was handed in as installed makes it one in twenty. On internal hosts it is what one expects.";
    }

    @Override
    public String falsePositives() {
        return "Sites that use their own authority on public names, national authorities that no programme "
                + "lists, appliances, servers that forget to send an intermediate.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        TrustReport trust = seen.trust().orElse(null);
        ForgePrint leaf = seen.forgePrint().orElse(null);
        if (trust == null || leaf == null || seen.isPubliclyAnchored()) {
            return List.of();
        }
        String issuer = leaf.issuer().printable();
        if (trust.anchorClass().isPublic()) {
            boolean signedByNoAuthority = SIGNED_BY_NO_AUTHORITY.stream().anyMatch(trust::has);
            return List.of(Evidence.of(
                    ID,
                    signedByNoAuthority ? Grade.STRONG : Grade.WEAK,
                    signedByNoAuthority ? UNSOUND : DOUBTFUL,
                    "the chain leads to a public root, but not by a path that may be taken: " + trust,
                    SOURCE));
        }
        if (NotPublicForm.isOnlyClue(seen) && !NotPublicForm.reasons(seen).isEmpty()) {
            return List.of(); // the form says it more surely
        }
        if (!seen.isPublicHost()) {
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    INTERNAL_HOST,
                    "the host is not a public one, so that an authority of its own (" + issuer + ") is to be expected",
                    SOURCE));
        }
        if (leaf.selfSigned()) {
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    SELF_SIGNED,
                    "the certificate is self-signed: no authority vouches for it",
                    SOURCE));
        }
        if (trust.anchorClass() == AnchorClass.UNKNOWN) {
            String missing = trust.bestPath()
                    .flatMap(TrustPath::missingIssuer)
                    .map(DistinguishedName::printable)
                    .orElse(issuer);
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    leaf.hasEmbeddedScts() ? UNKNOWN_WITH_SCTS : UNKNOWN,
                    "the chain ends before any root: the certificate of \"" + missing + "\" is neither sent nor known",
                    SOURCE));
        }
        boolean installed = trust.bestPath().map(TrustPath::anchorIsExtra).orElse(false);
        String root = trust.anchor().map(anchor -> anchor.name().printable()).orElse(issuer);
        if (trust.anchorClass() == AnchorClass.UNKNOWN_NEWER_THAN_LIST) {
            return List.of(Evidence.of(
                    ID,
                    Grade.WEAK,
                    NEWER_THAN_LIST,
                    "a public host, vouched for by \"" + root
                            + "\", which is no public root of the list, but came with the"
                            + " system or the JDK and may be newer than the list",
                    SOURCE));
        }
        return List.of(Evidence.of(
                ID,
                Grade.STRONG,
                installed ? INSTALLED : LOCAL,
                "a public host, vouched for by \"" + root + "\", which is no public root"
                        + (installed ? " but one of the extra anchors handed in" : " and came with the chain itself"),
                SOURCE));
    }
}
