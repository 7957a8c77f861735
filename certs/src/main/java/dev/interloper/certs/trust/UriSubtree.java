package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;

/** URIs of one host or, with a leading dot, of all hosts below a domain. */
final class UriSubtree implements Subtree {
    private final String base;

    UriSubtree(String base) {
        this.base = base;
    }

    @Override
    public int tag() {
        return GeneralName.URI;
    }

    @Override
    public boolean permits(ConstrainedName name) {
        return base.isEmpty() || HostSubtrees.covers(base, name.text());
    }
}
