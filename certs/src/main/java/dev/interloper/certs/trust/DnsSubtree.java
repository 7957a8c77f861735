package dev.interloper.certs.trust;

import dev.interloper.certs.internal.GeneralName;
import java.util.Locale;

/** A host name and all names that end in it; with a leading dot, which RFC 5280 does not have, only the latter. */
final class DnsSubtree implements Subtree {
    private final String base;
    private final boolean onlyBelow;

    DnsSubtree(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        this.onlyBelow = lower.startsWith(".");
        this.base = onlyBelow ? lower.substring(1) : lower;
    }

    /** Whether this is a base as RFC 5280 4.2.1.10 has it; the empty one stands for all names. */
    static boolean isWellFormed(String text) {
        return text.isEmpty() || (NameSyntax.isHost(text) && text.indexOf('*') < 0);
    }

    @Override
    public int tag() {
        return GeneralName.DNS;
    }

    @Override
    public boolean permits(ConstrainedName name) {
        String host = name.withoutWildcard();
        return base.isEmpty() || host.endsWith("." + base) || (host.equals(base) && (!onlyBelow || name.isWildcard()));
    }

    /** A wildcard also stands for the one name that is the base. */
    @Override
    public boolean excludes(ConstrainedName name) {
        int dot = base.indexOf('.');
        return permits(name)
                || (name.isWildcard() && dot > 0 && base.substring(dot + 1).equals(name.withoutWildcard()));
    }
}
