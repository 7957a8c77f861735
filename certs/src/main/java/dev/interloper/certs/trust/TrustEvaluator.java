package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.SafeText;
import dev.interloper.certs.name.HostnameMatch;
import dev.interloper.certs.name.HostnameMatcher;
import dev.interloper.certs.name.ServerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a certificate chain and says why: a pure function from a {@link TrustRequest} to a {@link TrustReport}.
 *
 * <pre>{@code
 * TrustReport report = TrustEvaluator.create().evaluate(chain, ServerName.parse("www.example.com"), Instant.now());
 * if (!report.trusted()) {
 *     report.findings().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe; no network, no clock, no state. Work is bounded whatever is presented, and no bytes of a
 * chain make it throw. Revocation is looked at as far as the request knows of it. Name constraints of anchors are not
 * looked at; those of certificates are, by the JDK's validator, which has to accept a path before it is called trusted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6">RFC 5280, section 6</a>
 * @since 0.1
 */
public final class TrustEvaluator {
    private static final Logger LOG = LoggerFactory.getLogger(TrustEvaluator.class);

    private final AnchorSet publicRoots;
    private final List<AnchorSet> extraAnchors;
    private final TrustProfile profile;
    private final List<PathCheck> mandatory;
    private final Limits limits;
    private final Optional<TrustCache> cache;

    private TrustEvaluator(Builder builder) {
        this.publicRoots = builder.publicRoots.orElseGet(AnchorSet::bundledPublicRoots);
        this.extraAnchors = List.copyOf(builder.extraAnchors);
        this.limits = builder.limits;
        this.cache = builder.cache.filter(c -> builder.profile.checks().stream().allMatch(PathChecks::isOwn));
        this.profile = builder.profile;
        this.mandatory =
                List.of(new AnchorCheck(), new ImpersonationCheck(publicRoots), new IntermediatesCheck(limits));
    }

    /**
     * An evaluator that knows the bundled public roots and nothing else. The same as {@code builder().build()}.
     *
     * @return the evaluator
     */
    public static TrustEvaluator create() {
        return builder().build();
    }

    /**
     * A builder with the bundled public roots, no extra anchors, and {@link TrustProfile#lenient()}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Judges a chain for a host.
     *
     * @param chain the chain as presented; not null
     * @param host the host asked for; not null
     * @param at the moment to judge it at; not null
     * @return the report
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public TrustReport evaluate(CertificateChain chain, ServerName host, Instant at) {
        return evaluate(TrustRequest.of(chain, at).withServerName(host));
    }

    /**
     * Judges a chain.
     *
     * @param request what to judge; not null
     * @return the report
     */
    public TrustReport evaluate(TrustRequest request) {
        Objects.requireNonNull(request, "request");
        if (cache.isEmpty() || request.revocation().isPresent()) {
            return judge(request);
        }
        CacheKey key = CacheKey.of(this, request);
        Optional<TrustReport> known = cache.get().find(key, request);
        if (known.isPresent()) {
            return known.get();
        }
        TrustReport report = judge(request);
        cache.get().remember(key, report);
        return report;
    }

    private TrustReport judge(TrustRequest request) {
        CertificateChain chain = request.chain();
        if (chain.leaf().isEmpty()) {
            return new TrustReport(
                    request, List.of(), Optional.empty(), PresentationFindings.withoutLeaf(chain, profile));
        }
        Optional<HostnameMatch> hostname = request.serverName()
                .map(name -> HostnameMatcher.match(chain.leaf().get(), name));
        PathBuilder builder = new PathBuilder(chain, publicRoots, extraAnchors, limits);
        List<TrustPath> paths = builder.build().stream()
                .map(route -> judge(new CandidatePath(request, hostname, route.against(publicRoots.date()))))
                .sorted(TrustPath.BEST_FIRST)
                .toList();
        CandidatePath best = paths.get(0).candidate();
        List<Finding> found = new ArrayList<>(PresentationFindings.of(chain, best, profile));
        found.addAll(LinkFindings.of(best, builder.broken()));
        found.addAll(LinkFindings.limits(builder.limitsReached()));
        TrustReport report = new TrustReport(request, paths, hostname, found);
        LOG.debug("{}", report);
        return report;
    }

    private TrustPath judge(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (PathCheck check : mandatory) {
            findings.addAll(run(check, path));
        }
        for (PathCheck check : profile.checks()) {
            for (Finding finding : run(check, path)) {
                findings.add(profile.weigh(finding));
            }
        }
        if (findings.stream().noneMatch(f -> f.severity() == Severity.ERROR)) {
            PlatformValidator.validate(path).ifPresent(findings::add);
        }
        return new TrustPath(path, findings);
    }

    private static List<Finding> run(PathCheck check, CandidatePath path) {
        try {
            return check.check(path);
        } catch (RuntimeException e) { // fails closed: hostile certificates, or a check of the user's
            String sentence = check.getClass().getSimpleName() + " came to no result: "
                    + SafeText.escape(String.valueOf(e)) + ".";
            return List.of(
                    Finding.of(FindingCode.CHECK_FAILED, Severity.ERROR, -1, sentence, "limits of the evaluator"));
        }
    }

    /**
     * Configures an evaluator. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Optional<AnchorSet> publicRoots = Optional.empty();
        private final List<AnchorSet> extraAnchors = new ArrayList<>();
        private TrustProfile profile = TrustProfile.lenient();
        private Limits limits = Limits.DEFAULT;
        private Optional<TrustCache> cache = Optional.empty();

        private Builder() {}

        /**
         * Takes these anchors as the public roots, in place of the bundled table. All of them count as
         * {@link AnchorClass#PUBLIC_CURRENT}.
         *
         * @param roots the public roots; not null
         * @return this builder
         */
        public Builder publicRoots(AnchorSet roots) {
            this.publicRoots = Optional.of(Objects.requireNonNull(roots, "roots"));
            return this;
        }

        /**
         * Adds anchors that are trusted beside the public roots. Their class is {@link AnchorClass#LOCAL}, unless the
         * public roots have the same key.
         *
         * @param anchors one more set; not null
         * @return this builder
         */
        public Builder extraAnchors(AnchorSet anchors) {
            extraAnchors.add(Objects.requireNonNull(anchors, "anchors"));
            return this;
        }

        /**
         * Judges by this profile; {@link TrustProfile#lenient()} unless set. That there is an anchor which may vouch for
         * the leaf, that signatures verify, and that the JDK's own validator accepts the path too, holds for every profile.
         *
         * @param rules the profile; not null
         * @return this builder
         */
        public Builder profile(TrustProfile rules) {
            this.profile = Objects.requireNonNull(rules, "rules");
            return this;
        }

        /**
         * Judges by these checks alone, each finding as severe as its check says. Leaving any out makes more chains
         * trusted.
         *
         * @param checks the checks; not null, and no element null
         * @return this builder
         * @see PathChecks
         */
        public Builder checks(List<PathCheck> checks) {
            return profile(TrustProfile.builder("custom").checks(checks).build());
        }

        /**
         * Remembers reports here; none are remembered unless set.
         *
         * @param reports the cache, which other evaluators may use too; not null
         * @return this builder
         */
        public Builder cache(TrustCache reports) {
            this.cache = Optional.of(Objects.requireNonNull(reports, "reports"));
            return this;
        }

        /**
         * Limits how many paths are looked at; 16 unless set.
         *
         * @param paths 1 to 1,000
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder maxPaths(int paths) {
            limits = limits.withMaxPaths(within(paths, 1_000, "paths"));
            return this;
        }

        /**
         * Limits how many signatures are verified, and how many certificates of a chain are looked at; 64 unless set.
         *
         * @param signatureChecks 1 to 100,000
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder maxSignatureChecks(int signatureChecks) {
            limits = limits.withMaxSignatureChecks(within(signatureChecks, 100_000, "signatureChecks"));
            return this;
        }

        /**
         * Limits how many certificates a path may have, the leaf included and the anchor not; 10 unless set.
         *
         * @param depth 1 to 100
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder maxDepth(int depth) {
            limits = limits.withMaxDepth(within(depth, 100, "depth"));
            return this;
        }

        /**
         * Refuses paths with more intermediate certificates than this, the anchor and self-issued ones not counted, as
         * {@code PKIXBuilderParameters.setMaxPathLength} counts them; no bound but {@link #maxDepth} unless set.
         *
         * @param intermediates 0 to 100
         * @return this builder
         * @throws IllegalArgumentException if it is outside of that
         */
        public Builder maxIntermediates(int intermediates) {
            if (intermediates < 0 || intermediates > 100) {
                throw new IllegalArgumentException("intermediates must be 0 to 100: " + intermediates);
            }
            limits = limits.withMaxIntermediates(intermediates);
            return this;
        }

        private static int within(int value, int most, String name) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(name + " must be 1 to " + most + ": " + value);
            }
            return value;
        }

        /**
         * Makes the evaluator.
         *
         * @return the evaluator
         * @throws IllegalStateException if the bundled table of public roots is needed and damaged
         */
        public TrustEvaluator build() {
            return new TrustEvaluator(this);
        }
    }
}
