package dev.interloper.core.signal;

import dev.interloper.core.spi.Evidence;
import dev.interloper.core.spi.EvidenceKind;
import dev.interloper.core.spi.Grade;
import dev.interloper.core.spi.Observation;
import dev.interloper.core.spi.PinSighting;
import dev.interloper.core.spi.Signal;
import dev.interloper.core.spi.Vantage;
import java.util.List;
import java.util.Set;

/** The keys that somebody who knows the server has pinned for it. */
final class PinnedKeySignal implements Signal {

    private static final String ID = "pins.key";
    private static final String SOURCE = "RFC 7469 section 2.6";
    private static final double LEAF_KEY = -14;
    private static final double PATH = -10;
    private static final double MISMATCH = 3;

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
        return "A pin says beforehand whose key is to be met. Nobody in between holds that key, nor one that a pinned authority vouches"
                + " for.";
    }

    @Override
    public String weighing() {
        return "Whoever pinned a key knows whose it is: what a private certificate's looks say against it counts for little beside it, and"
                + " for nothing where the key is the server's own. Its absence from a private chain is as strong as an installed root:"
                + " owners change from pinned keys to a private authority in one case in twenty at most. Beside a public root it says"
                + " only that the pins are old.";
    }

    @Override
    public String falsePositives() {
        return "A server with new keys under a private authority, and pins that nobody has changed.";
    }

    @Override
    public List<Evidence> examine(Observation seen) {
        return seen.pins().map(pins -> List.of(said(seen, pins))).orElse(List.of());
    }

    private static Evidence said(Observation seen, PinSighting pins) {
        return switch (pins.standing()) {
            case LEAF_KEY -> Evidence.of(ID, Grade.DECISIVE, LEAF_KEY, pins.statement(), SOURCE);
            case PATH -> Evidence.of(ID, Grade.DECISIVE, PATH, pins.statement(), SOURCE);
            case SENT_ONLY -> Evidence.of(ID, Grade.CONTEXT, 0, pins.statement(), SOURCE);
            case MISMATCH ->
                seen.isPubliclyAnchored()
                        ? Evidence.of(
                                ID,
                                Grade.CONTEXT,
                                0,
                                pins.statement()
                                        + ", which a public authority vouches for: the pins are old, most likely",
                                SOURCE)
                        : Evidence.of(ID, Grade.STRONG, MISMATCH, pins.statement(), SOURCE);
        };
    }
}
