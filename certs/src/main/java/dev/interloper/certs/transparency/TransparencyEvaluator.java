package dev.interloper.certs.transparency;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.trust.AnchorClass;
import dev.interloper.certs.trust.Finding;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks signed certificate timestamps against a list of logs, and applies policies to the outcome.
 *
 * <p>It reports and refuses nothing. Each timestamp costs one signature check, up to a millisecond or two; at most 32 are
 * checked for a request. No network, no clock; immutable and thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962">RFC 6962</a>
 * @since 0.1
 */
public final class TransparencyEvaluator {
    /** Chrome stops to ask for SCTs when its list is older; a list newer by as much may have forgotten logs. */
    static final Duration MAX_LIST_AGE = Duration.ofDays(70);

    private static final int MAX_CHECKS = SctListReader.MAX_SCTS;

    private final LogList logs;
    private final List<TransparencyPolicy> policies;

    private TransparencyEvaluator(LogList logs, List<TransparencyPolicy> policies) {
        this.logs = logs;
        this.policies = policies;
    }

    /**
     * An evaluator with the bundled list of logs, and the policies of Chrome and Apple.
     *
     * @return the evaluator
     */
    public static TransparencyEvaluator create() {
        return of(LogList.bundled());
    }

    /**
     * An evaluator with the policies of Chrome and Apple.
     *
     * @param logs the logs to know; not null
     * @return the evaluator
     */
    public static TransparencyEvaluator of(LogList logs) {
        return of(logs, List.of(TransparencyPolicy.chrome(), TransparencyPolicy.apple()));
    }

    /**
     * An evaluator with policies of the caller's choice.
     *
     * @param logs the logs to know; not null
     * @param policies the policies, in the order of their results; not null, nor any element; may be empty
     * @return the evaluator
     */
    public static TransparencyEvaluator of(LogList logs, List<TransparencyPolicy> policies) {
        return new TransparencyEvaluator(Objects.requireNonNull(logs, "logs"), List.copyOf(policies));
    }

    /**
     * Judges a chain by what it carries itself.
     *
     * @param chain the chain as presented; not null
     * @param at the moment to judge it for; not null
     * @return the report
     * @throws IllegalArgumentException if the moment is not in the years 1 to 9999
     */
    public TransparencyReport evaluate(CertificateChain chain, Instant at) {
        return evaluate(TransparencyRequest.of(chain, at));
    }

    /**
     * Judges a chain.
     *
     * @param request the chain and what came with it; not null
     * @return the report
     */
    public TransparencyReport evaluate(TransparencyRequest request) {
        Optional<X509Certificate> leaf = request.chain().leaf();
        if (leaf.isEmpty()) {
            List<PolicyResult> none = policies.stream()
                    .map(p -> PolicyResult.notEvaluated(p.name(), "there is no certificate that can be read"))
                    .toList();
            return new TransparencyReport(request, logs, List.of(), none, List.of());
        }
        List<SctResult> results = results(leaf.get(), request);
        List<PolicyResult> judged = policies(leaf.get(), results, request);
        List<Finding> findings = SctFindings.of(leaf.get(), results, judged);
        return new TransparencyReport(request, logs, results, judged, findings);
    }

    private List<SctResult> results(X509Certificate leaf, TransparencyRequest request) {
        CertificateStructure structure = CertificateStructure.of(leaf);
        Issuers issuers = new Issuers(leaf, request.chain(), request.issuerKey());
        SctVerifier verifier = new SctVerifier(leaf, structure, logs, request.at(), issuers);
        List<SctResult> results = new ArrayList<>();
        int checks = 0;
        for (SctList list : List.of(SctList.embedded(structure), request.tlsScts(), request.ocspScts())) {
            for (SignedCertificateTimestamp sct : list.timestamps()) {
                results.add(checks++ < MAX_CHECKS ? verifier.check(sct) : unchecked(sct));
            }
            list.problems().forEach(p -> results.add(problem(p)));
        }
        return results;
    }

    private static SctResult unchecked(SignedCertificateTimestamp sct) {
        String sentence = "An SCT " + sct.origin().words() + " is not checked: no more than " + MAX_CHECKS + " are.";
        return new SctResult(sct.origin(), Optional.of(sct), SctStatus.NOT_CHECKED, Optional.empty(), sentence);
    }

    private static SctResult problem(SctProblem problem) {
        String sentence = "The SCTs " + problem.origin().words() + " cannot all be read, offset " + problem.offset()
                + ": " + problem.reason() + ".";
        return new SctResult(problem.origin(), Optional.empty(), problem.status(), Optional.empty(), sentence);
    }

    private List<PolicyResult> policies(X509Certificate leaf, List<SctResult> results, TransparencyRequest request) {
        Optional<String> obstacle = obstacle(request);
        return policies.stream()
                .map(p -> obstacle.isPresent()
                        ? PolicyResult.notEvaluated(p.name(), obstacle.get())
                        : p.evaluate(leaf, results, request.at()))
                .toList();
    }

    private Optional<String> obstacle(TransparencyRequest request) {
        Optional<AnchorClass> anchor = request.anchorClass();
        if (anchor.isPresent() && !anchor.get().isPublic()) {
            return Optional.of(
                    "it is about chains to public roots, and the class of this one's anchor is " + anchor.get());
        }
        long days = Duration.between(logs.date(), request.at()).toDays();
        if (request.at().isAfter(logs.date().plus(MAX_LIST_AGE))) {
            return Optional.of("the " + logs + " is " + days + " days old at " + request.at() + ", above "
                    + MAX_LIST_AGE.toDays());
        }
        if (request.at().isBefore(logs.date().minus(MAX_LIST_AGE))) {
            return Optional.of("the " + logs + " is " + -days + " days younger than " + request.at()
                    + " and may lack logs of that time");
        }
        return Optional.empty();
    }
}
