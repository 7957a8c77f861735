package dev.interloper.certs.trust;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;

/**
 * The certificate policies that the caller wants: the policy inputs of path validation.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-6.1.1">RFC 5280, section 6.1.1 (c), (e), (f), (g)</a>
 * @since 0.1
 */
public final class PolicyInputs {
    /** The object identifier of anyPolicy. */
    public static final String ANY_POLICY = "2.5.29.32.0";

    private static final PolicyInputs DEFAULTS = new PolicyInputs(Set.of(ANY_POLICY), false, false, false);

    private final Set<String> initialPolicies;
    private final boolean explicitPolicyRequired;
    private final boolean policyMappingInhibited;
    private final boolean anyPolicyInhibited;

    private PolicyInputs(
            Set<String> initialPolicies,
            boolean explicitPolicyRequired,
            boolean policyMappingInhibited,
            boolean anyPolicyInhibited) {
        this.initialPolicies = initialPolicies;
        this.explicitPolicyRequired = explicitPolicyRequired;
        this.policyMappingInhibited = policyMappingInhibited;
        this.anyPolicyInhibited = anyPolicyInhibited;
    }

    /**
     * Any policy will do, none is needed, nothing is inhibited.
     *
     * @return the inputs that hold when a request has none
     */
    public static PolicyInputs defaults() {
        return DEFAULTS;
    }

    /**
     * The same inputs with other policies that will do, the user-initial-policy-set.
     *
     * @param policies object identifiers in dotted form; not null, not empty, and no element null
     * @return the inputs
     * @throws IllegalArgumentException if there is none, or one is no object identifier
     */
    public PolicyInputs withInitialPolicies(Collection<String> policies) {
        Set<String> wanted = Set.copyOf(policies);
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("policies must not be empty");
        }
        for (String policy : wanted) {
            if (!policy.matches("[0-2](\\.(0|[1-9][0-9]*))+")) {
                throw new IllegalArgumentException("policies must be object identifiers: " + policy);
            }
        }
        return new PolicyInputs(wanted, explicitPolicyRequired, policyMappingInhibited, anyPolicyInhibited);
    }

    /**
     * The same inputs with initial-explicit-policy: the path has to be valid for one of the initial policies.
     *
     * @param required whether it has to
     * @return the inputs
     */
    public PolicyInputs withExplicitPolicyRequired(boolean required) {
        return new PolicyInputs(initialPolicies, required, policyMappingInhibited, anyPolicyInhibited);
    }

    /**
     * The same inputs with initial-policy-mapping-inhibit: no policy stands for another.
     *
     * @param inhibited whether mappings are refused
     * @return the inputs
     */
    public PolicyInputs withPolicyMappingInhibited(boolean inhibited) {
        return new PolicyInputs(initialPolicies, explicitPolicyRequired, inhibited, anyPolicyInhibited);
    }

    /**
     * The same inputs with initial-any-policy-inhibit: anyPolicy in a certificate stands for no policy.
     *
     * @param inhibited whether anyPolicy is refused
     * @return the inputs
     */
    public PolicyInputs withAnyPolicyInhibited(boolean inhibited) {
        return new PolicyInputs(initialPolicies, explicitPolicyRequired, policyMappingInhibited, inhibited);
    }

    /**
     * The policies that will do.
     *
     * @return an unmodifiable set of object identifiers; with {@link #ANY_POLICY} in it, any
     */
    public Set<String> initialPolicies() {
        return initialPolicies;
    }

    /**
     * Whether the path has to be valid for one of the initial policies.
     *
     * @return true if it has to
     */
    public boolean explicitPolicyRequired() {
        return explicitPolicyRequired;
    }

    /**
     * Whether policy mappings are refused.
     *
     * @return true if they are
     */
    public boolean policyMappingInhibited() {
        return policyMappingInhibited;
    }

    /**
     * Whether anyPolicy in a certificate is refused.
     *
     * @return true if it is
     */
    public boolean anyPolicyInhibited() {
        return anyPolicyInhibited;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PolicyInputs that
                && initialPolicies.equals(that.initialPolicies)
                && explicitPolicyRequired == that.explicitPolicyRequired
                && policyMappingInhibited == that.policyMappingInhibited
                && anyPolicyInhibited == that.anyPolicyInhibited;
    }

    @Override
    public int hashCode() {
        return Objects.hash(initialPolicies, explicitPolicyRequired, policyMappingInhibited, anyPolicyInhibited);
    }
}
