package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.ForgeryComparison;
import dev.interloper.certs.forgery.ForgeryComparison.IssuerTie;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.ReferenceStanding;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The key is of another kind than the reference's. */
final class ReferenceKeySignal implements Signal {

    private static final String ID = "reference.key";
    private static final String SOURCE = "measured: engines make RSA keys of 2048 bits whatever the server has";
    private static final double WEIGHT = 0.7;

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
        return "Operators renew with the kind of key that they had; engines take the kind that they were "
                + "set to, mostly RSA with 2048 bits.";
    }

    @Override
    public String weighing() {
        return "An organisation's own authority chooses its own kind of key nearly as often, and servers "
                + "may hold one of each kind.";
    }

    @Override
    public String falsePositives() {
        return "Servers with an RSA and an ECDSA certificate; a renewal with another kind of key; a "
                + "private authority on an internal view of the host.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        ForgePrint ours = seen.forgePrint().orElse(null);
        ForgePrint theirs = seen.reference().flatMap(Observation::forgePrint).orElse(null);
        boolean otherKind = seen.leafBesideReference()
                .filter(leaves -> leaves.issuerTie() != IssuerTie.SAME_KEY)
                .map(ForgeryComparison::otherKindOfKey)
                .orElse(false);
        if (ours == null
                || theirs == null
                || !otherKind
                || seen.isPubliclyAnchored()
                || seen.referenceStanding() != ReferenceStanding.GENUINE) {
            return List.of();
        }
        return List.of(Evidence.of(
                ID,
                Grade.WEAK,
                WEIGHT,
                "the certificate has " + kind(ours) + " key, the server's own " + kind(theirs) + " one",
                SOURCE));
    }

    private static String kind(ForgePrint leaf) {
        return "a " + leaf.keyBits() + "-bit " + leaf.keyAlgorithm();
    }
}
