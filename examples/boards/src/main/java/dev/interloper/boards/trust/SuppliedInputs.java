package dev.interloper.boards.trust;

import dev.interloper.certs.trust.RevocationData;
import dev.interloper.certs.trust.TrustRequest;
import java.util.List;
import java.util.Set;

/** The one place where a case's revocation lists and policy inputs become part of the request. */
final class SuppliedInputs {

    private SuppliedInputs() {}

    /**
     * The request with everything that a case supplies.
     *
     * @param request the request for the chain
     * @param crls revocation lists in PEM; revocation is not asked about where there are none and none is required
     * @param required whether a certificate whose status nothing tells is refused
     * @param policies what is asked of policies
     */
    static TrustRequest apply(TrustRequest request, List<String> crls, boolean required, PolicyInputs policies) {
        dev.interloper.certs.trust.PolicyInputs inputs = dev.interloper.certs.trust.PolicyInputs.defaults()
                .withExplicitPolicyRequired(policies.explicitPolicy())
                .withPolicyMappingInhibited(policies.inhibitMapping())
                .withAnyPolicyInhibited(policies.inhibitAnyPolicy());
        TrustRequest with = request.withPolicies(
                policies.acceptable().isEmpty()
                        ? inputs
                        : inputs.withInitialPolicies(Set.copyOf(policies.acceptable())));
        if (crls.isEmpty() && !required) {
            return with;
        }
        RevocationData.Builder revocation = RevocationData.builder();
        crls.forEach(revocation::crlPem);
        return with.withRevocation((required ? revocation.required() : revocation).build());
    }
}
