package dev.interloper.certs.trust;

/** One base of a name constraint (RFC 5280 4.2.1.10). Immutable. */
interface Subtree {
    /** The kind of names that it speaks of, as the tag of a GeneralName. */
    int tag();

    /** Whether every name that this one stands for lies in the subtree. */
    boolean permits(ConstrainedName name);

    /** Whether a name that this one stands for lies in the subtree. */
    default boolean excludes(ConstrainedName name) {
        return permits(name);
    }

    /** Whether it can be applied at all. */
    default boolean usable() {
        return true;
    }
}
