package dev.interloper.core.signal;

import dev.interloper.certs.forgery.KeyIdentifiers;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** A leaf that the issuer which came with it did not sign. */
final class FalseIssuerSignal implements Signal {

    private static final String ID = "issuer.signature";
    private static final double FORGED = 6;
    private static final double DOUBTFUL = 1;

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
        return Set.of(EvidenceKind.FORGE);
    }

    @Override
    public String rationale() {
        return "A certificate whose signature does not verify under the key of the issuer that came with it was not issued by that issuer:"
                + " somebody put a genuine authority beside a leaf of their own.";
    }

    @Override
    public String weighing() {
        return "If the leaf even names that very key, no mistake of a server explains it; if it does not, an outdated intermediate does,"
                + " once in three or so.";
    }

    @Override
    public String falsePositives() {
        return "Servers that send an intermediate of the same name but with another key, after their authority renewed it; damaged files.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        if (seen.isPubliclyAnchored() || !seen.chain().unreadable().isEmpty()) {
            return List.of();
        }
        Finding finding = seen.trust().stream()
                .flatMap(trust -> trust.findings().stream())
                .filter(found -> found.code().equals(FindingCode.SIGNATURE_INVALID))
                .filter(found -> found.certificateIndex().orElse(-1) == 0)
                .findFirst()
                .orElse(null);
        if (finding == null) {
            return List.of();
        }
        boolean namesThatKey = seen.forgePrint()
                .map(leaf -> leaf.keyIdentifiers().authority() == KeyIdentifiers.Target.ISSUER)
                .orElse(false);
        return List.of(
                namesThatKey
                        ? Evidence.of(ID, Grade.DECISIVE, FORGED, finding.sentence(), finding.source())
                        : Evidence.of(ID, Grade.WEAK, DOUBTFUL, finding.sentence(), finding.source()));
    }
}
