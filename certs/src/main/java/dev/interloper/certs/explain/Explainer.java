package dev.interloper.certs.explain;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.AnchorSet;
import dev.interloper.certs.trust.TrustEvaluator;
import dev.interloper.certs.trust.TrustReport;
import dev.interloper.certs.trust.TrustRequest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Turns the exception of a failed TLS connection into cause, reasons and remedy.
 *
 * <pre>{@code
 * Explanation why = Explainer.create().explain(exception, chain, "www.example.com", Instant.now());
 * System.err.println(why);
 * }</pre>
 *
 * <p>It works on the exception alone too, and is less sure then: most exceptions of the JDK say only that something is
 * wrong. Immutable and thread-safe; no network, no clock, and nothing is read from this machine: whoever wants to know
 * about its stores hands them in.
 *
 * @since 0.1
 */
public final class Explainer {
    private final AnchorSet publicRoots;
    private final Optional<AnchorSet> trustStore;
    private final List<AnchorSet> otherStores;
    private final TrustEvaluator evaluator;

    private Explainer(Builder builder) {
        this.publicRoots = builder.publicRoots.orElseGet(AnchorSet::bundledPublicRoots);
        this.trustStore = builder.trustStore;
        this.otherStores = List.copyOf(builder.otherStores);
        TrustEvaluator.Builder rules = TrustEvaluator.builder().publicRoots(publicRoots);
        trustStore.ifPresent(rules::extraAnchors);
        otherStores.forEach(rules::extraAnchors);
        this.evaluator = rules.build();
    }

    /**
     * An explainer that knows the bundled public roots and nothing of this machine.
     *
     * @return the explainer
     * @throws IllegalStateException if the bundled table of public roots is damaged
     */
    public static Explainer create() {
        return builder().build();
    }

    /**
     * A builder with the bundled public roots and no store.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Explains a failure of which everything is at hand.
     *
     * @param exception what was thrown; not null
     * @param chain what the server presented, the leaf first; not null, and no element null
     * @param host the host that was asked for; not null
     * @param at when it failed by the client's clock; not null
     * @return the explanation
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public Explanation explain(Throwable exception, X509Certificate[] chain, String host, Instant at) {
        return explain(TlsFailure.of(exception, at).withChain(chain).withServerName(ServerName.parse(host)));
    }

    /**
     * Explains a failure from its exception alone, and the chain that some exceptions carry.
     *
     * @param exception what was thrown; not null
     * @param at when it failed by the client's clock; not null
     * @return the explanation
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public Explanation explain(Throwable exception, Instant at) {
        return explain(TlsFailure.of(exception, at));
    }

    /**
     * Explains a failure.
     *
     * @param failure what is known of it; not null
     * @return the explanation
     */
    public Explanation explain(TlsFailure failure) {
        FailureText text = new FailureText(failure.exception());
        Optional<CertificateChain> chain =
                failure.chain().or(text::chain).filter(c -> c.leaf().isPresent());
        Optional<TrustReport> report = chain.map(c -> evaluate(failure, c));
        Cause said = text.cause(failure.chain().isPresent());
        Diagnosis diagnosis = report.flatMap(r -> new ChainDiagnosis(r, said, trustStore).best())
                .orElseGet(() -> TextDiagnosis.of(said, text, failure, publicRoots, report));
        return new Explanation(diagnosis, Remedies.of(diagnosis.cause(), failure, report, otherStores), report);
    }

    private TrustReport evaluate(TlsFailure failure, CertificateChain chain) {
        TrustRequest request = TrustRequest.of(chain, failure.at());
        return evaluator.evaluate(
                failure.serverName().map(request::withServerName).orElse(request));
    }

    /**
     * Configures an explainer. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Optional<AnchorSet> publicRoots = Optional.empty();
        private Optional<AnchorSet> trustStore = Optional.empty();
        private final List<AnchorSet> otherStores = new ArrayList<>();

        private Builder() {}

        /**
         * Takes these anchors as the public roots, in place of the bundled table.
         *
         * @param roots the public roots; not null
         * @return this builder
         */
        public Builder publicRoots(AnchorSet roots) {
            this.publicRoots = Optional.of(Objects.requireNonNull(roots, "roots"));
            return this;
        }

        /**
         * Says what the client that failed trusts, such as the anchors of {@code SystemAnchors.jdk}. With it "this trust
         * store is too old" becomes certain.
         *
         * @param anchors the client's trust store; not null
         * @return this builder
         */
        public Builder trustStore(AnchorSet anchors) {
            this.trustStore = Optional.of(Objects.requireNonNull(anchors, "anchors"));
            return this;
        }

        /**
         * Adds a store that the client does not use, such as that of the operating system: an anchor that is in there was
         * installed on purpose.
         *
         * @param anchors one more store; not null
         * @return this builder
         */
        public Builder otherStore(AnchorSet anchors) {
            otherStores.add(Objects.requireNonNull(anchors, "anchors"));
            return this;
        }

        /**
         * Makes the explainer.
         *
         * @return the explainer
         * @throws IllegalStateException if the bundled table of public roots is needed and damaged
         */
        public Explainer build() {
            return new Explainer(this);
        }
    }
}
