package dev.interloper.core.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A proxy to ask for a tunnel. Immutable; {@link #toString()} leaves the password out.
 *
 * @since 0.1
 */
public final class ProxyServer {

    /** How the proxy is spoken to. */
    public enum Kind {
        /** HTTP CONNECT, RFC 9110 section 9.3.6. */
        HTTP(8080),
        /** HTTP CONNECT within TLS; the proxy's own certificate is not judged. */
        HTTPS(443),
        /** SOCKS 4a: names are resolved by the proxy. */
        SOCKS4(1080),
        /** SOCKS 5, RFC 1928; names are resolved by the proxy. */
        SOCKS5(1080);

        private final int defaultPort;

        Kind(int defaultPort) {
            this.defaultPort = defaultPort;
        }
    }

    private final Kind kind;
    private final String host;
    private final int port;
    private final Optional<String> userInfo;

    private ProxyServer(Kind kind, String host, int port, Optional<String> userInfo) {
        this.kind = kind;
        this.host = host;
        this.port = port;
        this.userInfo = userInfo;
    }

    /**
     * Reads a proxy's URL.
     *
     * @param url such as {@code http://proxy.example.com:3128}, {@code https://…}, {@code socks5://user:password@…} or
     *     {@code socks4://…}; {@code socks://} is SOCKS 5; without a scheme it is HTTP
     * @return the proxy
     * @throws IllegalArgumentException if it is no such URL; the message says what is wrong, never the password
     */
    public static ProxyServer parse(String url) {
        Objects.requireNonNull(url, "url");
        URI uri;
        try {
            uri = new URI(url.contains("://") ? url : "http://" + url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a proxy's URL: " + e.getReason() + " at index " + e.getIndex());
        }
        Kind kind = switch (String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "https" -> Kind.HTTPS;
            case "socks4", "socks4a" -> Kind.SOCKS4;
            case "socks", "socks5", "socks5h" -> Kind.SOCKS5;
            default ->
                throw new IllegalArgumentException(
                        "not a proxy's URL: expected http, https, socks4 or socks5 before ://");
        };
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw new IllegalArgumentException("not a proxy's URL: there is no host in it");
        }
        int port = uri.getPort() == -1 ? kind.defaultPort : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("not a proxy's URL: expected a port from 1 to 65535, found " + port);
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new ProxyServer(kind, bare, port, Optional.ofNullable(uri.getUserInfo()));
    }

    /**
     * How it is spoken to.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Where it is.
     *
     * @return a name or an address, without brackets
     */
    public String host() {
        return host;
    }

    /**
     * Its TCP port.
     *
     * @return from 1 to 65535
     */
    public int port() {
        return port;
    }

    /**
     * The credentials for it.
     *
     * @return {@code user:password}; empty if there are none
     */
    Optional<String> userInfo() {
        return userInfo;
    }

    /** The URL without credentials. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + port;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ProxyServer that
                && kind == that.kind
                && host.equals(that.host)
                && port == that.port
                && userInfo.equals(that.userInfo);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, host, port);
    }
}
