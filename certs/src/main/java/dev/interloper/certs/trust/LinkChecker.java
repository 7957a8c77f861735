package dev.interloper.certs.trust;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.internal.Signatures;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;

/** Verifies signatures within a budget, each one once. Of one evaluation, not thread-safe. */
final class LinkChecker {
    private final Map<Link, Signatures.Outcome> known = new HashMap<>();
    private int left;
    private boolean exhausted;

    private record Link(Node child, PublicKeyHash key) {}

    LinkChecker(int budget) {
        this.left = budget;
    }

    /** Whether this key signed the certificate; answers from memory cost budget too, so that searching is bounded. */
    Signatures.Outcome check(Node child, PublicKey key, PublicKeyHash keyHash) {
        if (left == 0) {
            exhausted = true;
            return Signatures.Outcome.UNSUPPORTED;
        }
        left--;
        return known.computeIfAbsent(new Link(child, keyHash), link -> Signatures.check(link.child().certificate, key));
    }

    boolean exhausted() {
        return exhausted;
    }
}
