package dev.interloper.core.cure;

import java.util.Arrays;

/** The recommended form of IPv6 addresses, RFC 5952. */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {}

    /** Shortens the longest run of zero groups; an IPv4 address stays as it is. */
    static String shorten(String text) {
        if (text.indexOf(':') < 0) {
            return text;
        }
        String[] groups = text.split(":", -1);
        int best = -1;
        int length = 1;
        for (int from = 0; from < GROUPS; from++) {
            int to = from;
            while (to < GROUPS && groups[to].equals("0")) {
                to++;
            }
            if (to - from > length) {
                best = from;
                length = to - from;
            }
        }
        if (best < 0) {
            return text;
        }
        return String.join(":", Arrays.copyOfRange(groups, 0, best)) + "::"
                + String.join(":", Arrays.copyOfRange(groups, best + length, GROUPS));
    }
}
