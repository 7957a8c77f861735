package dev.interloper.core.cure;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A destination that is not to be decrypted: a host, a domain with everything below it or what is below it alone, an address, or a block
 * of addresses; all or one of its ports. Its text is safe for any configuration:
 * letters, digits, dots, hyphens, colons and slashes, and the asterisk, brackets of {@link #toString()}. Immutable, thread-safe.
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
        /** Everything below a domain, without the domain itself. */
        SUBDOMAINS,
        /** One address. */
        ADDRESS,
        /** A block of addresses. */
        BLOCK
    }

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

    static BypassTarget of(Kind kind, String name, int port) {
        return new BypassTarget(kind, name, null, port);
    }

    static BypassTarget of(Cidr block, int port) {
        return new BypassTarget(block.isSingle() ? Kind.ADDRESS : Kind.BLOCK, "", block, port);
    }

    /**
     * Reads a destination: {@code av.contoso.com}, {@code .lync.com} for a domain and what is below it, {@code *.lync.com} for what is
     * below it alone (as RFC 9525 section 6.3 and vendors' lists have it, at any depth), {@code 131.107.155.30},
     * {@code 52.112.0.0/14}, {@code 2603:1027::/48}; a port behind a colon, an IPv6 address with a port in brackets.
     *
     * @param text the destination
     * @return the target
     * @throws BypassTargetException if it is no such destination, a public suffix or a wildcard right below one, or a block so wide
     *     that it cannot be meant (shorter than /8, or /16 of IPv6)
     */
    public static BypassTarget parse(String text) throws BypassTargetException {
        return new BypassTargetReader(Objects.requireNonNull(text, "text")).read();
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

    /** A domain with what this format puts before it; any other target as it is. */
    String with(String beforeDomain) {
        return isName() ? (hasBelow() ? beforeDomain : "") + name : address();
    }

    /** One entry for a name itself and one for what is below it, as far as they are meant; an address is one entry. */
    List<String> entries(String beforeDomain) {
        if (!isName()) {
            return List.of(address());
        }
        String below = beforeDomain + name;
        return !hasBelow() ? List.of(name) : hasItself() ? List.of(name, below) : List.of(below);
    }

    /** Whether what is below the name is meant. */
    boolean hasBelow() {
        return kind == Kind.DOMAIN || kind == Kind.SUBDOMAINS;
    }

    /** Whether the name itself is meant. */
    boolean hasItself() {
        return kind == Kind.HOST || kind == Kind.DOMAIN;
    }

    /** The name with and without what is below it. */
    BypassTarget asDomain() {
        return new BypassTarget(Kind.DOMAIN, name, null, port);
    }

    boolean isV4() {
        return block != null && block.isV4();
    }

    boolean isV6() {
        return block != null && !block.isV4();
    }

    /** Whether a name is part of a domain, and not all of it; ports do not count. */
    boolean isWithin(BypassTarget domain) {
        boolean sameName = name.equals(domain.name) && domain.kind == Kind.DOMAIN && kind != Kind.DOMAIN;
        return isName() && domain.hasBelow() && (sameName || name.endsWith("." + domain.name));
    }

    /** Whether an entry for this one reaches the other, whatever their ports. */
    boolean covers(BypassTarget other) {
        if (block != null && other.block != null) {
            return block.contains(other.block);
        }
        return isName() && other.isName() && (withoutPort().equals(other.withoutPort()) || other.isWithin(this));
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
        String text = switch (kind) {
            case HOST -> name;
            case DOMAIN -> "." + name;
            case SUBDOMAINS -> "*." + name;
            case ADDRESS, BLOCK -> address();
        };
        boolean brackets = port != 0 && block != null && !block.isV4();
        return (brackets ? "[" + text + "]" : text) + (port == 0 ? "" : ":" + port);
    }
}
