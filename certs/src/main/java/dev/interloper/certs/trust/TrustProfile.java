package dev.interloper.certs.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A set of rules by which paths are judged: the checks that look, and how much each finding matters.
 *
 * <p>Three come with the library. {@link #lenient()} is what browsers do with chains as they are found, {@link #webPki()}
 * holds certificates to what public authorities promised, {@link #rfc5280()} to the internet's profile of X.509 alone.
 * Compose another from one of them:
 *
 * <pre>{@code
 * TrustProfile ours = TrustProfile.webPki().toBuilder("ours")
 *         .severity(FindingCode.COMMON_NAME_NOT_IN_SAN, Severity.WARNING)
 *         .build();
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TrustProfile {
    private final String name;
    private final List<PathCheck> checks;
    private final Map<FindingCode, Severity> severities;

    private TrustProfile(Builder builder) {
        this.name = builder.name;
        this.checks = builder.checks;
        this.severities = Map.copyOf(builder.severities);
    }

    /**
     * What RFC 5280 demands of certificates and paths, with every demand an error.
     *
     * @return the profile
     */
    public static TrustProfile rfc5280() {
        return Profiles.RFC5280;
    }

    /**
     * What RFC 5280 and the CA/Browser Forum's Baseline Requirements demand of the certificates of public servers, with
     * every demand an error.
     *
     * @return the profile
     */
    public static TrustProfile webPki() {
        return Profiles.WEB_PKI;
    }

    /**
     * What browsers refuse is an error; what authorities should not have issued, and browsers accept, is a warning.
     *
     * @return the profile
     */
    public static TrustProfile lenient() {
        return Profiles.LENIENT;
    }

    /**
     * An empty profile: no checks, each finding as severe as its check says.
     *
     * @param name how the profile is called in reports; not null
     * @return a new builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /**
     * A builder with everything that this profile has.
     *
     * @param newName how the new profile is called in reports; not null
     * @return a new builder
     */
    public Builder toBuilder(String newName) {
        Builder builder = new Builder(newName).checks(checks);
        severities.forEach(builder::severity);
        return builder;
    }

    /**
     * How the profile is called.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The checks that look at each path.
     *
     * @return an unmodifiable list
     */
    public List<PathCheck> checks() {
        return checks;
    }

    /** The finding as this profile weighs it. */
    Finding weigh(Finding finding) {
        Severity severity = severities.get(finding.code());
        return severity == null ? finding : finding.withSeverity(severity);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /**
     * Composes a profile. Mutable, not thread-safe.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final String name;
        private List<PathCheck> checks = List.of();
        private final Map<FindingCode, Severity> severities = new HashMap<>();

        private Builder(String name) {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Uses these checks and no others.
         *
         * @param checks the checks; not null, and no element null
         * @return this builder
         * @see PathChecks
         */
        public Builder checks(List<PathCheck> checks) {
            this.checks = List.copyOf(checks);
            return this;
        }

        /**
         * Makes every finding with this code so severe, whatever its check said.
         *
         * @param code the code; not null
         * @param severity how much it matters; not null
         * @return this builder
         */
        public Builder severity(FindingCode code, Severity severity) {
            severities.put(Objects.requireNonNull(code, "code"), Objects.requireNonNull(severity, "severity"));
            return this;
        }

        /**
         * Makes the profile.
         *
         * @return the profile
         */
        public TrustProfile build() {
            return new TrustProfile(this);
        }
    }
}
