package dev.interloper.certs.pin;

import dev.interloper.certs.PublicKeyHash;
import dev.interloper.certs.name.ServerName;
import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.TrustReport;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is pinned for which hosts, and the judgement by it.
 *
 * <pre>{@code
 * PinPolicy policy = PinPolicy.builder()
 *         .add("**.example.com", "sha256/C5+lpZ7tcVwmwQIMcRtPbsQtWLABXhQzejna0wHFr8M=", "sha256/...")
 *         .exempt("status.example.com")
 *         .build();
 * PinReport pins = policy.evaluate(host, trustReport, Instant.now());
 * if (!pins.outcome().permits()) {
 *     throw new SSLPeerUnverifiedException(pins.explain());
 * }
 * }</pre>
 *
 * <p>Several sets for one host: a match of one enforced set suffices, and report-only sets are looked at on their own.
 * Immutable and thread-safe; to change pins while running, take another policy.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7469#section-2.6">RFC 7469, section 2.6</a>
 * @since 0.1
 */
public final class PinPolicy {
    private final List<PinRule> rules;
    private final PatternOverlap overlap;
    private final LocalAnchors localAnchors;
    private final HostTable table;

    private PinPolicy(List<PinRule> rules, PatternOverlap overlap, LocalAnchors localAnchors) {
        this.rules = List.copyOf(rules);
        this.overlap = overlap;
        this.localAnchors = localAnchors;
        this.table = new HostTable(this.rules, overlap);
    }

    /**
     * A builder without rules, with {@link PatternOverlap#MOST_SPECIFIC} and {@link LocalAnchors#REFUSE}.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Looks for a host's pins on the validated paths of a report, and says everything about it.
     *
     * @param host the host asked for; not null
     * @param report the evaluation of the chain for that host; not null
     * @param at the moment that decides whether sets have expired; not null
     * @return the report on the pins
     * @throws IllegalArgumentException if the report is for another host
     */
    public PinReport evaluate(ServerName host, TrustReport report, Instant at) {
        Objects.requireNonNull(at, "at");
        report.request().serverName().filter(asked -> !asked.equals(host)).ifPresent(asked -> {
            throw new IllegalArgumentException("report is for " + asked + ", host is " + host);
        });
        return PinEvaluation.of(host, ruleFor(host), report, at, localAnchors);
    }

    /**
     * Looks for a host's pins on a path that was validated already. Never makes an exception or a text.
     *
     * @param host the host asked for, in any form; what is no host has no pins; not null
     * @param validatedPath the path that a validator built and accepted, the leaf first and the anchor last; not what a
     *     server sent; not null
     * @param at the moment that decides whether sets have expired; not null
     * @return the short answer; {@link PinOutcome#NOT_TRUSTED} for an empty path
     */
    public PinCheck match(String host, List<X509Certificate> validatedPath, Instant at) {
        Objects.requireNonNull(at, "at");
        if (validatedPath.isEmpty()) {
            return PinCheck.NOT_TRUSTED;
        }
        HostRule rule = table.find(HostNames.canonical(host));
        return rule.isEmpty() ? PinCheck.NO_PINS : QuickCheck.certificates(rule, PinnedPath.of(validatedPath), at);
    }

    /**
     * The same as {@link #match} where the hashes of the keys are at hand. Pins on certificates are not met by keys.
     *
     * @param host the host asked for, in any form; what is no host has no pins; not null
     * @param validatedKeys the keys of the path that a validator built and accepted, the leaf's first and the anchor's
     *     last; not null
     * @param at the moment that decides whether sets have expired; not null
     * @return the short answer; {@link PinOutcome#NOT_TRUSTED} for an empty path
     */
    public PinCheck matchKeys(String host, List<PublicKeyHash> validatedKeys, Instant at) {
        Objects.requireNonNull(at, "at");
        if (validatedKeys.isEmpty()) {
            return PinCheck.NOT_TRUSTED;
        }
        HostRule rule = table.find(HostNames.canonical(host));
        return rule.isEmpty() ? PinCheck.NO_PINS : QuickCheck.keys(rule, validatedKeys, at);
    }

    /**
     * Says what is going to go wrong with these pins: no backup, sets that expire, and, with a chain at hand, when the
     * match ends and which pins match nothing.
     *
     * @param host the host asked for; not null
     * @param report the evaluation of a good chain for that host; not null
     * @param at the moment from which to look ahead; not null
     * @return an unmodifiable list, empty when there is nothing to say
     */
    public List<Finding> lint(ServerName host, TrustReport report, Instant at) {
        return PinLint.of(ruleFor(host), report, Objects.requireNonNull(at, "at"));
    }

    /**
     * Says what is wrong with the policy that can be seen without a chain.
     *
     * @param at the moment from which to look ahead; not null
     * @return an unmodifiable list, empty when there is nothing to say
     */
    public List<Finding> lint(Instant at) {
        return PinLint.of(rules, Objects.requireNonNull(at, "at"));
    }

    private HostRule ruleFor(ServerName host) {
        return table.find(host.normalized());
    }

    /**
     * The rules that count for a host, the most specific first.
     *
     * @param host the host asked for; not null
     * @return an unmodifiable list, empty when no pattern covers the host
     */
    public List<PinRule> rulesFor(ServerName host) {
        return ruleFor(host).rules();
    }

    /**
     * All rules.
     *
     * @return an unmodifiable list, one rule a pattern, in the order given
     */
    public List<PinRule> rules() {
        return rules;
    }

    /**
     * What happens when several patterns cover a host.
     *
     * @return the way
     */
    public PatternOverlap overlap() {
        return overlap;
    }

    /**
     * Whether local anchors may get by the pins.
     *
     * @return {@link LocalAnchors#REFUSE} unless set otherwise
     */
    public LocalAnchors localAnchors() {
        return localAnchors;
    }

    /**
     * The same policy with another answer to local anchors.
     *
     * @param answer {@link LocalAnchors#ALLOW} lets whoever can install a root on the machine read along; not null
     * @return the policy
     */
    public PinPolicy withLocalAnchors(LocalAnchors answer) {
        return new PinPolicy(rules, overlap, Objects.requireNonNull(answer, "answer"));
    }

    /** How many rules there are, and the two settings. */
    @Override
    public String toString() {
        return rules.size() + " rules, " + overlap + ", local anchors " + localAnchors;
    }

    /**
     * Configures a policy. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Map<HostPattern, List<PinSet>> rules = new LinkedHashMap<>();
        private PatternOverlap overlap = PatternOverlap.MOST_SPECIFIC;
        private LocalAnchors localAnchors = LocalAnchors.REFUSE;

        private Builder() {}

        /**
         * Pins hosts to a set, beside the sets that they have already.
         *
         * @param pattern the hosts; not null
         * @param set the set; not null
         * @return this builder
         * @throws IllegalArgumentException if the pattern is exempt
         */
        public Builder add(HostPattern pattern, PinSet set) {
            Objects.requireNonNull(set, "set");
            List<PinSet> sets = rules.get(Objects.requireNonNull(pattern, "pattern"));
            if (sets == null) {
                rules.put(pattern, new ArrayList<>(List.of(set)));
            } else if (sets.isEmpty()) {
                throw new IllegalArgumentException("pattern is exempt and pinned: " + pattern);
            } else {
                sets.add(set);
            }
            return this;
        }

        /**
         * Pins hosts, in OkHttp's syntax; any of the pins suffices, for ever.
         *
         * @param pattern the hosts, in the syntax of {@link HostPattern#parse}; not null
         * @param pins one pin at least, in the syntax of {@link Pin#parse}; not null
         * @return this builder
         * @throws PinSyntaxException if a text is no pattern or no pin
         * @throws IllegalArgumentException if there is no pin, or the pattern is exempt
         */
        public Builder add(String pattern, String... pins) throws PinSyntaxException {
            return add(HostPattern.parse(pattern), PinSet.anyOf(pattern, pins));
        }

        /**
         * Exempts hosts: they need no pins, whatever less specific patterns say.
         *
         * @param pattern the hosts; not null
         * @return this builder
         * @throws IllegalArgumentException if the pattern is pinned
         */
        public Builder exempt(HostPattern pattern) {
            if (!rules.computeIfAbsent(pattern, p -> new ArrayList<>()).isEmpty()) {
                throw new IllegalArgumentException("pattern is exempt and pinned: " + pattern);
            }
            return this;
        }

        /**
         * Exempts hosts: they need no pins, whatever less specific patterns say.
         *
         * @param pattern the hosts, in the syntax of {@link HostPattern#parse}; not null
         * @return this builder
         * @throws PinSyntaxException if the text is no pattern
         * @throws IllegalArgumentException if the pattern is pinned
         */
        public Builder exempt(String pattern) throws PinSyntaxException {
            return exempt(HostPattern.parse(pattern));
        }

        boolean has(HostPattern pattern) {
            return rules.containsKey(pattern);
        }

        /**
         * Decides what happens when several patterns cover a host; {@link PatternOverlap#MOST_SPECIFIC} unless set.
         *
         * @param way the way; not null
         * @return this builder
         */
        public Builder overlap(PatternOverlap way) {
            overlap = Objects.requireNonNull(way, "way");
            return this;
        }

        /**
         * Decides whether local anchors may get by the pins; {@link LocalAnchors#REFUSE} unless set.
         *
         * @param answer {@link LocalAnchors#ALLOW} lets whoever can install a root on the machine read along; not null
         * @return this builder
         */
        public Builder localAnchors(LocalAnchors answer) {
            localAnchors = Objects.requireNonNull(answer, "answer");
            return this;
        }

        /**
         * Makes the policy.
         *
         * @return the policy
         */
        public PinPolicy build() {
            List<PinRule> all = new ArrayList<>();
            rules.forEach((pattern, sets) -> all.add(new PinRule(pattern, sets)));
            return new PinPolicy(all, overlap, localAnchors);
        }
    }
}
