package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.DistinguishedName;
import dev.interloper.certs.name.HostnameMatch;
import dev.interloper.certs.name.ServerName;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A path from the leaf towards an anchor whose signatures verify, before it is judged: what a {@link PathCheck} sees.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CandidatePath {
    private final TrustRequest request;
    private final Optional<HostnameMatch> hostname;
    private final Route route;
    private final List<X509Certificate> certificates;
    private final List<CertificateFacts> facts;

    CandidatePath(TrustRequest request, Optional<HostnameMatch> hostname, Route route) {
        this.request = request;
        this.hostname = hostname;
        this.route = route;
        this.certificates = route.nodes().stream().map(n -> n.certificate).toList();
        this.facts = facts(route);
    }

    private static List<CertificateFacts> facts(Route route) {
        List<CertificateFacts> all = new ArrayList<>();
        for (Node node : route.nodes()) {
            all.add(node.facts().as(all.isEmpty() ? Role.LEAF : Role.INTERMEDIATE));
        }
        X509Certificate leaf = route.nodes().get(0).certificate;
        route.anchor()
                .flatMap(Anchor::facts)
                .filter(f -> !f.certificate().equals(Optional.of(leaf)))
                .ifPresent(f -> all.add(f.as(Role.ANCHOR)));
        return List.copyOf(all);
    }

    /**
     * The certificates of the path, the leaf first; each one's signature verifies under the next one's key, the last
     * one's under the anchor's. The anchor's own certificate is not among them, unless the leaf is its own anchor.
     *
     * @return an unmodifiable list with at least one element
     */
    public List<X509Certificate> certificates() {
        return certificates;
    }

    /**
     * The server's own certificate.
     *
     * @return the first of the path
     */
    public X509Certificate leaf() {
        return certificates.get(0);
    }

    /**
     * Where a certificate of the path was presented.
     *
     * @param position its position in the path, the leaf being 0
     * @return its index in the chain as presented
     * @throws IndexOutOfBoundsException if the path has no such position
     */
    public int presentedIndex(int position) {
        return request.chain().indexOf(certificates.get(position));
    }

    /**
     * The anchor in which the path ends.
     *
     * @return the anchor; empty when the last certificate's issuer is not here
     */
    public Optional<Anchor> anchor() {
        return route.anchor();
    }

    /**
     * What is known about the anchor's key.
     *
     * @return the class; {@link AnchorClass#UNKNOWN} when there is no anchor
     */
    public AnchorClass anchorClass() {
        return route.anchorClass();
    }

    /**
     * Whether the anchor is one of the caller's extra anchors.
     *
     * @return true if an extra set has its key
     */
    public boolean anchorIsExtra() {
        return route.extra();
    }

    /**
     * The moment up to which certificates issued under the anchor are trusted.
     *
     * @return the moment; empty unless the class is {@link AnchorClass#PUBLIC_DISTRUSTED_AFTER}
     */
    public Optional<Instant> distrustAfter() {
        return route.listing().flatMap(Listing::distrustAfter);
    }

    /**
     * The name of the issuer that was looked for in vain.
     *
     * @return the name; empty when the path has an anchor
     */
    public Optional<DistinguishedName> missingIssuer() {
        if (route.anchor().isPresent()) {
            return Optional.empty();
        }
        X509Certificate last = certificates.get(certificates.size() - 1);
        return Optional.of(DistinguishedName.of(last.getIssuerX500Principal()));
    }

    /**
     * The chain as presented.
     *
     * @return the request's chain
     */
    public CertificateChain chain() {
        return request.chain();
    }

    /**
     * The host asked for.
     *
     * @return the request's host; empty when it gave none
     */
    public Optional<ServerName> serverName() {
        return request.serverName();
    }

    /**
     * The moment at which the path is judged.
     *
     * @return the request's time
     */
    public Instant at() {
        return request.at();
    }

    /**
     * The e-mail address that the leaf has to name.
     *
     * @return the request's address; empty when it gave none
     */
    public Optional<String> emailAddress() {
        return request.emailAddress();
    }

    /**
     * What the leaf's key is to be used for.
     *
     * @return the request's purpose
     */
    public Purpose purpose() {
        return request.purpose();
    }

    /** How the leaf's names compare with the host, where one was asked for. */
    Optional<HostnameMatch> hostname() {
        return hostname;
    }

    /** The certificates as rules see them, the anchor's own behind them where it is known and not the leaf. */
    List<CertificateFacts> facts() {
        return facts;
    }

    /** How sentences call the certificate with these facts. */
    String says(int position) {
        return position < certificates().size()
                ? Say.certificate(this, position)
                : "The anchor " + anchor().map(a -> a.name().printable()).orElse("");
    }

    /** Where the certificate with these facts was presented, -1 when it was not. */
    int index(int position) {
        return position < certificates().size()
                ? presentedIndex(position)
                : anchor().flatMap(Anchor::certificate)
                        .map(request.chain()::indexOf)
                        .orElse(-1);
    }

    /**
     * What is known about revocation.
     *
     * @return the request's data; empty when revocation is not to be looked at
     */
    public Optional<RevocationData> revocation() {
        return request.revocation();
    }

    /**
     * The certificate policies wanted.
     *
     * @return the request's policy inputs
     */
    public PolicyInputs policies() {
        return request.policies();
    }

    TrustRequest request() {
        return request;
    }

    Route route() {
        return route;
    }
}
