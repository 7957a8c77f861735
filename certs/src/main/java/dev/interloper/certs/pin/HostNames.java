package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;

/** Brings hosts into the form in which they are looked up. */
final class HostNames {
    private static final int MAX_LABEL = 63;
    private static final int MAX_NAME = 253;

    private HostNames() {}

    /** The normalised host, quickly when it is in that form already; empty for what is no host. */
    static String canonical(String host) {
        return isCanonical(host) ? host : ServerName.parse(host).normalized();
    }

    /** Labels of lower-case letters, digits, hyphen and underscore, the first character of the last one a letter. */
    private static boolean isCanonical(String host) {
        int length = host.length();
        int label = 0;
        for (int i = 0; i < length; i++) {
            char c = host.charAt(i);
            if (c == '.') {
                if (label == 0) {
                    return false;
                }
                label = 0;
            } else if (!isPlain(c) || ++label > MAX_LABEL) {
                return false;
            }
        }
        return label > 0 && length <= MAX_NAME && isLetter(host.charAt(length - label));
    }

    private static boolean isPlain(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }
}
