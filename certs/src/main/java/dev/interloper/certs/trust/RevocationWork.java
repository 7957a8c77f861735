package dev.interloper.certs.trust;

import dev.interloper.certs.internal.Signatures;
import dev.interloper.certs.internal.revocation.SignedBytes;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Findings on the way to the revocation status of one path, and the budget for it. Of one evaluation, not thread-safe. */
final class RevocationWork {
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> limits = new LinkedHashSet<>();
    private int signatures = RevocationLimits.MAX_SIGNATURE_CHECKS;
    private long bytes = RevocationLimits.MAX_SIGNED_BYTES;
    private int comparisons = RevocationLimits.MAX_SCOPE_COMPARISONS;
    private long entries = RevocationLimits.MAX_ENTRIES_SCANNED;

    void add(FindingCode code, Severity severity, int index, String sentence, String source) {
        add(Finding.of(code, severity, index, sentence, source));
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void limit(String limit) {
        limits.add(limit);
    }

    Signatures.Outcome verify(SignedBytes signed, PublicKey key) {
        return mayVerify() && mayHash(signed.length()) ? signed.check(key) : Signatures.Outcome.UNSUPPORTED;
    }

    Signatures.Outcome verify(X509Certificate certificate, PublicKey key) {
        return mayVerify() ? Signatures.check(certificate, key) : Signatures.Outcome.UNSUPPORTED;
    }

    private boolean mayHash(int octets) {
        if (octets > bytes) {
            limit(RevocationLimits.MAX_SIGNED_BYTES + " signed octets");
            return false;
        }
        bytes -= octets;
        return true;
    }

    private boolean mayVerify() {
        if (signatures == 0) {
            limit(RevocationLimits.MAX_SIGNATURE_CHECKS + " signature checks");
            return false;
        }
        signatures--;
        return true;
    }

    boolean mayCompare() {
        if (comparisons == 0) {
            limit(RevocationLimits.MAX_SCOPE_COMPARISONS + " comparisons with distribution points");
            return false;
        }
        comparisons--;
        return true;
    }

    /** Whether so many entries may be walked still. */
    boolean mayWalk(int count) {
        if (count > entries) {
            limit(RevocationLimits.MAX_ENTRIES_SCANNED + " entries of revocation lists");
            return false;
        }
        entries -= count;
        return true;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        for (String limit : limits) {
            all.add(Finding.of(
                    FindingCode.LIMIT_REACHED,
                    Severity.WARNING,
                    -1,
                    "The look at revocation stopped at its limit of " + limit + ".",
                    "limits of the evaluator"));
        }
        return all;
    }
}
