package dev.interloper.core;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.TrustRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate chain about to be inspected. Immutable, thread-safe.
 *
 * @since 0.1
 */
public final class ChainInspector {

    private final Judge judge;
    private final CertificateChain chain;
    private final Clock clock;
    private final @Nullable ServerName host;
    private final @Nullable Instant at;
    private final @Nullable CertificateChain reference;

    ChainInspector(Judge judge, CertificateChain chain, Clock clock) {
        this(judge, chain, clock, null, null, null);
    }

    private ChainInspector(
            Judge judge,
            CertificateChain chain,
            Clock clock,
            @Nullable ServerName host,
            @Nullable Instant at,
            @Nullable CertificateChain reference) {
        this.judge = judge;
        this.chain = chain;
        this.clock = clock;
        this.host = host;
        this.at = at;
        this.reference = reference;
    }

    /**
     * Says which host the chain was presented for; without it much less can be said.
     *
     * @param name a host name or an IP address
     * @return the narrowed inspector
     * @throws IllegalArgumentException if it is neither
     */
    public ChainInspector host(String name) {
        ServerName wanted = ServerName.parse(name);
        if (wanted.kind() == ServerName.Kind.INVALID) {
            throw new IllegalArgumentException("neither a host name nor an IP address: " + name);
        }
        return new ChainInspector(judge, chain, clock, wanted, at, reference);
    }

    /**
     * Says when the chain was presented; without it, the clock's time is taken.
     *
     * @param moment when
     * @return the narrowed inspector
     * @throws IllegalArgumentException if it is not in the years 1 to 9999, beyond which certificates cannot say
     */
    public ChainInspector at(Instant moment) {
        TrustRequest.of(chain, Objects.requireNonNull(moment, "moment")); // refuses what it could not judge
        return new ChainInspector(judge, chain, clock, host, moment, reference);
    }

    /**
     * Compares the chain with another view of the same host: one recorded before, or seen from another network.
     *
     * @param other the certificates as they were sent there, the server's own first
     * @return the inspector that compares
     */
    public ChainInspector reference(List<X509Certificate> other) {
        return new ChainInspector(judge, chain, clock, host, at, CertificateChain.of(other));
    }

    /**
     * Judges the chain.
     *
     * @return the inspection
     */
    public Inspection inspect() {
        return judge.chain(chain, host, at == null ? clock.instant() : at, reference);
    }
}
