package dev.interloper.certs.transparency;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.trust.Anchor;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.FindingCode;
import dev.interloper.certs.trust.TrustPath;
import dev.interloper.certs.trust.TrustReport;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What to judge: a chain, the moment to judge it for, and what came with the chain.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TransparencyRequest {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final CertificateChain chain;
    private final Instant at;
    private final Optional<PublicKeyHash> issuerKey;
    private final Optional<AnchorClass> anchorClass;
    private final SctList tls;
    private final SctList ocsp;

    private TransparencyRequest(
            CertificateChain chain,
            Instant at,
            Optional<PublicKeyHash> issuerKey,
            Optional<AnchorClass> anchorClass,
            SctList tls,
            SctList ocsp) {
        this.chain = chain;
        this.at = at;
        this.issuerKey = issuerKey;
        this.anchorClass = anchorClass;
        this.tls = tls;
        this.ocsp = ocsp;
    }

    /**
     * A request for a chain alone. The issuer is looked for among its certificates.
     *
     * @param chain the chain as presented; not null
     * @param at the moment to judge it for, for a capture the time of its packets; not null
     * @return the request
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public static TransparencyRequest of(CertificateChain chain, Instant at) {
        Objects.requireNonNull(chain, "chain");
        Objects.requireNonNull(at, "at");
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("at must be in the years 1 to 9999: " + at);
        }
        return new TransparencyRequest(chain, at, Optional.empty(), Optional.empty(), SctList.empty(), SctList.empty());
    }

    /**
     * A request for a chain that was judged already: its moment, the issuer that was found for it even where the server
     * did not send it, and the class of its anchor.
     *
     * @param report what the trust evaluator said; not null
     * @return the request
     */
    public static TransparencyRequest of(TrustReport report) {
        TransparencyRequest request =
                of(report.request().chain(), report.request().at()).withAnchorClass(report.anchorClass());
        boolean broken = report.has(FindingCode.SIGNATURE_INVALID) || report.has(FindingCode.SIGNATURE_UNSUPPORTED);
        Optional<PublicKeyHash> issuer =
                broken ? Optional.empty() : report.bestPath().flatMap(TransparencyRequest::issuer);
        return issuer.map(request::withIssuerKey).orElse(request);
    }

    private static Optional<PublicKeyHash> issuer(TrustPath path) {
        List<X509Certificate> certificates = path.certificates();
        if (certificates.size() > 1) {
            return Optional.of(PublicKeyHash.of(certificates.get(1)));
        }
        return path.anchor()
                .filter(a -> a.subject().equals(certificates.get(0).getIssuerX500Principal()))
                .map(Anchor::keyHash);
    }

    /**
     * The same request with the key that issued the leaf, where that is known better than from the chain.
     *
     * @param key hash of the issuer's key; not null
     * @return the request
     */
    public TransparencyRequest withIssuerKey(PublicKeyHash key) {
        return new TransparencyRequest(chain, at, Optional.of(key), anchorClass, tls, ocsp);
    }

    /**
     * The same request with what is known of the anchor: policies are only about chains to public roots. Unless set,
     * policies are applied to any chain.
     *
     * @param known the class; not null
     * @return the request
     */
    public TransparencyRequest withAnchorClass(AnchorClass known) {
        return new TransparencyRequest(chain, at, issuerKey, Optional.of(known), tls, ocsp);
    }

    /**
     * The same request with the timestamps from the handshake.
     *
     * @param hex content of TLS extension 18 (RFC 6962 3.3.1) in hexadecimal digits; not null
     * @return the request
     * @throws IllegalArgumentException if the text is not hexadecimal; what it means may be anything
     */
    public TransparencyRequest withTlsScts(String hex) {
        SctList list = SctListReader.read(Hex.decode(hex, "hex"), SctOrigin.TLS);
        return new TransparencyRequest(chain, at, issuerKey, anchorClass, list, ocsp);
    }

    /**
     * The same request with the timestamps from a stapled OCSP response.
     *
     * @param hex the SignedCertificateTimestampList that extension 1.3.6.1.4.1.11129.2.4.5 wraps, in hexadecimal digits;
     *     not null
     * @return the request
     * @throws IllegalArgumentException if the text is not hexadecimal; what it means may be anything
     */
    public TransparencyRequest withOcspScts(String hex) {
        SctList list = SctListReader.read(Hex.decode(hex, "hex"), SctOrigin.OCSP);
        return new TransparencyRequest(chain, at, issuerKey, anchorClass, tls, list);
    }

    /**
     * The same request with a stapled OCSP response, from which the timestamps for the leaf are taken. Nothing else in the
     * response is looked at.
     *
     * @param hex the OCSPResponse (RFC 6960 4.2.1) in hexadecimal digits; not null
     * @return the request
     * @throws IllegalArgumentException if the text is not hexadecimal; what it means may be anything
     */
    public TransparencyRequest withOcspResponse(String hex) {
        byte[] response = Hex.decode(hex, "hex");
        BigInteger serial = chain.leaf().map(X509Certificate::getSerialNumber).orElse(BigInteger.ZERO);
        return new TransparencyRequest(chain, at, issuerKey, anchorClass, tls, OcspScts.of(response, serial));
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
     * The moment to judge it for.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * The key that issued the leaf.
     *
     * @return its hash; empty when it is to be looked for in the chain
     */
    public Optional<PublicKeyHash> issuerKey() {
        return issuerKey;
    }

    /**
     * What is known of the anchor.
     *
     * @return the class; empty when nobody said
     */
    public Optional<AnchorClass> anchorClass() {
        return anchorClass;
    }

    /**
     * What the handshake brought.
     *
     * @return the timestamps of TLS extension 18
     */
    public SctList tlsScts() {
        return tls;
    }

    /**
     * What the stapled OCSP response brought.
     *
     * @return the timestamps of the OCSP extension
     */
    public SctList ocspScts() {
        return ocsp;
    }
}
