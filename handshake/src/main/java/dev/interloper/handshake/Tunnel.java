package dev.interloper.handshake;

import dev.interloper.handshake.stream.Upgrade;
import dev.interloper.handshake.stream.UpgradeProtocol;
import dev.interloper.handshake.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The HTTP CONNECT exchange that came before TLS (RFC 9110 section 9.3.6): proof of an explicit proxy, not of an
 * interception. All text is in printable form. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class Tunnel {

    /**
     * One header field of the proxy's last reply. Immutable.
     *
     * @param name its name as sent
     * @param value its value
     */
    public record Header(String name, String value) {}

    private final String target;
    private final int status;
    private final List<Header> headers;
    private final int attempts;

    Tunnel(String target, int status, List<Header> headers, int attempts) {
        this.target = target;
        this.status = status;
        this.headers = List.copyOf(headers);
        this.attempts = attempts;
    }

    /** The tunnel of an exchange that was read as {@link UpgradeProtocol#HTTP_CONNECT}. */
    static Tunnel of(Upgrade connect) {
        String reply = new String(connect.reply().toByteArray(), StandardCharsets.ISO_8859_1);
        return new Tunnel(
                connect.target().orElse(""), Math.max(0, connect.status()), headersOf(reply), connect.attempts());
    }

    /**
     * What the client asked the proxy to connect to.
     *
     * @return {@code host:port} as sent
     */
    public String target() {
        return target;
    }

    /**
     * The target without its port and without the brackets of an IPv6 literal.
     *
     * @return a name or an address
     */
    public String targetHost() {
        int colon = target.lastIndexOf(':');
        boolean bracketed = target.startsWith("[");
        boolean hasPort = colon > 0 && (bracketed ? target.charAt(colon - 1) == ']' : target.indexOf(':') == colon);
        String host = hasPort ? target.substring(0, colon) : target;
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /**
     * The proxy's last status code.
     *
     * @return such as 200 or 407; 0 if no reply was seen
     */
    public int status() {
        return status;
    }

    /**
     * The header fields of the proxy's last reply.
     *
     * @return in the order of the wire
     */
    public List<Header> headers() {
        return headers;
    }

    /**
     * A header field's value.
     *
     * @param name its name, in any case
     * @return the first value
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /**
     * How often the client asked; more than once where the proxy wanted authentication first.
     *
     * @return 1 or more
     */
    public int attempts() {
        return attempts;
    }

    /** What happened: {@code CONNECT host:443 → 200}. */
    @Override
    public String toString() {
        return "CONNECT " + target + " → " + (status == 0 ? "no reply" : String.valueOf(status));
    }

    /** Reads the lines of a header block behind its first line. */
    static List<Header> headersOf(String block) {
        List<Header> headers = new ArrayList<>();
        String[] lines = block.split("\r?\n", -1);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon > 0) {
                headers.add(
                        new Header(printable(lines[i].substring(0, colon)), printable(lines[i].substring(colon + 1))));
            }
        }
        return headers;
    }

    private static String printable(String text) {
        return Bytes.copyOf(text.strip().getBytes(StandardCharsets.ISO_8859_1)).printable();
    }

    static boolean isChunked(List<Header> headers) {
        return headers.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Transfer-Encoding")
                        && header.value().toLowerCase(Locale.ROOT).contains("chunked"));
    }
}
