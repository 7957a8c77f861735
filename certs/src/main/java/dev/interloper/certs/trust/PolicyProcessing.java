package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.policy.PolicyExtensions;
import dev.interloper.certs.internal.policy.PolicyGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The policy part of path validation (RFC 5280 6.1 as changed by RFC 9618). Of one evaluation, not thread-safe. */
final class PolicyProcessing {
    /** Nodes of the graph of one path. */
    private static final int MAX_NODES = 4_096;

    private static final String SOURCE = "RFC 5280 6.1; RFC 9618";

    private final CandidatePath path;
    private final PolicyInputs inputs;
    private final List<Finding> findings = new ArrayList<>();
    private final PolicyGraph graph = new PolicyGraph(MAX_NODES);
    private Set<String> policies = Set.of();
    private int explicitPolicy;
    private int policyMapping;
    private int anyPolicy;

    private PolicyProcessing(CandidatePath path) {
        this.path = path;
        this.inputs = path.policies();
        int never = path.certificates().size() + 1;
        this.explicitPolicy = inputs.explicitPolicyRequired() ? 0 : never;
        this.policyMapping = inputs.policyMappingInhibited() ? 0 : never;
        this.anyPolicy = inputs.anyPolicyInhibited() ? 0 : never;
    }

    static PolicyProcessing of(CandidatePath path) {
        PolicyProcessing processing = new PolicyProcessing(path);
        processing.run();
        return processing;
    }

    List<Finding> findings() {
        return findings;
    }

    /** The user-constrained policy set. */
    Set<String> policies() {
        return policies;
    }

    private void run() {
        for (int position = path.certificates().size() - 1; position >= 0; position--) {
            CertificateFacts certificate = path.facts().get(position);
            PolicyExtensions extensions;
            try {
                extensions = PolicyExtensions.of(certificate.structure());
            } catch (DerException e) {
                malformed(position, " has a policy extension that does not parse: " + e.getMessage() + ".");
                return;
            }
            boolean selfIssued = certificate.selfIssued();
            boolean anyCounts = anyPolicy > 0 || (position > 0 && selfIssued);
            if (extensions.policies().isPresent()) {
                graph.descend(extensions.policies().get(), anyCounts);
            } else {
                graph.clear();
            }
            if (position > 0) {
                map(position, extensions);
            }
            if (extensions.tooMany() || graph.exhausted()) {
                limit(position);
                return;
            }
            if (explicitPolicy == 0 && graph.isNull()) {
                String what = " leaves the path without a valid policy, and one is required.";
                add(FindingCode.POLICY_NOT_ACCEPTED, position, what, SOURCE);
                return;
            }
            if (position > 0) {
                constrain(extensions, selfIssued);
            } else {
                wrapUp(extensions);
            }
        }
    }

    private void map(int position, PolicyExtensions extensions) {
        if (extensions.mapsAnyPolicy()) {
            malformed(position, " maps anyPolicy to or from another policy.");
        }
        if (policyMapping > 0) {
            graph.map(extensions.mappings());
        } else {
            graph.drop(extensions.mappings().keySet());
        }
    }

    private void constrain(PolicyExtensions extensions, boolean selfIssued) {
        if (!selfIssued) {
            explicitPolicy = Math.max(0, explicitPolicy - 1);
            policyMapping = Math.max(0, policyMapping - 1);
            anyPolicy = Math.max(0, anyPolicy - 1);
        }
        explicitPolicy = least(explicitPolicy, extensions.requireExplicitPolicy());
        policyMapping = least(policyMapping, extensions.inhibitPolicyMapping());
        anyPolicy = least(anyPolicy, extensions.inhibitAnyPolicy());
    }

    private static int least(int current, OptionalInt stated) {
        return Math.min(current, stated.orElse(current));
    }

    private void wrapUp(PolicyExtensions leaf) {
        explicitPolicy = Math.max(0, explicitPolicy - 1);
        if (leaf.requireExplicitPolicy().orElse(1) == 0) {
            explicitPolicy = 0;
        }
        policies = Set.copyOf(graph.userConstrained(inputs.initialPolicies()));
        if (explicitPolicy == 0 && policies.isEmpty()) {
            String what = " is valid for " + graph.authorityConstrained().size()
                    + " policies, and none is among those that were asked for.";
            add(FindingCode.POLICY_NOT_ACCEPTED, 0, what, SOURCE);
        }
    }

    private void limit(int position) {
        String what = " brings the policies of the path above the limit, " + MAX_NODES
                + " on the path and 512 in a certificate.";
        add(FindingCode.POLICY_LIMIT, position, what, "limits of the evaluator");
    }

    private void malformed(int position, String what) {
        add(FindingCode.POLICY_MALFORMED, position, what, "RFC 5280 4.2.1.4, 4.2.1.5");
    }

    private void add(FindingCode code, int position, String what, String source) {
        String sentence = Say.certificate(path, position) + what;
        findings.add(Finding.of(code, Severity.ERROR, path.presentedIndex(position), sentence, source));
    }
}
