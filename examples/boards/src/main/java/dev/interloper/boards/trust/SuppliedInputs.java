package dev.interloper.boards.trust;

import dev.interloper.certs.trust.TrustRequest;
import java.util.List;

/** The one place where a case's revocation lists and policy inputs become part of the request. */
final class SuppliedInputs {

    private SuppliedInputs() {}

    /**
     * The request with everything that a case supplies.
     *
     * @param request the request for the chain
     * @param crls revocation lists in PEM; revocation is not asked about where there are none
     * @param policies what is asked of policies
     */
    // the parameters wait for revocation and policies on TrustRequest: until then a case that turns on them fails
    @SuppressWarnings("unused")
    static TrustRequest apply(TrustRequest request, List<String> crls, PolicyInputs policies) {
        return request;
    }
}
