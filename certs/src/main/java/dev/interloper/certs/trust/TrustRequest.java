package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What to judge: a chain, the moment to judge it at, and the host that was asked for where that is known.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TrustRequest {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final CertificateChain chain;
    private final Instant at;
    private final Optional<ServerName> serverName;

    private TrustRequest(CertificateChain chain, Instant at, Optional<ServerName> serverName) {
        this.chain = chain;
        this.at = at;
        this.serverName = serverName;
    }

    /**
     * A request without a host: the name is not checked.
     *
     * @param chain the chain as presented; not null
     * @param at the moment to judge it at, for a capture the time of its packets; not null
     * @return the request
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public static TrustRequest of(CertificateChain chain, Instant at) {
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(at, "at");
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("at must be in the years 1 to 9999: " + at);
        }
        return new TrustRequest(chain, at, Optional.empty());
    }

    /**
     * The same request for a host.
     *
     * @param host the host that was asked for; not null
     * @return the request
     */
    public TrustRequest withServerName(ServerName host) {
        return new TrustRequest(chain, at, Optional.of(Objects.requireNonNull(host, "host")));
    }

    /**
     * The chain as presented.
     *
     * @return the chain
     */
    public CertificateChain chain() {
        return chain;
    }

    /**
     * The moment to judge it at.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * The host that was asked for.
     *
     * @return the host; empty when the name is not to be checked
     */
    public Optional<ServerName> serverName() {
        return serverName;
    }
}
