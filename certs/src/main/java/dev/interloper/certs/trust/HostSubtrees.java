package dev.interloper.certs.trust;

import java.util.Locale;

/** How hosts of mailboxes and URIs are constrained: one host, or with a leading dot all below a domain. */
final class HostSubtrees {
    private HostSubtrees() {}

    static boolean isWellFormed(String base) {
        String host = base.startsWith(".") ? base.substring(1) : base;
        return NameSyntax.isHost(host) && host.indexOf('*') < 0;
    }

    static boolean covers(String base, String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        String bound = base.toLowerCase(Locale.ROOT);
        return bound.startsWith(".") ? lower.endsWith(bound) : lower.equals(bound);
    }
}
