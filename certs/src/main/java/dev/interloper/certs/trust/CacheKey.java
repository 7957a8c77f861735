package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.name.ServerName;
import java.util.Optional;

/**
 * What a report depends on besides the time.
 *
 * @param evaluator the evaluator, equal to itself alone
 */
record CacheKey(
        TrustEvaluator evaluator,
        CertificateChain chain,
        Optional<ServerName> serverName,
        Optional<String> emailAddress,
        Purpose purpose,
        PolicyInputs policies) {
    static CacheKey of(TrustEvaluator evaluator, TrustRequest request) {
        return new CacheKey(
                evaluator,
                request.chain(),
                request.serverName(),
                request.emailAddress(),
                request.purpose(),
                request.policies());
    }
}
