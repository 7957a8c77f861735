package dev.interloper.certs.trust;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** No certificate of the path but the anchor is revoked, by what the request knows of revocation. */
final class RevocationCheck implements PathCheck {
    @Override
    public List<Finding> check(CandidatePath path) {
        if (path.revocation().isEmpty()) {
            return List.of();
        }
        RevocationData data = path.revocation().get();
        RevocationWork work = new RevocationWork();
        CrlStatus lists = new CrlStatus(path, data, work);
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            if (path.anchor().flatMap(Anchor::certificate).equals(Optional.of(certificate))) {
                continue;
            }
            int index = path.presentedIndex(i);
            RevocationStatus status = lists.of(certificate, index);
            report(work, data, status, Say.certificate(path, i), index);
        }
        return work.findings();
    }

    private static void report(
            RevocationWork work, RevocationData data, RevocationStatus status, String who, int index) {
        if (status.sentence().isPresent()) {
            String sentence = who + status.sentence().get() + ".";
            work.add(FindingCode.REVOKED, Severity.ERROR, index, sentence, "RFC 5280 6.3");
        } else if (!status.good()) {
            Severity severity = data.required() ? Severity.ERROR : Severity.INFO;
            String sentence = who + " may be revoked or not: nothing handed in that can be used says.";
            work.add(FindingCode.REVOCATION_UNKNOWN, severity, index, sentence, "RFC 5280 6.3.3");
        }
    }
}
