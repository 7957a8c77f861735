package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Every certificate is within its validity at the request's time. */
final class ValidityCheck implements PathCheck {
    private static final String SOURCE = "RFC 5280 4.1.2.5";

    @Override
    public List<Finding> check(CandidatePath path) {
        Instant at = path.at().truncatedTo(ChronoUnit.SECONDS); // certificates know no fractions
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            Instant from = certificate.getNotBefore().toInstant();
            Instant to = certificate.getNotAfter().toInstant();
            if (at.isBefore(from)) {
                String sentence = Say.certificate(path, i) + " is valid from " + from + ", it is " + path.at() + ".";
                findings.add(Finding.of(
                        FindingCode.NOT_YET_VALID, Severity.ERROR, path.presentedIndex(i), sentence, SOURCE));
            }
            if (at.isAfter(to)) {
                String sentence = Say.certificate(path, i) + " expired at " + to + ", it is " + path.at() + ".";
                findings.add(Finding.of(FindingCode.EXPIRED, Severity.ERROR, path.presentedIndex(i), sentence, SOURCE));
            }
        }
        return findings;
    }
}
