package dev.interloper.core.signal;

import dev.interloper.certs.forgery.ForgePrint;
import dev.interloper.certs.forgery.SharedTrait;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.Surroundings;
import java.util.Optional;

/** What a suspect leaf shares with leaves of other connections. */
final class OtherConnections {

    private OtherConnections() {}

    static Optional<SharedTrait> shared(Observation seen, SharedTrait.Kind kind) {
        Surroundings others = seen.surroundings().orElse(null);
        ServerName host = seen.serverName().orElse(null);
        ForgePrint leaf = suspect(seen).orElse(null);
        return others == null || host == null || leaf == null ? Optional.empty() : others.shared(kind, host, leaf);
    }

    /** A leaf that somebody else signed, and no public authority. */
    static Optional<ForgePrint> suspect(Observation seen) {
        return seen.suspectLeaf().filter(leaf -> !leaf.selfSigned());
    }

    /** A server that forgot its intermediate shows a public authority's leaf and nothing that vouches for it. */
    static boolean isPerhapsPublic(Observation seen) {
        return seen.sees(EvidenceKind.PUBLIC_MARKS)
                && seen.trust()
                        .map(trust -> trust.anchorClass() == AnchorClass.UNKNOWN)
                        .orElse(false)
                && seen.forgePrint().map(ForgePrint::hasEmbeddedScts).orElse(false);
    }
}
