package dev.interloper.lab;

import java.time.Duration;
import java.util.Set;

/**
 * How a proxy forges. {@code backdated} and {@code life} count where the validity is not copied; {@code claimsDv} adds the
 * policy of domain validation where the policies are not copied; {@code ownLog} adds a promise from a log of its own.
 */
record Manner(
        Set<Copied> copied,
        LeafKey key,
        Tail tail,
        Duration backdated,
        Duration life,
        boolean claimsDv,
        boolean ownLog) {
    /** Which key a leaf is made for. */
    enum LeafKey {
        /** A fresh one of the origin's type. */
        LIKE_ORIGIN,
        /** A fresh one on P-256. */
        EC,
        /** The forging authority's own. */
        AUTHORITY,
        /** One for all hosts. */
        SHARED
    }

    /** What follows the leaf. */
    enum Tail {
        NOTHING,
        AUTHORITY,
        /** What the origin sends behind its own leaf. */
        ORIGIN
    }
}
