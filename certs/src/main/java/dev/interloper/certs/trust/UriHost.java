package dev.interloper.certs.trust;

import java.util.Locale;

/** The host of a URI, which is all of it that name constraints look at (RFC 5280 4.2.1.10). */
final class UriHost {
    private UriHost() {}

    /** The host in lower case; empty when the URI has none that is a name. */
    static String of(String uri) {
        int start = uri.indexOf("://");
        if (start < 0) {
            return "";
        }
        String rest = uri.substring(start + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.indexOf(':');
        String name = port < 0 ? host : host.substring(0, port);
        boolean isAddress = name.isEmpty() || name.startsWith("[") || name.matches("[0-9.]+");
        return isAddress || !NameSyntax.isHost(name) ? "" : name.toLowerCase(Locale.ROOT);
    }
}
