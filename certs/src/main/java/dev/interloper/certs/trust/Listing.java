package dev.interloper.certs.trust;

import java.time.Instant;
import java.util.Optional;

/** What a set of public roots says about one key. */
record Listing(AnchorClass anchorClass, Optional<Instant> distrustAfter) {
    static final Listing CURRENT = new Listing(AnchorClass.PUBLIC_CURRENT, Optional.empty());
    static final Listing NEWER = new Listing(AnchorClass.UNKNOWN_NEWER_THAN_LIST, Optional.empty());
}
