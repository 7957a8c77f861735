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
    private final Optional<String> emailAddress;
    private final Purpose purpose;
    private final Optional<RevocationData> revocation;
    private final PolicyInputs policies;

    private TrustRequest(
            CertificateChain chain,
            Instant at,
            Optional<ServerName> serverName,
            Optional<String> emailAddress,
            Purpose purpose,
            Optional<RevocationData> revocation,
            PolicyInputs policies) {
        this.chain = chain;
        this.at = at;
        this.serverName = serverName;
        this.emailAddress = emailAddress;
        this.purpose = purpose;
        this.revocation = revocation;
        this.policies = policies;
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
        return new TrustRequest(
                chain,
                at,
                Optional.empty(),
                Optional.empty(),
                Purpose.SERVER,
                Optional.empty(),
                PolicyInputs.defaults());
    }

    /**
     * The same request for a host.
     *
     * @param host the host that was asked for; not null
     * @return the request
     */
    public TrustRequest withServerName(ServerName host) {
        Optional<ServerName> asked = Optional.of(Objects.requireNonNull(host, "host"));
        return new TrustRequest(chain, at, asked, emailAddress, purpose, revocation, policies);
    }

    /**
     * The same request for the holder of an e-mail address, which the leaf has to name (RFC 5280 4.2.1.6).
     *
     * @param address the address, such as {@code user@example.com}; not null
     * @return the request
     */
    public TrustRequest withEmailAddress(String address) {
        Optional<String> asked = Optional.of(Objects.requireNonNull(address, "address"));
        return new TrustRequest(chain, at, serverName, asked, purpose, revocation, policies);
    }

    /**
     * The same request for another use of the leaf's key; {@link Purpose#SERVER} unless set.
     *
     * @param use what the key is to be used for; not null
     * @return the request
     */
    public TrustRequest withPurpose(Purpose use) {
        return new TrustRequest(
                chain, at, serverName, emailAddress, Objects.requireNonNull(use, "use"), revocation, policies);
    }

    /**
     * The same request with what is known about revocation, which is not looked at unless set.
     *
     * @param data lists, responses, and whether they are required; not null
     * @return the request
     */
    public TrustRequest withRevocation(RevocationData data) {
        Optional<RevocationData> known = Optional.of(Objects.requireNonNull(data, "data"));
        return new TrustRequest(chain, at, serverName, emailAddress, purpose, known, policies);
    }

    /**
     * The same request with the certificate policies wanted; {@link PolicyInputs#defaults()} unless set.
     *
     * @param inputs the policy inputs; not null
     * @return the request
     */
    public TrustRequest withPolicies(PolicyInputs inputs) {
        Objects.requireNonNull(inputs, "inputs");
        return new TrustRequest(chain, at, serverName, emailAddress, purpose, revocation, inputs);
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

    /**
     * The e-mail address that the leaf has to name.
     *
     * @return the address; empty when none is asked for
     */
    public Optional<String> emailAddress() {
        return emailAddress;
    }

    /**
     * What the leaf's key is to be used for.
     *
     * @return the purpose
     */
    public Purpose purpose() {
        return purpose;
    }

    /**
     * What is known about revocation.
     *
     * @return the data; empty when revocation is not to be looked at
     */
    public Optional<RevocationData> revocation() {
        return revocation;
    }

    /**
     * The certificate policies wanted.
     *
     * @return the policy inputs
     */
    public PolicyInputs policies() {
        return policies;
    }
}
