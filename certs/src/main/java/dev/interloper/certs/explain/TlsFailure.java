package dev.interloper.certs.explain;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A connection that failed: the exception, when it was, and as much of the rest as is at hand.
 *
 * <p>Immutable; as thread-safe as the exception.
 *
 * @since 0.1
 */
public final class TlsFailure {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Throwable exception;
    private final Instant at;
    private final Optional<CertificateChain> chain;
    private final Optional<ServerName> serverName;

    private TlsFailure(
            Throwable exception, Instant at, Optional<CertificateChain> chain, Optional<ServerName> serverName) {
        this.exception = exception;
        this.at = at;
        this.chain = chain;
        this.serverName = serverName;
    }

    /**
     * A failure of which only the exception is known.
     *
     * @param exception what was thrown; its causes are looked at too; not null
     * @param at when that was by the client's clock; not null
     * @return the failure
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public static TlsFailure of(Throwable exception, Instant at) {
        Objects.requireNonNull(exception, "exception");
        Objects.requireNonNull(at, "at");
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("at must be in the years 1 to 9999: " + at);
        }
        return new TlsFailure(exception, at, Optional.empty(), Optional.empty());
    }

    /**
     * The same failure with the chain that the server presented.
     *
     * @param presented the chain; not null
     * @return the failure
     */
    public TlsFailure withChain(CertificateChain presented) {
        Objects.requireNonNull(presented, "presented");
        return new TlsFailure(exception, at, Optional.of(presented), serverName);
    }

    /**
     * The same failure with the chain that a trust manager was asked about.
     *
     * @param presented the chain, the leaf first; not null, and no element null; not kept
     * @return the failure
     */
    public TlsFailure withChain(X509Certificate[] presented) {
        return withChain(CertificateChain.of(List.of(presented)));
    }

    /**
     * The same failure with the host that was asked for.
     *
     * @param host the name or address; not null
     * @return the failure
     */
    public TlsFailure withServerName(ServerName host) {
        return new TlsFailure(exception, at, chain, Optional.of(Objects.requireNonNull(host, "host")));
    }

    /**
     * What was thrown.
     *
     * @return the exception
     */
    public Throwable exception() {
        return exception;
    }

    /**
     * When the connection failed.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * The chain that the server presented.
     *
     * @return the chain; empty when it is not at hand
     */
    public Optional<CertificateChain> chain() {
        return chain;
    }

    /**
     * The host that was asked for.
     *
     * @return the host; empty when it is not known
     */
    public Optional<ServerName> serverName() {
        return serverName;
    }
}
