package dev.interloper.core.signal;

import dev.interloper.certs.forgery.Fate;
import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.certs.forgery.LeafField;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** The leaf was made from the reference's: its dates or its serial number are copied, though another authority signed it. */
final class ForgedFromReferenceSignal implements Signal {

    private static final String ID = "reference.forged-from";
    private static final String SOURCE =
            "measured: squid copies dates, sslsplit the serial number but for its low bits";
    private static final Set<LeafField> MARKS = Set.of(
            LeafField.AUTHORITY_INFO_ACCESS,
            LeafField.CRL_DISTRIBUTION_POINTS,
            LeafField.CERTIFICATE_POLICIES,
            LeafField.SCTS);
    private static final int LONG_SERIAL = 64;
    private static final double COPIED = 8;
    private static final double ROUND_DATES = 3;
    private static final double DERIVED = 5;
    private static final double EITHER = 1;

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
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "Two authorities that know nothing of each other never choose the same second for both "
                + "ends of a validity, nor serial numbers that differ only in their low bits; an engine "
                + "that copies the server's certificate does.";
    }

    @Override
    public String weighing() {
        return "By chance it does not happen at all, so that one case in three thousand is generous. "
                + "Dates at midnight are less telling. Where the reference is not known to be genuine, what "
                + "was lost in copying tells which of both is the copy; where nothing does, little is left.";
    }

    @Override
    public String falsePositives() {
        return "A server that got certificates from two authorities on the same day, both with dates at "
                + "midnight, one of them without its intermediate; a reference that is itself the forgery.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgeryComparison leaves = seen.leafBesideReference().orElse(null);
        if (leaves == null || seen.isPubliclyAnchored() || isTheServers(leaves) || isLogged(seen)) {
            return List.of();
        }
        String copied = copied(seen, leaves);
        if (copied.isEmpty()) {
            return List.of();
        }
        if (seen.referenceStanding() == ReferenceStanding.GENUINE) {
            boolean roundDates = serial(seen, leaves).isEmpty() && hasRoundDates(seen);
            return List.of(Evidence.of(
                    ID,
                    roundDates ? Grade.STRONG : Grade.DECISIVE,
                    roundDates ? ROUND_DATES : COPIED,
                    copied + ", yet another authority signed it: it was made from the server's own certificate",
                    SOURCE));
        }
        return List.of(
                isTheCopy(seen, leaves)
                        ? Evidence.of(
                                ID,
                                Grade.DECISIVE,
                                DERIVED,
                                copied + ", yet another authority signed it, and it lacks what the reference's has:"
                                        + " it is the copy of both",
                                SOURCE)
                        : Evidence.of(
                                ID,
                                Grade.WEAK,
                                EITHER,
                                copied + ", yet another authority signed it: one of both was made from the other, and"
                                        + " nothing tells which",
                                SOURCE));
    }

    private static boolean isTheServers(ForgeryComparison leaves) {
        return leaves.sameKey() || leaves.issuerTie() == IssuerTie.SAME_KEY;
    }

    private static boolean isLogged(Observation seen) {
        return seen.transparency().map(report -> report.verified() > 0).orElse(false);
    }

    private static String copied(Observation seen, ForgeryComparison leaves) {
        String serial = serial(seen, leaves);
        String dates = leaves.validityCopied() ? "the certificate's dates are the reference's to the second" : "";
        return dates + (dates.isEmpty() || serial.isEmpty() ? "" : ", and ") + serial;
    }

    private static String serial(Observation seen, ForgeryComparison leaves) {
        int bits = leaves.changedSerialBits().orElse(-1);
        int length =
                seen.forgePrint().map(leaf -> leaf.serial().value().bitLength()).orElse(0);
        if (bits < 0 || length < LONG_SERIAL) {
            return "";
        }
        return bits == 0
                ? "the certificate's serial number is the reference's"
                : "the certificate's serial number is the reference's but for its last " + bits + " bits";
    }

    /** As some authorities write all their dates. */
    private static boolean hasRoundDates(Observation seen) {
        return seen.forgePrint()
                .map(leaf ->
                        leaf.notBefore().atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT))
                .orElse(false);
    }

    /** What an engine does not copy is lost; it adds little but key identifiers. */
    private static boolean isTheCopy(Observation seen, ForgeryComparison leaves) {
        boolean lost = MARKS.stream().anyMatch(leaves.fields(Fate.DROPPED)::contains);
        boolean gained = MARKS.stream().anyMatch(leaves.fields(Fate.ADDED)::contains);
        boolean ownKey = hasIssuersKey(seen);
        boolean referenceOwnKey =
                seen.reference().map(ForgedFromReferenceSignal::hasIssuersKey).orElse(false);
        return (lost || ownKey) && !gained && !referenceOwnKey;
    }

    private static boolean hasIssuersKey(Observation observation) {
        return observation.forgePrint().map(ForgePrint::leafKeyEqualsIssuerKey).orElse(false);
    }
}
