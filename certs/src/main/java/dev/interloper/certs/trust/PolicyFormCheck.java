package dev.interloper.certs.trust;

import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.policy.PolicyExtensions;
import java.util.ArrayList;
import java.util.List;

/** Policy extensions are as authorities have to write them. */
final class PolicyFormCheck implements PathCheck {
    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.facts().size(); i++) {
            int position = i;
            Faults faults = new Faults(() -> path.says(position), path.index(i));
            look(path.facts().get(i), faults);
            findings.addAll(faults.findings());
        }
        return findings;
    }

    private static void look(CertificateFacts certificate, Faults faults) {
        PolicyExtensions extensions;
        try {
            extensions = PolicyExtensions.of(certificate.structure());
        } catch (DerException e) {
            return; // the policy check says so, of the certificates where it matters
        }
        if (extensions.isNotCritical(PolicyExtensions.POLICY_CONSTRAINTS)) {
            faults.add(
                    FindingCode.POLICY_CONSTRAINTS_NOT_CRITICAL,
                    Severity.ERROR,
                    "has policy constraints that are not marked critical.",
                    "RFC 5280 4.2.1.11");
        }
        if (extensions.isNotCritical(PolicyExtensions.INHIBIT_ANY_POLICY)) {
            faults.add(
                    FindingCode.INHIBIT_ANY_POLICY_NOT_CRITICAL,
                    Severity.ERROR,
                    "inhibits anyPolicy, and does not mark that critical.",
                    "RFC 5280 4.2.1.14");
        }
        if (extensions.hasEmptyConstraints()) {
            faults.add(
                    FindingCode.POLICY_MALFORMED,
                    Severity.ERROR,
                    "has policy constraints that constrain nothing.",
                    "RFC 5280 4.2.1.11");
        }
        if (extensions.repeated()) {
            faults.add(FindingCode.POLICY_MALFORMED, Severity.WARNING, "lists a policy twice.", "RFC 5280 4.2.1.4");
        }
    }
}
