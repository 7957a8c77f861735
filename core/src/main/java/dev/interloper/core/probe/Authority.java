package dev.interloper.core.probe;

import java.net.IDN;
import java.util.regex.Pattern;

/**
 * A host and a port.
 *
 * @param host a name in A-label form, or an address without brackets
 * @param port from 1 to 65535
 */
record Authority(String host, int port) {

    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9._-]{1,253}|[0-9A-Fa-f:.]{2,45}(%[A-Za-z0-9._-]{1,32})?");

    /** Nothing of a host may end a line of a dialogue, or begin another. */
    Authority {
        if (!SAFE.matcher(host).matches()) {
            throw new IllegalArgumentException("host: neither a name nor an address");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port: expected 1 to 65535, found " + port);
        }
    }

    static Authority of(String host, int port) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        boolean ascii = bare.chars().allMatch(c -> c < 0x80);
        return new Authority(ascii ? bare : IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED), port);
    }

    /** Reads {@code host}, {@code host:port}, {@code [v6]} or {@code [v6]:port}. */
    static Authority parse(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean bare = colon < 0 || text.endsWith("]") || (!text.startsWith("[") && text.indexOf(':') != colon);
        if (bare) {
            return of(text, defaultPort);
        }
        String port = text.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("port: expected a number behind the last colon");
        }
        return of(text.substring(0, colon), Integer.parseInt(port));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
