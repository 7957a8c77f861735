package dev.interloper.core.cure;

import dev.interloper.certs.name.PublicSuffixes;
import dev.interloper.handshake.wire.Bytes;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A destination that is not to be decrypted: a host, a domain with everything below it, an address, or a block of addresses; all or one
 * of its ports. Its text is safe for any configuration: letters, digits, dots, hyphens and colons. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class BypassTarget {

    /** What is meant. */
    public enum Kind {
        /** One host name. */
        HOST,
        /** A domain and everything below it. */
        DOMAIN,
        /** One address. */
        ADDRESS,
        /** A block of addresses. */
        BLOCK
    }

    private static final int MAX_TEXT = 300;
    private static final int MIN_V4_PREFIX = 8;
    private static final int MIN_V6_PREFIX = 16;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

    private final Kind kind;
    private final String name;
    private final @Nullable Cidr block;
    private final int port;

    private BypassTarget(Kind kind, String name, @Nullable Cidr block, int port) {
        this.kind = kind;
        this.name = name;
        this.block = block;
        this.port = port;
    }

    static BypassTarget of(Cidr block, int port) {
        return new BypassTarget(block.isSingle() ? Kind.ADDRESS : Kind.BLOCK, "", block, port);
    }

    /**
     * Reads a destination: {@code av.contoso.com}, {@code .lync.com} or {@code *.lync.com} for a domain and what is below it,
     * {@code 131.107.155.30}, {@code 52.112.0.0/14}, {@code 2603:1027::/48}; a port behind a colon, an IPv6 address with a port in brackets.
     *
     * @param text the destination
     * @return the target
     * @throws BypassTargetException if it is no such destination, a public suffix, or a block so wide that it cannot be meant (shorter than
     *     /8, or /16 of IPv6)
     */
    public static BypassTarget parse(String text) throws BypassTargetException {
        Objects.requireNonNull(text, "text");
        String shown = Bytes.copyOf(
                        text.substring(0, Math.min(MAX_TEXT, text.length())).getBytes(StandardCharsets.UTF_8))
                .printable();
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new BypassTargetException(shown, "expected a host, a domain, an address or a block of addresses");
        }
        int colon = portColon(text);
        int port = colon < 0 ? 0 : port(shown, text.substring(colon + 1));
        String bare = colon < 0 ? text : text.substring(0, colon);
        bare = bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
        int slash = bare.indexOf('/');
        Optional<Cidr> address = Cidr.address(slash < 0 ? bare : bare.substring(0, slash));
        if (slash >= 0 && address.isEmpty()) {
            throw new BypassTargetException(
                    shown, "expected an address before the slash: paths are not seen before decryption");
        }
        if (address.isPresent()) {
            return of(slash < 0 ? address.get() : block(shown, address.get(), bare.substring(slash + 1)), port);
        }
        return name(shown, bare, port);
    }

    /** Where a port begins; -1 if there is none. */
    private static int portColon(String text) {
        int colon = text.lastIndexOf(':');
        boolean literal = colon >= 0 && text.indexOf(':') != colon && !text.startsWith("[");
        return literal || text.endsWith("]") ? -1 : colon;
    }

    private static int port(String shown, String digits) throws BypassTargetException {
        if (!digits.matches("[1-9][0-9]{0,4}") || Integer.parseInt(digits) > 65_535) {
            throw new BypassTargetException(shown, "expected a port from 1 to 65535 behind the colon");
        }
        return Integer.parseInt(digits);
    }

    private static Cidr block(String shown, Cidr address, String prefix) throws BypassTargetException {
        if (!prefix.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(prefix) > address.bits()) {
            throw new BypassTargetException(shown, "expected a prefix length from 0 to " + address.bits());
        }
        Cidr block = address.of(Integer.parseInt(prefix));
        if (block.prefix() < (block.isV4() ? MIN_V4_PREFIX : MIN_V6_PREFIX)) {
            throw new BypassTargetException(shown, "a block so wide would except much of the Internet from inspection");
        }
        if (!block.network().equals(address.network())) {
            throw new BypassTargetException(
                    shown, "the address has bits behind the prefix; the block would be " + block);
        }
        return block;
    }

    private static BypassTarget name(String shown, String text, int port) throws BypassTargetException {
        boolean domain = text.startsWith("*.") || text.startsWith(".");
        String name = domain ? text.substring(text.indexOf('.') + 1) : text;
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        try {
            boolean ascii = name.chars().allMatch(c -> c < 0x80);
            name = (ascii ? name : IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new BypassTargetException(shown, "not a host name");
        }
        if (!name.matches(LABEL + "(\\." + LABEL + ")*") || name.length() > 253 || name.matches("[0-9.]+")) {
            throw new BypassTargetException(shown, "neither a host name nor an address");
        }
        if (PublicSuffixes.bundled().isPublicSuffix(name)) {
            throw new BypassTargetException(
                    shown, "a public suffix: it would except everybody's hosts from inspection");
        }
        return new BypassTarget(domain ? Kind.DOMAIN : Kind.HOST, name, null, port);
    }

    /**
     * What is meant.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The host or domain.
     *
     * @return in A-label form, lower case, without dots around it; empty for addresses
     */
    public String name() {
        return name;
    }

    /**
     * The address or block, such as {@code 131.107.155.30} or {@code 52.112.0.0/14}.
     *
     * @return in text form; empty for names
     */
    public String address() {
        return block == null ? "" : block.isSingle() ? block.addressText() : block.toString();
    }

    /**
     * The port.
     *
     * @return empty for all
     */
    public OptionalInt port() {
        return port == 0 ? OptionalInt.empty() : OptionalInt.of(port);
    }

    /**
     * Whether it is a name.
     *
     * @return true for hosts and domains
     */
    public boolean isName() {
        return block == null;
    }

    Optional<Cidr> block() {
        return Optional.ofNullable(block);
    }

    BypassTarget withoutPort() {
        return new BypassTarget(kind, name, block, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BypassTarget that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** In the form that {@link #parse} reads. */
    @Override
    public String toString() {
        String text = isName() ? (kind == Kind.DOMAIN ? "*." : "") + name : address();
        boolean brackets = port != 0 && block != null && !block.isV4();
        return (brackets ? "[" + text + "]" : text) + (port == 0 ? "" : ":" + port);
    }
}
