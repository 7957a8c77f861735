package dev.interloper.certs.transparency;

import dev.interloper.certs.trust.Finding;
import dev.interloper.certs.trust.FindingCode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the logs say about a certificate, and what policies make of it.
 *
 * <p>Two numbers matter for telling a genuine certificate from a forged one: {@link #verified()}, which only a log can
 * raise, and {@link #forged()}, which rises when somebody copies extensions. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TransparencyReport {
    private final TransparencyRequest request;
    private final LogList logs;
    private final List<SctResult> results;
    private final List<PolicyResult> policies;
    private final List<Finding> findings;

    TransparencyReport(
            TransparencyRequest request,
            LogList logs,
            List<SctResult> results,
            List<PolicyResult> policies,
            List<Finding> findings) {
        this.request = request;
        this.logs = logs;
        this.results = List.copyOf(results);
        this.policies = List.copyOf(policies);
        this.findings = List.copyOf(findings);
    }

    /**
     * What was judged.
     *
     * @return the request
     */
    public TransparencyRequest request() {
        return request;
    }

    /**
     * The logs that were known.
     *
     * @return the list
     */
    public LogList logs() {
        return logs;
    }

    /**
     * What came of each timestamp, those embedded first, then those from the handshake and from OCSP.
     *
     * @return an unmodifiable list; empty when there are none, or no readable leaf
     */
    public List<SctResult> results() {
        return results;
    }

    /**
     * How many timestamps verify: an accepted log has seen this very certificate. One is strong evidence that a public CA
     * made it; a log list that is stale does not weaken that.
     *
     * @return the number of results that are {@link SctStatus#VALID}
     */
    public int verified() {
        return count(SctStatus.VALID);
    }

    /**
     * How many embedded timestamps of known logs do not verify, the issuer being known: the certificate is not the one
     * that the logs saw. A strong sign of a forgery that copied them; the rare other cause is a CA's mistake.
     *
     * @return the number
     */
    public int forged() {
        return (int) results.stream()
                .filter(r -> r.origin() == SctOrigin.EMBEDDED && r.status() == SctStatus.INVALID_SIGNATURE)
                .count();
    }

    /**
     * How many timestamps came to this end.
     *
     * @param status the end; not null
     * @return the number
     */
    public int count(SctStatus status) {
        Objects.requireNonNull(status, "status");
        return (int) results.stream().filter(r -> r.status() == status).count();
    }

    /**
     * What the policies say, in the order in which the evaluator has them.
     *
     * @return an unmodifiable list
     */
    public List<PolicyResult> policies() {
        return policies;
    }

    /**
     * What one policy says.
     *
     * @param policy the policy; not null
     * @return its outcome; {@link PolicyOutcome#NOT_EVALUATED} also when the evaluator does not have it
     */
    public PolicyOutcome outcome(TransparencyPolicy policy) {
        return policies.stream()
                .filter(p -> p.policy().equals(policy.name()))
                .findFirst()
                .map(PolicyResult::outcome)
                .orElse(PolicyOutcome.NOT_EVALUATED);
    }

    /**
     * All findings: on single timestamps, then on policies.
     *
     * @return an unmodifiable list
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether something was found.
     *
     * @param code what to look for; not null
     * @return true if a finding has this code
     */
    public boolean has(FindingCode code) {
        Objects.requireNonNull(code, "code");
        return findings.stream().anyMatch(f -> f.code().equals(code));
    }

    /** One sentence: how many verify, how many are forged, and the policies' outcomes. */
    @Override
    public String toString() {
        String forgeries = forged() == 0 ? "" : ", " + forged() + " copied from another certificate";
        String outcomes =
                policies.stream().map(p -> p.policy() + " " + p.outcome()).collect(Collectors.joining(", "));
        return verified() + " of " + CountedScts.count(results.size(), "SCT") + " verified" + forgeries
                + (outcomes.isEmpty() ? "." : "; policies: " + outcomes + ".");
    }
}
