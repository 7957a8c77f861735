package dev.interloper.certs.name;

import java.util.Set;

/** Suffixes that never name a host of the public Internet. */
final class InternalSuffixes {
    private static final Set<String> LAST_LABELS = Set.of(
            "local", // RFC 6762
            "localhost", // RFC 6761
            "localdomain", // the loopback's usual domain in hosts files
            "test", // RFC 6761
            "invalid", // RFC 6761
            "alt", // RFC 9476
            "internal", // reserved for private use by ICANN, 2024-07-29
            "intranet", // this one and the next five: RFC 6762, appendix G
            "private",
            "corp",
            "home",
            "lan",
            "mail"); // with corp and home never to be delegated: ICANN, 2018-02-04

    private InternalSuffixes() {}

    static boolean covers(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                || LAST_LABELS.contains(name.substring(dot + 1))
                || name.equals("home.arpa") // RFC 8375
                || name.endsWith(".home.arpa");
    }
}
