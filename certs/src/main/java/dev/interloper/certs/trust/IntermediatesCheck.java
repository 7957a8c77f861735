package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.List;

/** The path has no more intermediates than the caller allows. */
final class IntermediatesCheck implements PathCheck {
    private final int most;

    IntermediatesCheck(Limits limits) {
        this.most = limits.maxIntermediates();
    }

    @Override
    public List<Finding> check(CandidatePath path) {
        long found =
                path.certificates().stream().skip(1).filter(c -> !selfIssued(c)).count();
        if (found <= most) {
            return List.of();
        }
        String sentence = "The path has " + found + " intermediate certificates, " + most + " are allowed.";
        return List.of(Finding.of(FindingCode.CHAIN_TOO_LONG, Severity.ERROR, -1, sentence, "limits of the evaluator"));
    }

    private static boolean selfIssued(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }
}
