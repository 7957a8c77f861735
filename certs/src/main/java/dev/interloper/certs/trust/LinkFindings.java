package dev.interloper.certs.trust;

import dev.interloper.certs.CertificateChain;
import dev.interloper.certs.internal.Signatures;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/** Signatures that did not verify, and limits that were reached, as findings. */
final class LinkFindings {
    private LinkFindings() {}

    /** Errors where the best path ends for it, facts elsewhere. */
    static List<Finding> of(CandidatePath best, Collection<BrokenLink> broken) {
        List<X509Certificate> path = best.certificates();
        X509Certificate last = path.get(path.size() - 1);
        return broken.stream()
                .map(link -> finding(
                        best.chain(),
                        link,
                        best.anchor().isEmpty() && link.child().equals(last) ? Severity.ERROR : Severity.INFO))
                .distinct()
                .toList();
    }

    private static Finding finding(CertificateChain chain, BrokenLink link, Severity severity) {
        int index = chain.indexOf(link.child());
        String signer = link.signer().name().printable();
        String where = link.presented()
                ? "certificate "
                        + link.signer().certificate().map(chain::indexOf).orElse(-1)
                : "the anchor of " + link.signer().label();
        String who = "Certificate " + index + " (" + Say.who(link.child()) + ")";
        if (link.outcome() == Signatures.Outcome.UNSUPPORTED) {
            String sentence = who + " names the issuer " + signer + ", and the signature could not be verified under "
                    + where + ": the algorithm or the key is not supported, or the limit was reached.";
            return Finding.of(FindingCode.SIGNATURE_UNSUPPORTED, severity, index, sentence, "RFC 5280 6.1.3");
        }
        String sentence = who + " names the issuer " + signer + ", and its signature does not verify under the key of "
                + where + ".";
        return Finding.of(FindingCode.SIGNATURE_INVALID, severity, index, sentence, "RFC 5280 6.1.3");
    }

    static List<Finding> limits(Collection<String> reached) {
        return reached.stream()
                .map(limit -> Finding.of(
                        FindingCode.LIMIT_REACHED,
                        Severity.WARNING,
                        -1,
                        "The search for paths stopped at its limit of " + limit + ".",
                        "limits of the evaluator"))
                .toList();
    }
}
