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
        OcspStatus responses = new OcspStatus(path, data, work, c -> lists.isRevoked(c, 1));
        for (int i = 0; i < path.certificates().size(); i++) {
            X509Certificate certificate = path.certificates().get(i);
            if (path.anchor().flatMap(Anchor::certificate).equals(Optional.of(certificate))) {
                continue;
            }
            int index = path.presentedIndex(i);
            RevocationStatus response = responses.of(i);
            RevocationStatus list = lists.of(certificate, index);
            boolean byResponse = response.revoked() || (response.good() && !list.revoked());
            report(work, data, byResponse ? response : list, Say.certificate(path, i), index);
        }
        responses.reportUnused();
        staple(path, data).ifPresent(work::add);
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

    private static Optional<Finding> staple(CandidatePath path, RevocationData data) {
        int index = path.presentedIndex(0);
        boolean stapled = data.ocspResponses().stream().anyMatch(o -> o.index() < 0 || o.index() == index);
        if (stapled || !StapleRequirement.of(path.facts().get(0))) {
            return Optional.empty();
        }
        String sentence = Say.certificate(path, 0) + " asks for a stapled OCSP response, and there is none.";
        return Optional.of(Finding.of(FindingCode.OCSP_STAPLE_MISSING, Severity.WARNING, index, sentence, "RFC 7633"));
    }
}
