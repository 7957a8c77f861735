package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What path building found: certificates, and where they end.
 *
 * @param end why they end where no anchor is
 */
record Route(
        List<X509Certificate> certificates,
        Optional<Anchor> anchor,
        Optional<Listing> listing,
        boolean extra,
        End end) {
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

    AnchorClass anchorClass() {
        if (anchor.isEmpty()) {
            return AnchorClass.UNKNOWN;
        }
        return listing.map(Listing::anchorClass).orElse(AnchorClass.LOCAL);
    }
}
