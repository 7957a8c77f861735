package dev.interloper.certs.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** Extended key usage, where there is any, allows what the request is for on the whole path. */
final class ExtendedKeyUsageCheck implements PathCheck {
    private static final String ANY = "2.5.29.37.0";
    private static final String SOURCE = "RFC 5280 4.2.1.12";

    @Override
    public List<Finding> check(CandidatePath path) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            int index = path.presentedIndex(i);
            try {
                List<String> usages = certificate.getExtendedKeyUsage();
                if (usages == null) {
                    continue;
                }
                if (!usages.contains(path.purpose().oid()) && !usages.contains(ANY)) {
                    String sentence = Say.certificate(path, i) + " is for " + usages.size()
                            + " extended key usages, and " + path.purpose().usage() + " is not among them.";
                    findings.add(Finding.of(FindingCode.EXTENDED_KEY_USAGE, Severity.ERROR, index, sentence, SOURCE));
                }
            } catch (CertificateParsingException e) {
                String sentence = Say.certificate(path, i) + " has an extended key usage that does not parse.";
                findings.add(Finding.of(FindingCode.EXTENSION_MALFORMED, Severity.ERROR, index, sentence, SOURCE));
            }
        }
        return findings;
    }
}
