package dev.interloper.certs.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What path building found: certificates, and where they end.
 *
 * @param end why they end where no anchor is
 */
record Route(List<Node> nodes, Optional<Anchor> anchor, Optional<Listing> listing, boolean extra, End end) {
    /** An anchor that is not listed may be too new to be, when its store says who brought it and its date agrees. */
    private static final int YEARS_A_ROOT_TAKES = 5;

    /** Why a path ends. */
    enum End {
        ANCHOR,
        /** No issuer is here whose key made the signature. */
        NO_ISSUER,
        /** An issuer of that name is here, and nobody can tell whether its key made the signature. */
        UNVERIFIABLE,
        /** There is an issuer, and the search stopped before it. */
        CUT
    }

    boolean cut() {
        return end == End.CUT;
    }

    /** Whether it is open if the last certificate is from an issuer of its name. */
    boolean unverifiable() {
        return end == End.UNVERIFIABLE;
    }

    /** The same route, its anchor compared with the date of the public roots. */
    Route against(Optional<LocalDate> listDate) {
        if (listing.isPresent() || !extra || listDate.isEmpty()) {
            return this;
        }
        Instant first = listDate.get()
                .minusYears(YEARS_A_ROOT_TAKES)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        return anchor.filter(Anchor::broughtByPlatform)
                .flatMap(Anchor::certificate)
                .filter(c -> !c.getNotBefore().toInstant().isBefore(first))
                .map(c -> new Route(nodes, anchor, Optional.of(Listing.NEWER), true, end))
                .orElse(this);
    }

    AnchorClass anchorClass() {
        if (anchor.isEmpty()) {
            return AnchorClass.UNKNOWN;
        }
        return listing.map(Listing::anchorClass).orElse(AnchorClass.LOCAL);
    }
}
