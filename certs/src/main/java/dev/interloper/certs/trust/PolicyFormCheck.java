package dev.interloper.certs.trust;

import dev.interloper.certs.internal.CertificateStructure;
import dev.interloper.certs.internal.DerException;
import dev.interloper.certs.internal.policy.PolicyExtensions;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Policy extensions are as authorities have to write them. */
final class PolicyFormCheck implements PathCheck {
    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            look(certificate, Say.certificate(path, i), path.presentedIndex(i), findings);
        }
        path.anchor()
                .flatMap(Anchor::certificate)
                .filter(root -> !path.certificates().contains(root))
                .ifPresent(root -> {
                    String who = "The anchor's certificate (" + Say.who(root) + ")";
                    look(root, who, path.chain().indexOf(root), findings);
                });
        return findings;
    }

    private static void look(X509Certificate certificate, String who, int index, List<Finding> findings) {
        PolicyExtensions extensions;
        try {
            extensions = PolicyExtensions.of(CertificateStructure.of(certificate));
        } catch (DerException e) {
            return; // the policy check says so, of the certificates where it matters
        }
        if (extensions.isNotCritical(PolicyExtensions.POLICY_CONSTRAINTS)) {
            findings.add(Finding.of(
                    FindingCode.POLICY_CONSTRAINTS_NOT_CRITICAL,
                    Severity.ERROR,
                    index,
                    who + " has policy constraints that are not marked critical.",
                    "RFC 5280 4.2.1.11"));
        }
        if (extensions.isNotCritical(PolicyExtensions.INHIBIT_ANY_POLICY)) {
            findings.add(Finding.of(
                    FindingCode.INHIBIT_ANY_POLICY_NOT_CRITICAL,
                    Severity.ERROR,
                    index,
                    who + " inhibits anyPolicy, and does not mark that critical.",
                    "RFC 5280 4.2.1.14"));
        }
        if (extensions.hasEmptyConstraints()) {
            findings.add(Finding.of(
                    FindingCode.POLICY_MALFORMED,
                    Severity.ERROR,
                    index,
                    who + " has policy constraints that constrain nothing.",
                    "RFC 5280 4.2.1.11"));
        }
        if (extensions.repeated()) {
            findings.add(Finding.of(
                    FindingCode.POLICY_MALFORMED,
                    Severity.WARNING,
                    index,
                    who + " lists a policy twice.",
                    "RFC 5280 4.2.1.4"));
        }
    }
}
