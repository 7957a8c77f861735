package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import dev.interloper.handshake.Handshake;
import java.util.List;
import java.util.Set;

/** The certificate, or its key, is the reference's. */
final class ReferenceSameSignal implements Signal {

    private static final String ID = "reference.same";
    private static final String SOURCE =
            "RFC 8446 section 4.4.3; RFC 5246 section 7.4.3: a handshake proves that its server holds the key";
    private static final double CERTIFICATE = -8;
    private static final double KEY = -6;
    private static final double UNDECIDED = -1;

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
        return "Only who holds the private key can end a handshake with its certificate, and an "
                + "interceptor does not hold the server's: the same certificate as in a genuine view is the "
                + "server's.";
    }

    @Override
    public String weighing() {
        return "Keys are stolen, or lent to a proxy, less often than once in a thousand cases. Where the "
                + "reference itself is not known to be genuine, one proxy may have answered both times.";
    }

    @Override
    public String falsePositives() {
        return "An operator's own proxy that was given the server's key; a handshake that was never " + "finished.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgeryComparison leaves = seen.leafBesideReference().orElse(null);
        if (leaves == null || !leaves.sameKey()) {
            return List.of();
        }
        String what = leaves.sameCertificate() ? "the certificate is the reference's" : "the key is the reference's";
        if (seen.referenceStanding() == ReferenceStanding.GENUINE) {
            return List.of(Evidence.of(
                    ID,
                    Grade.DECISIVE,
                    leaves.sameCertificate() ? CERTIFICATE : KEY,
                    what + ", which is the server's own",
                    SOURCE));
        }
        if (isTheSameConnection(seen)) {
            return List.of(Evidence.context(ID, "the reference is this very connection, and proves nothing", SOURCE));
        }
        return List.of(Evidence.of(
                ID,
                Grade.WEAK,
                UNDECIDED,
                what + ", but that is not known to be the server's own: both views may be intercepted",
                SOURCE));
    }

    private static boolean isTheSameConnection(Observation seen) {
        Handshake ours = seen.handshake().orElse(null);
        Handshake theirs = seen.reference().flatMap(Observation::handshake).orElse(null);
        return ours != null
                && theirs != null
                && ours.startNanos() == theirs.startNanos()
                && ours.conversation().client().equals(theirs.conversation().client());
    }
}
