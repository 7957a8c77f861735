package dev.interloper.certs.trust;

/** A base that cannot be applied: of a kind that RFC 5280 gives no rule for, or not well formed. It permits nothing. */
record UnusableSubtree(int tag) implements Subtree {
    @Override
    public boolean permits(ConstrainedName name) {
        return false;
    }

    @Override
    public boolean usable() {
        return false;
    }
}
