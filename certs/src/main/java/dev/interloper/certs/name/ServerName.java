package dev.interloper.certs.name;

import dev.interloper.certs.internal.SafeText;
import java.net.IDN;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The host a client asked for: a DNS name or an IP address.
 *
 * <p>Any text can be parsed; what is neither a name nor an address has the kind {@link Kind#INVALID}. Letter case, one
 * trailing dot, brackets and zone of an IPv6 address, and the Unicode form of a name do not matter: equality is by
 * {@link #normalized()}. Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9525#section-6.1">RFC 9525, section 6.1</a>
 * @since 0.1
 */
public final class ServerName {
    /**
     * What sort of host a name stands for. It decides what may be expected of the certificate: only public names and
     * addresses can have one from a public authority.
     *
     * @since 0.1
     */
    public enum Kind {
        /** A name of the public DNS; documentation names such as those under {@code .example} stand for public ones. */
        PUBLIC_DNS,
        /** A single label, or a name under a suffix reserved for private use (RFC 6761, 6762, 8375, ICANN). */
        INTERNAL_DNS,
        /** An address of the public Internet; documentation addresses stand for public ones. */
        PUBLIC_IP,
        /** An address that is not reached over the Internet (RFC 1918, 4193, 6598, 2544, loopback, link local). */
        PRIVATE_IP,
        /** Neither a name nor an address; nothing can match it. */
        INVALID
    }

    private static final int MAX_TEXT = 1024;
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private final String text;
    private final Kind kind;
    private final String normalized;
    private final byte[] address;

    private ServerName(String text, Kind kind, String normalized, byte[] address) {
        this.text = text;
        this.kind = kind;
        this.normalized = normalized;
        this.address = address;
    }

    /**
     * Reads a name or an address.
     *
     * @param text any text; not null
     * @return the name, of kind {@link Kind#INVALID} when the text is none
     */
    public static ServerName parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.length() <= MAX_TEXT) {
            Optional<byte[]> ip = IpLiteral.parse(text);
            if (ip.isPresent()) {
                Kind kind = IpRange.isPrivate(ip.get()) ? Kind.PRIVATE_IP : Kind.PUBLIC_IP;
                return new ServerName(text, kind, IpLiteral.format(ip.get()), ip.get());
            }
            String name = toAscii(text);
            if (isHostName(name)) {
                Kind kind = InternalSuffixes.covers(name) ? Kind.INTERNAL_DNS : Kind.PUBLIC_DNS;
                return new ServerName(text, kind, name, new byte[0]);
            }
        }
        return new ServerName(text, Kind.INVALID, "", new byte[0]);
    }

    private static String toAscii(String text) {
        String ascii = text;
        if (text.chars().anyMatch(c -> c > 0x7f)) {
            try {
                ascii = IDN.toASCII(text);
            } catch (RuntimeException e) { // it documents one kind and has thrown others on odd input
                return "";
            }
        }
        String lower = ascii.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static boolean isHostName(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return false;
        }
        boolean lastIsNumber = true;
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || !label.chars().allMatch(ServerName::isHostCharacter)) {
                return false;
            }
            lastIsNumber = label.chars().allMatch(c -> c >= '0' && c <= '9');
        }
        return !lastIsNumber; // such text is a mistyped address, no domain is all digits
    }

    /** Letters, digits, hyphen (RFC 1123), and the underscore that some hosts have all the same. */
    private static boolean isHostCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /**
     * The text that was parsed, unaltered and untrusted.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * What sort of host this is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The form in which names are compared: lower case, A-labels, no trailing dot; or the address in its canonical text
     * (RFC 5952), an IPv4-mapped one as IPv4.
     *
     * @return the text; empty for {@link Kind#INVALID}
     */
    public String normalized() {
        return normalized;
    }

    /**
     * Whether this is an IP address.
     *
     * @return true for {@link Kind#PUBLIC_IP} and {@link Kind#PRIVATE_IP}
     */
    public boolean isIp() {
        return address.length > 0;
    }

    /**
     * Whether this name or address is one of the public Internet, so that a public authority could certify it.
     *
     * @return true for {@link Kind#PUBLIC_DNS} and {@link Kind#PUBLIC_IP}
     */
    public boolean isPublic() {
        return kind == Kind.PUBLIC_DNS || kind == Kind.PUBLIC_IP;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ServerName that)) {
            return false;
        }
        return kind == that.kind
                && normalized.equals(that.normalized)
                && (kind != Kind.INVALID || text.equals(that.text));
    }

    @Override
    public int hashCode() {
        return kind == Kind.INVALID ? text.hashCode() : normalized.hashCode();
    }

    /** The normalised name, or the text of an invalid one with its odd characters escaped. */
    @Override
    public String toString() {
        return kind == Kind.INVALID ? SafeText.escape(text) : normalized;
    }
}
