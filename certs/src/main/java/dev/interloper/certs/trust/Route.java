package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What path building found: certificates, and where they end. */
record Route(List<X509Certificate> certificates, Optional<Anchor> anchor, Optional<Listing> listing, boolean extra) {
    AnchorClass anchorClass() {
        if (anchor.isEmpty()) {
            return AnchorClass.UNKNOWN;
        }
        return listing.map(Listing::anchorClass).orElse(AnchorClass.LOCAL);
    }
}
