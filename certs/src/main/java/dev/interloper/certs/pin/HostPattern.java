package dev.interloper.certs.pin;

import dev.interloper.certs.name.ServerName;
import java.util.Objects;

/**
 * The hosts that pins are for: one host, the names one label below a name, or a name and everything below it.
 *
 * <p>Names are compared label by label, in lower case, as A-labels and without a trailing dot. Addresses are compared
 * whole, and no wildcard covers one. Immutable and thread-safe.
 *
 * <p>The syntax is OkHttp's: {@code www.example.com}; {@code *.example.com} for exactly one label more; and
 * {@code **.example.com} for any number of labels more, none among them. What HPKP, Android and TrustKit call a host
 * with its subdomains is the last one.
 *
 * @since 0.1
 */
public final class HostPattern {
    /**
     * How far a pattern reaches.
     *
     * @since 0.1
     */
    public enum Scope {
        /** One host. */
        EXACT(""),
        /** Exactly one label below the name, and not the name itself. */
        ONE_LABEL("*."),
        /** The name itself and any number of labels below it. */
        SUBTREE("**.");

        private final String prefix;

        Scope(String prefix) {
            this.prefix = prefix;
        }
    }

    private final Scope scope;
    private final String base;

    private HostPattern(Scope scope, String base) {
        this.scope = scope;
        this.base = base;
    }

    /**
     * Reads a pattern.
     *
     * @param text a host name in any letter case or script, an address, or a name after {@code *.} or {@code **.}; not
     *     null
     * @return the pattern
     * @throws PinSyntaxException if it is anything else
     */
    public static HostPattern parse(String text) throws PinSyntaxException {
        Objects.requireNonNull(text, "text");
        for (Scope scope : new Scope[] {Scope.SUBTREE, Scope.ONE_LABEL}) {
            if (text.startsWith(scope.prefix)) {
                return of(scope, text, scope.prefix.length());
            }
        }
        return of(Scope.EXACT, text, 0);
    }

    /**
     * The pattern for one host.
     *
     * @param host a name or an address; not null
     * @return the pattern
     * @throws IllegalArgumentException if the host is neither
     */
    public static HostPattern of(ServerName host) {
        return of(Scope.EXACT, host);
    }

    /**
     * The pattern for a host and everything below it; for an address, the address alone.
     *
     * @param host a name or an address; not null
     * @return the pattern
     * @throws IllegalArgumentException if the host is neither
     */
    public static HostPattern withSubdomains(ServerName host) {
        return of(host.isIp() ? Scope.EXACT : Scope.SUBTREE, host);
    }

    private static HostPattern of(Scope scope, ServerName host) {
        if (host.kind() == ServerName.Kind.INVALID) {
            throw new IllegalArgumentException("host is neither a name nor an address: " + host);
        }
        return new HostPattern(scope, host.normalized());
    }

    private static HostPattern of(Scope scope, String text, int from) {
        ServerName name = ServerName.parse(text.substring(from));
        int asterisk = text.indexOf('*', from);
        if (asterisk >= 0) {
            String reason = "an asterisk may only be the whole first label, as in *. or **. , this is ";
            throw new PinSyntaxException(1, asterisk + 1, reason + PinSyntaxException.quoted(text));
        }
        if (name.kind() == ServerName.Kind.INVALID) {
            String reason = "neither a host name nor an address: " + PinSyntaxException.quoted(text);
            throw new PinSyntaxException(1, from + 1, reason);
        }
        if (name.isIp() && scope != Scope.EXACT) {
            throw new PinSyntaxException(1, 1, "no wildcard covers an address: " + PinSyntaxException.quoted(text));
        }
        return new HostPattern(scope, name.normalized());
    }

    /**
     * Whether the pattern covers a host.
     *
     * @param host the host; not null; an invalid one is covered by nothing
     * @return true if so
     */
    public boolean matches(ServerName host) {
        String name = host.normalized();
        if (host.kind() == ServerName.Kind.INVALID) {
            return false;
        }
        return switch (scope) {
            case EXACT -> name.equals(base);
            case ONE_LABEL -> isBelow(name) && name.indexOf('.') == name.length() - base.length() - 1;
            case SUBTREE -> name.equals(base) || isBelow(name);
        };
    }

    private boolean isBelow(String name) {
        int dot = name.length() - base.length() - 1;
        return dot > 0 && name.charAt(dot) == '.' && name.endsWith(base);
    }

    /**
     * Whether the pattern covers a host.
     *
     * @param host any text; not null
     * @return true if it is a host that is covered
     */
    public boolean matches(String host) {
        return matches(ServerName.parse(host));
    }

    /**
     * How far the pattern reaches.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The name or address without wildcard.
     *
     * @return lower case, A-labels, no trailing dot
     */
    public String base() {
        return base;
    }

    HostPattern withScope(Scope other) {
        return new HostPattern(other, base);
    }

    /** From a base that is normalised already. */
    static HostPattern canonical(Scope scope, String base) {
        return new HostPattern(scope, base);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPattern that && scope == that.scope && base.equals(that.base);
    }

    @Override
    public int hashCode() {
        return 31 * base.hashCode() + scope.hashCode();
    }

    /** The pattern as {@link #parse} reads it. */
    @Override
    public String toString() {
        return scope.prefix + base;
    }
}
