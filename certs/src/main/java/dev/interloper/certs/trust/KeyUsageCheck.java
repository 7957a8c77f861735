package dev.interloper.certs.trust;

import java.util.ArrayList;
import java.util.List;

/** Keys do only what their key usage allows: CAs sign certificates, the leaf serves TLS. */
final class KeyUsageCheck implements PathCheck {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;
    private static final int KEY_CERT_SIGN = 5;

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        boolean[] leaf = path.leaf().getKeyUsage();
        if (leaf != null
                && !(has(leaf, DIGITAL_SIGNATURE) || has(leaf, KEY_ENCIPHERMENT) || has(leaf, KEY_AGREEMENT))) {
            findings.add(finding(
                    FindingCode.KEY_USAGE_NOT_TLS,
                    path,
                    0,
                    " allows neither signing, key encipherment nor key agreement to its key.",
                    "RFC 8446 4.4.2.2"));
        }
        for (int i = 1; i < path.certificates().size(); i++) {
            boolean[] usage = path.certificates().get(i).getKeyUsage();
            if (usage != null && !has(usage, KEY_CERT_SIGN)) {
                findings.add(finding(
                        FindingCode.KEY_USAGE,
                        path,
                        i,
                        " signed another certificate, and its key usage lacks keyCertSign.",
                        "RFC 5280 4.2.1.3"));
            }
        }
        return findings;
    }

    private static boolean has(boolean[] usage, int bit) {
        return bit < usage.length && usage[bit];
    }

    private static Finding finding(FindingCode code, CandidatePath path, int position, String what, String source) {
        return Finding.of(
                code, Severity.ERROR, path.presentedIndex(position), Say.certificate(path, position) + what, source);
    }
}
